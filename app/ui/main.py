"""Starts the page when it is imported. Does nothing else."""

from app.ui.dom import BrowserHost
from app.ui.page import Page

page = Page(BrowserHost())

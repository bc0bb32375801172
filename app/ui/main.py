"""Starts the page when it is imported. Does nothing else."""

from app.ui.browser_host import BrowserHost
from app.ui.disk import Disk
from app.ui.page import Page

page = Page(BrowserHost(Disk()))

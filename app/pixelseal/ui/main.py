"""Starts the page when it is imported. Does nothing else."""

from pixelseal.ui.browser.browser_host import BrowserHost
from pixelseal.ui.views.page import Page

page = Page(BrowserHost())

"""The dialog Process as a person opens it; no test."""

from .drivers import Browser
from .product import Screen


def part(screen: Screen, name: str) -> Browser:
    """Open the dialog at a part, by its name in the markup."""
    browser = screen.browser
    screen.wait_sealed()
    # Not by the mouse: what the header says of the seal changes meanwhile, and its buttons move.
    browser.evaluate("() => document.querySelector('#open-process').click()")
    browser.wait("name => !!document.querySelector(`#process-tab-${name}`)", 60, "its tab", name)
    browser.evaluate("name => document.querySelector(`#process-tab-${name}`).click()", name)
    shown = f"document.querySelector('#process-panel-{name}').checkVisibility()"
    browser.wait(shown, 60, "the part is shown")
    return browser

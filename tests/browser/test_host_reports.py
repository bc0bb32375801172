"""If a host makes the browser send it reports, the page says so and accepts no image."""

from pathlib import Path

import pytest
from pixelseal.model.messages import sentence

from .drivers import Browser
from .photos import one_of_each
from .product import Screen
from .server import Server

pytestmark = pytest.mark.browser

# For Reporting-Endpoints and NEL, no browser sends anything to a host without HTTPS; they are
# detected by their header alone.
HEADERS = {
    "a policy that only reports": (
        "Content-Security-Policy-Report-Only",
        "default-src 'none'; report-uri /reports",
    ),
    "one that reports pictures alone": (
        "Content-Security-Policy-Report-Only",
        "img-src 'none'; report-uri /reports",
    ),
    "a policy that reports, too": (
        "Content-Security-Policy",
        "frame-ancestors 'none'; connect-src 'self'; report-uri /reports",
    ),
    "endpoints": ("Reporting-Endpoints", 'default="/reports"'),
    "a group of them": ("Report-To", '{"max_age": 9, "endpoints": [{"url": "/reports"}]}'),
    "errors of the network": ("NEL", '{"report_to": "default", "max_age": 9}'),
}
STATE = "window.pixelseal && pixelseal.state"


@pytest.mark.parametrize("way", HEADERS)
def test_a_page_whose_host_is_reported_to_is_not_sealed(
    browser: Browser, site: Server, tmp_path: Path, way: str
) -> None:
    site.headers = dict([HEADERS[way]])
    browser.open(site.url)
    browser.wait(f"{STATE} === 'refused'", 300, "the page refuses to be sealed")
    assert browser.evaluate("pixelseal.reason") == "host-reports"
    assert browser.evaluate("performance.getEntriesByName('pixelseal-open').length") == 0
    status = "document.querySelector('#status').textContent"
    browser.wait(f"text => {status}.includes(text)", 60, "why", sentence("host-reports", {}))
    screen = Screen(browser, "hosted")
    screen.add(one_of_each(tmp_path)[0])
    browser.wait("document.querySelector('#refusals-text').textContent !== ''", 60, "a refusal")
    assert screen.tiles() == []


def test_headers_that_report_nothing_are_no_hindrance(browser: Browser, site: Server) -> None:
    # Those that docs/hosting.md advises.
    site.headers = {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    browser.open(site.url)
    Screen(browser, "hosted").wait_sealed()

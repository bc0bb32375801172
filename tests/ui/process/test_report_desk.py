"""A report in the page: of what was chosen and what is open; no browser."""

import json

import pytest
from pixelseal.model.process.report_facts import ReportError
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.report_desk import ReportDesk
from pixelseal.ui.text import words
from pixelseal.ui.workbench.workbench import Workbench

from tests.model.process.test_report import record
from tests.ui.fake_host import FakeHost, run


def _desk():
    host = FakeHost()
    desk = Desk(Workbench(host, lambda: None))
    return host, desk, ReportDesk(desk)


def test_files_are_told_by_what_they_are_and_the_open_log_counts():
    host, desk, report = _desk()
    with pytest.raises(ReportError) as refused:
        run(report.make())
    assert refused.value.code == "report-nothing"
    desk.log.begin("2026-11-29T21:40:00Z")
    run(report.take([json.dumps(record(), indent=2, sort_keys=True), "{}"]))
    assert report.taken == {"records": 1, "images": 0, "project": 0, "validation": 0, "log": 1}
    run(report.make())
    said = [text for section in report.made for text in section.texts]
    assert "1 image was made." in said and any(desk.log.head in text for text in said)
    assert "1 file was not counted: it is no private record." in said
    assert report.save().startswith("private-report-")
    name, page = host.saved[-1]
    assert name.endswith(".html") and "1 image was made." in page


def test_it_is_worded_again_in_another_language():
    _host, _unused, report = _desk()
    run(report.take([json.dumps(record(), indent=2, sort_keys=True)]))
    run(report.make())
    words.speak("es")
    try:
        run(report.put())
        assert "Se hizo 1 imagen." in [text for one in report.made for text in one.texts]
    finally:
        words.speak("en")

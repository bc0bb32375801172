"""Exercises in the page, without a browser: what is asked of the engine, and what is written."""

import pytest
from pixelseal.model import digest
from pixelseal.model.process import training
from pixelseal.model.process.judged import missed
from pixelseal.model.process.training import TrainingError
from pixelseal.ui.process.desk import Desk
from pixelseal.ui.process.practising import Practising
from pixelseal.ui.workbench.workbench import Workbench

from tests.ui.fake_host import FakeHost, run, sha256_of

AT = "2026-11-29T21:40:00Z"
FILE = "a drawn file"
ANSWER = {
    "planted": [
        {"kind": "location", "page": 0, "state": "removed"},
        {"kind": "face", "page": 1, "state": "softened"},
        {"kind": "date", "page": 1, "state": "missed"},
        {"kind": "badge", "page": 1, "state": "covered"},
    ],
    "needless": 12,
    "spoiled": False,
}


class DrawingHost(FakeHost):
    build = "0" * 64

    async def request(self, op, args, blobs, pixels=0, shown=None):
        if op == "practice":
            return {"sha256": sha256_of(FILE), "extension": "png"}, [FILE]
        if op == "assess":
            self.requests.append((op, args, blobs))
            return ANSWER, []
        return await super().request(op, args, blobs, pixels, shown)


def _opened():
    host = DrawingHost()
    bench = Workbench(host, lambda: None)
    work = Practising(Desk(bench, lambda _item: None))
    run(bench.open([run(work.drawn(3))]))
    return host, bench, work


def test_an_exercise_is_an_ordinary_image_marked_as_drawn():
    host, bench, work = _opened()
    assert [item.name for item in bench.queue.items] == ["Drawn exercise 3.png"]
    assert work.items(3) == bench.queue.items and work.items(4) == []
    run(work.check(3))
    ((_op, args, _blobs),) = [row for row in host.requests if row[0] == "assess"]
    assert args["exercise"] == 3 and list(args["recipes"]) == ["1"]
    assert args["recipes"]["1"] == bench.queue.items[0].recipe.to_object()


def test_what_is_only_softened_counts_as_missed():
    assert missed(ANSWER) == 2


def test_the_record_says_what_was_missed_and_an_open_log_gets_a_line():
    host, _bench, work = _opened()
    run(work.check(3))
    assert work.save("J. Doe") is False
    name, content = host.saved[-1]
    record = training.read(content)
    assert name == "training.json" and record.missed == 2 and record.done[0].needless
    work.desk.log.begin(AT)
    assert work.save("J. Doe") is True
    line, text = work.desk.log.lines[-1], host.saved[-1][1]
    assert (line.event, line.facts["exercises"], line.facts["missed"]) == ("trained", 1, 2)
    assert line.facts["record"] == digest.sha256_of(text.encode())


def test_nobody_without_a_name_is_written_down():
    host, _bench, work = _opened()
    run(work.check(3))
    with pytest.raises(TrainingError):
        work.save("")
    assert host.saved == []

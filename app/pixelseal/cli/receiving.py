"""The command `receive`: a package in, an answer for each of its files, and a receipt.

With --compare, as the sender: a receipt in, what it says of the package that was sent. Prints
nothing.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from pixelseal.cli import keeping
from pixelseal.cli.answers import Answer
from pixelseal.cli.commands import about
from pixelseal.cli.stopping import Stopping
from pixelseal.local import bags, files, logs, places
from pixelseal.local.bags import Arrived
from pixelseal.model.digest import sha256_of
from pixelseal.model.messages import sentence
from pixelseal.model.process import receipt, values
from pixelseal.model.process.bag import BagError
from pixelseal.model.process.receipt import File, Learned, Receipt, ReceiptError
from pixelseal.model.process.transfer import LABELS, TransferError

_RECEIPT_BYTES = 4 * receipt.MAX_TEXT  # a character has at most four
_TOLD = 5  # names in a sentence


class Receiving:
    """One `receive` command; `answers` is gone through once."""

    def __init__(self, asked: argparse.Namespace, stopping: Stopping) -> None:
        """PixelsealError: what is known to be wrong before anything of the package is read.

        TransferError; ReceiptError as `receipt.parse`; LogError as `logs.read`; as
        `bags.require_new` and `places.require_unshared`.
        """
        self._asked = asked
        self._stopping = stopping
        self._receipt = None if asked.compare is None else _receipt(asked.compare)
        if asked.who is not None and not values.is_text(asked.who):
            with about("--who"):
                raise TransferError("transfer-text", key="who")
        for path in (asked.receipt, asked.log):
            if path is not None:
                with about(path):
                    places.require_unshared(path, asked.bag)
        if asked.receipt is not None:
            with about(asked.receipt):
                bags.require_new(asked.receipt)
        if asked.log is not None and asked.log.exists():
            with about(asked.log):
                logs.read(asked.log)

    def answers(self) -> Iterator[Answer]:
        """One for each file, then one for the package; PixelsealError if it is refused whole."""
        if self._receipt is not None:
            return _compared(self._asked.bag, self._asked.compare, self._receipt)
        return _received(self._asked, self._stopping)


def _received(asked: argparse.Namespace, stopping: Stopping) -> Iterator[Answer]:
    arrived = Arrived(asked.bag)
    opened, found = arrived.opened, arrived.files
    yield from _rows(asked.bag, found)
    answer = _package(str(asked.bag), arrived)
    answer["transfer"] = None if opened.record is None else opened.record.to_object()
    said = [answer["sentence"]]
    counts = receipt.counts(found)
    facts = {"who": asked.who, "manifest": opened.manifest}
    facts |= {status: str(count) for status, count in counts.items()}
    if asked.receipt is not None:
        made = Receipt(opened.manifest, opened.tags, asked.who, logs.now(), opened.record, found)
        data = made.to_json().encode()
        with stopping.finishing(), about(asked.receipt):
            files.write_new(asked.receipt, data)
        facts["receipt"] = sha256_of(data)
        answer["receipt"] = str(asked.receipt)
        said.append(sentence("receipt-written", {"path": str(asked.receipt)}))
    yield answer | {"sentence": " ".join(said)}
    if asked.log is not None:
        yield keeping.tried(asked.log, "received", facts)


def told(package: str, arrived: Arrived) -> Iterator[Answer]:
    """One for each file of a package that is not complete, then one for the package."""
    yield from _rows(package, tuple(row for row in arrived.files if row.status != receipt.COMPLETE))
    yield _package(package, arrived)


def _package(package: str, arrived: Arrived) -> Answer:
    counts, fault = receipt.counts(arrived.files), arrived.fault
    said = [sentence("receipt-counts", dict(counts))]
    said.append(sentence("receipt-means", {}) if fault is None else fault.sentence)
    return {
        "file": package,
        "status": "whole" if arrived.is_whole else "not-whole",
        "fault": None if fault is None else fault.code,
        "manifest": arrived.opened.manifest,
        **counts,
        "sentence": " ".join(said),
    }


def _receipt(path: Path) -> Receipt:
    """The receipt in a file; ReceiptError as `receipt.parse`, SourceRefused as `files.read`."""
    with about(path):
        try:
            return receipt.parse(files.read(path, _RECEIPT_BYTES).decode("utf-8"))
        except UnicodeError:
            raise ReceiptError("receipt-not-one") from None


def _compared(sent: Path, given: Path, received: Receipt) -> Iterator[Answer]:
    own = Arrived(sent)
    if not own.is_whole:
        raise BagError("receipt-own-changed")
    learned = Learned(received, own.opened)
    yield from _rows(sent, learned.files)
    counts = receipt.counts(learned.files)
    said = [
        sentence("receipt-counts", dict(counts)),
        sentence("receipt-by", {"who": received.who, "at": received.at}),
        sentence("receipt-" + learned.status, {}),
    ]
    if learned.record and learned.status != receipt.ANOTHER:
        names = ", ".join(LABELS[name] for name in learned.record)
        said.append(sentence("receipt-record-differs", {"names": names}))
    if learned.contradicted:
        names = ", ".join(learned.contradicted[:_TOLD])
        said.append(sentence("receipt-contradicted", {"names": names}))
    yield {
        "file": str(sent),
        "status": learned.status,
        "manifest": own.opened.manifest,
        "receipt": str(given),
        "contradicted": learned.contradicted,
        "record_differs": learned.record,
        **counts,
        "sentence": " ".join(said),
    }


def _rows(package: Path | str, found: tuple[File, ...]) -> Iterator[Answer]:
    for row in found:
        yield {
            "file": f"{package}/{row.path}",
            "status": row.status,
            "path": row.path,
            "sha256": row.sha256,
            "sentence": sentence("receipt-" + row.status, {}),
        }

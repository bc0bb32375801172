"""Signatures beside files in Verify: whose each is, what it shows, and none is overlooked."""

from pixelseal.model.signing import wire
from pixelseal.model.signing.signature import Signature, signed_data
from pixelseal.ui.workbench import verifying
from pixelseal.ui.workbench.signatures import Signatures, fingerprint

from tests.model.signing.outside import FINGERPRINT, PUBLIC
from tests.ui.fake_host import FakeHost, run
from tests.ui.fake_subtle import LOST, FakeSubtle
from tests.ui.workbench.test_verifying import Engine

JANE, LEE = b"J" * 32, b"L" * 32
NAME = "jane@example.org"
SUBTLE = FakeSubtle()


def _signature(text, public=JANE, namespace="pixelseal"):
    data = signed_data(run(SUBTLE.sha512(text)), namespace)
    return Signature(public, namespace, run(SUBTLE.signed(("key", public), data))).to_text()


def _list():
    return NAME + " " + wire.public_line(JANE) + "\n"


def _rows(files, known="", able=True):
    """(names, status, status of the signature or None, signer) of each row."""
    subtle = FakeSubtle()
    subtle.able = able
    signatures = Signatures(FakeHost(), subtle)
    if known:
        run(signatures.know(known))
    going = lambda done, total: None  # noqa: E731
    found = run(verifying.compared(Engine(), files, going, signatures))
    told = []
    for row in found:
        signed = row.verdict.get("signature")
        shown = ("", "") if signed is None else (signed["status"], signed["signer"])
        told.append((row.names, row.verdict["status"], shown[0], shown[1]))
    return told


PAIR = [("a.jpg", "image 1"), ("a.txt", "certificate 1")]


def _pair_with(*files):
    return PAIR + list(files)


def test_the_signature_of_a_certificate_stands_in_its_row():
    signed = _pair_with(("a.txt.sig", _signature("certificate 1")))
    names = ("a.jpg", "a.txt")
    assert _rows(signed) == [(names, "unchanged", "signed-by-unnamed", "")]
    assert _rows(signed, _list()) == [(names, "unchanged", "signed", NAME)]
    assert _rows(PAIR, _list()) == [(names, "unchanged", "unsigned", "")]
    assert _rows(signed[1:]) == [(("a.txt",), "no-image", "signed-by-unnamed", "")]


def test_each_thing_that_is_wrong_with_a_signature_is_told():
    for text, status, signer in (
        (_signature("certificate 2"), "signature-wrong", NAME),
        (_signature("certificate 1", LEE), "signed-by-stranger", ""),
        (_signature("certificate 1", JANE, "file"), "signature-for-other-use", NAME),
        ("Dear J. Doe", "signature-unreadable", ""),
        (LOST, "signature-unreadable", ""),
    ):
        ((_names, _status, shown, who),) = _rows(_pair_with(("a.txt.sig", text)), _list())
        assert (shown, who) == (status, signer)


def test_a_browser_without_such_keys_says_that_nothing_was_checked():
    ((_names, _status, shown, _who),) = _rows(
        _pair_with(("a.txt.sig", _signature("certificate 1"))), _list(), able=False
    )
    assert shown == "signature-not-checked"


def test_a_signature_of_another_file_has_a_row_after_all_others():
    sums = "7" * 64 + "  a.jpg\n"
    files = [
        ("log.jsonl.sig", _signature("{}")),
        ("gone.sig", _signature("x")),
        ("log.jsonl", "{}"),
        ("SHA256SUMS.sig", _signature(sums)),
        ("SHA256SUMS", sums),
    ]
    assert [row[:3] for row in _rows(files)[-3:]] == [
        (("gone.sig",), "signature", "signature-alone"),
        (("log.jsonl.sig",), "signature", "signed-by-unnamed"),
        (("SHA256SUMS.sig",), "signature", "signed-by-unnamed"),
    ]


def test_of_two_folders_with_one_name_each_certificate_has_its_own_signature():
    files = [
        ("a.txt.sig", _signature("certificate 2")),
        ("a.txt.sig", _signature("certificate 1")),
        ("a.txt", "certificate 1"),
        ("a.txt", "certificate 2"),
    ]
    assert [row[2] for row in _rows(files)] == ["signed-by-unnamed"] * 2
    # One more than there are certificates is not passed over.
    wrong_and_two = ["signature-wrong", "signed-by-unnamed", "signed-by-unnamed"]
    more = list(files)
    more.append(("a.txt.sig", _signature("certificate 3")))
    assert sorted([row[2] for row in _rows(more)]) == wrong_and_two


def test_what_a_browser_adds_to_the_name_of_a_second_download_is_no_other_name():
    for name in ("a.txt (1).sig", "a (1).txt.sig", "A.TXT.SIG"):
        found = _rows(_pair_with((name, _signature("certificate 1"))))
        assert [row[2] for row in found] == ["signed-by-unnamed"], name


def test_a_list_that_lies_with_what_is_checked_counts_for_nothing():
    signed = _pair_with(("a.txt.sig", _signature("certificate 1")), ("allowed_signers", _list()))
    assert [row[:3] for row in _rows(signed)] == [
        (("allowed_signers",), "not-read", ""),
        (("a.jpg", "a.txt"), "unchanged", "signed-by-unnamed"),
    ]


def test_a_key_has_openssh_s_fingerprint():
    assert fingerprint(PUBLIC) == FINGERPRINT

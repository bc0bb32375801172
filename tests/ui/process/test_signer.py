"""A key is made, saved, opened and forgotten in the page, and signs what can be signed."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.signing import signature
from pixelseal.model.signing.signature import signed_data
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.process.signer import KEY_NAME, Signer

from tests.model.signing.outside import FEW_ROUNDS, KEY_INFO, SIGNATURE
from tests.ui.fake_host import FakeHost, run
from tests.ui.fake_subtle import LOST, FakeSubtle

WORDS = "correct horse battery"


class Host(FakeHost):
    """The engine knows a certificate by its first word; "altered" and "newer" are in its text."""

    async def request(self, op, args, blobs, pixels=0, shown=None):
        if (op, blobs[0]) in self.failures:
            raise Failure(self.failures[(op, blobs[0])])
        if op == "identify":
            kind = blobs[0].partition(" ")[0]
            kind = kind if kind in ("image", "certificate") else "other"
            return {"kind": kind, "sha256": "", "about_file": "", "about_sha256": ""}, []
        assert op == "verify" and blobs[0] == blobs[1]
        status = blobs[0].partition(" ")[2]
        known = ("certificate-altered", "certificate-newer")
        return {"status": status if status in known else "not-this-certificate", "line": 7}, []


def _signer():
    return Signer(Host(), FakeSubtle())


def _open():
    signer = _signer()
    run(signer.make(WORDS, WORDS))
    signer.host.saved.clear()
    return signer


def _code(coroutine):
    try:
        run(coroutine)
    except PixelsealError as refused:
        assert len(refused.sentence) > 20
        return refused.code
    return None


def test_a_key_that_was_made_is_saved_encrypted_and_opens_again_with_its_passphrase():
    signer = _signer()
    run(signer.make(WORDS, WORDS))
    ((name, text),) = signer.host.saved
    assert name == KEY_NAME and text.startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert signer.is_open and signer.fingerprint.startswith("SHA256:")
    line = signer.line
    other = Signer(signer.host, signer.subtle)
    run(other.read(text))
    assert other.is_read and not other.is_open
    assert _code(other.open("not the passphrase")) == "passphrase-wrong"
    assert other.is_read and not other.is_open
    run(other.open(WORDS))
    assert other.is_open and other.line == line


def test_no_key_is_made_with_a_passphrase_that_is_too_short_or_was_mistyped():
    signer = _signer()
    assert _code(signer.make(WORDS, WORDS + "!")) == "passphrase-differs"
    assert _code(signer.make("short", "short")) == "passphrase-short"
    assert _code(signer.make("x" * 1025, "x" * 1025)) == "passphrase-long"
    assert signer.host.saved == [] and not signer.is_open and signer.subtle.made == 0


def test_each_other_form_of_a_key_is_told_before_a_passphrase_is_asked_for():
    signer = _signer()
    plain = "-----BEGIN PRIVATE KEY-----\n" + KEY_INFO.hex() + "\n-----END PRIVATE KEY-----\n"
    openssh = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"
    told = [_code(signer.read(text)) for text in (FEW_ROUNDS, plain, openssh, "Dear J. Doe", LOST)]
    assert told == [
        "key-rounds", "key-not-encrypted", "key-openssh", "key-unreadable", "file-unreadable"
    ]  # fmt: skip
    assert not signer.is_read


def test_forgetting_leaves_nothing_that_could_sign():
    signer = _open()
    run(signer.choose([("log.jsonl", "{}")]))
    signer.forget()
    assert not signer.is_open and not signer.public and not signer.made and not signer.chosen


def test_one_file_gives_its_signature_and_several_a_zip_of_them():
    signer = _open()
    run(signer.choose([("a.certificate.txt", "certificate a")]))
    assert run(signer.sign()) == ("a.certificate.txt.sig", 1)
    name, text = signer.host.saved[-1]
    assert name == "a.certificate.txt.sig" and signer.chosen == []
    read = signature.parse(text.encode())
    assert read.public == signer.public and read.namespace == "pixelseal"
    sha512 = run(signer.subtle.sha512("certificate a"))
    assert run(signer.subtle.fits(read.public, read.signature, signed_data(sha512)))

    run(signer.choose([("a.certificate.txt", "certificate a"), ("log.jsonl", "{}")]))
    assert [one.is_certificate for one in signer.taken] == [True, False]
    name, count = run(signer.sign())
    saved, whole = signer.host.saved[-1]
    assert name == saved and name.endswith(".zip") and count == 2
    assert text.encode() in whole and b"log.jsonl.sig" in whole
    assert b"SHA256SUMS" not in whole


def test_what_is_not_signed_says_why_and_stops_no_other():
    signer = _open()
    signer.host.failures["identify", "broken"] = "engine-crashed"
    files = [
        ("a.jpg", "image 1"),
        ("a.txt.sig", SIGNATURE),
        ("b.txt", "certificate certificate-altered"),
        ("c.txt", "certificate certificate-newer"),
        ("d.txt", "broken"),
        ("log", "{}"),
        ("log", "x"),
    ]
    run(signer.choose(files))
    assert [one.refused and one.refused.code for one in signer.chosen] == [
        "signs-no-image", "signs-no-signature", "certificate-altered", "certificate-newer",
        "engine-crashed", None, "signs-twice",
    ]  # fmt: skip
    assert run(signer.sign()) == ("log.sig", 1)


def test_what_is_private_is_not_signed():
    signer = _open()
    files = [
        ("a.json", '{"image": {}, "pixelseal": "record/2"}'),
        ("b.json", '{"images":[],"pixelseal":"project/2"}'),
        ("PRIVATE.txt", "Keep this folder apart."),
        ("c.csv", '\ufeff"Alternate ID","Source name","Source SHA-256"\r\n'),
        ("key.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"),
        ("id", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
        ("receipt.json", '{"at":"","pixelseal":"receipt/1"}'),
    ]
    run(signer.choose(files))
    codes = [one.refused and one.refused.code for one in signer.chosen]
    assert codes == ["signs-no-private"] * 6 + [None]


def test_a_name_that_no_zip_carries_everywhere_is_signed_alone():
    signer = _open()
    run(signer.choose([("año.jsonl", "{}"), ("log", "{}")]))
    assert _code(signer.sign()) == "signs-no-zip" and signer.host.saved == []
    signer.clear()
    run(signer.choose([("año.jsonl", "{}")]))
    assert run(signer.sign()) == ("año.jsonl.sig", 1)


def test_a_file_that_is_gone_when_it_is_signed_leaves_nothing_half_saved():
    signer = _open()
    run(signer.choose([("log", "{}"), ("gone", LOST)]))
    assert _code(signer.sign()) == "file-unreadable" and signer.host.saved == []
    assert len(signer.taken) == 2

"""Signatures in OpenSSH's form are read and written to the letter, and nothing else is taken."""

import hashlib

from pixelseal.model.signing import armor, signature, wire
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import Signature, signed_data

from tests.model.signing.outside import FINGERPRINT, PUBLIC, PUBLIC_LINE, SHA512, SIGNATURE

BLOB = armor.data_of(SIGNATURE, "SSH SIGNATURE")


def _code(untrusted):
    try:
        signature.parse(untrusted)
    except SigningRefused as error:
        return error.code
    return None


def _text(blob):
    return armor.armored("SSH SIGNATURE", blob, 70).encode()


def test_what_openssh_wrote_is_read_and_written_again_to_the_letter():
    read = signature.parse(SIGNATURE.encode())
    assert (read.public, read.namespace) == (PUBLIC, "pixelseal")
    assert len(read.signature) == 64
    assert read.to_text() == SIGNATURE
    mailed = SIGNATURE.replace("\n", "\r\n").encode()
    assert signature.parse(mailed) == read and signature.parse(SIGNATURE[:-1].encode()) == read


def test_what_is_signed_names_its_use_and_the_hash():
    wanted = b"SSHSIG\0\0\0\x09pixelseal\0\0\0\0\0\0\0\x06sha512\0\0\0\x40" + SHA512
    assert signed_data(SHA512) == wanted
    assert signed_data(SHA512, "mail") != wanted
    try:
        signed_data(SHA512[:32])
        raise AssertionError("another hash was signed")
    except ValueError:
        pass


def test_a_key_is_told_as_openssh_tells_it():
    assert wire.public_line(PUBLIC) == PUBLIC_LINE
    assert wire.key_in(PUBLIC_LINE.split()[1]) == PUBLIC
    assert wire.fingerprint(hashlib.sha256(wire.key_blob(PUBLIC)).digest()) == FINGERPRINT


def test_other_keys_and_other_hashes_are_told_from_damage():
    assert _code(_text(BLOB.replace(b"sha512", b"sha256"))) == "signature-other-kind"
    rsa = BLOB.replace(wire.string(wire.key_blob(PUBLIC)), wire.string(wire.string(b"ssh-rsa")))
    assert _code(_text(rsa)) == "signature-other-kind"


def test_every_byte_that_is_missing_or_too_many_is_refused():
    for count in range(len(BLOB)):
        assert _code(_text(BLOB[:count]) if count else b"") == "signature-unreadable", count
    assert _code(_text(BLOB + b"\0")) == "signature-unreadable"


def test_no_other_text_is_a_signature():
    lines = SIGNATURE.split("\n")
    for bad in (
        "",
        "Dear J. Doe",
        "\xff",
        SIGNATURE + "\n",
        " " + SIGNATURE,
        SIGNATURE + SIGNATURE,
        SIGNATURE.replace("SSH", "PGP"),
        SIGNATURE.replace("BEGIN", "END"),
        SIGNATURE.replace(lines[0], lines[0] + "\nComment: no\n"),
        SIGNATURE.replace(lines[1] + "\n", lines[1]),
        SIGNATURE.replace("U1NI", "U1N I"),
        SIGNATURE.replace("Y=\n", "Z=\n"),  # bits that a decoder drops
        SIGNATURE.replace("=\n", "\n"),
        "\n".join([lines[0], "A" * 30_000, lines[-2], ""]),
    ):
        assert _code(bad.encode()) == "signature-unreadable", bad[:80]
    assert _code(b"\xff\xfe") == "signature-unreadable"


def test_each_part_must_be_as_it_must_be():
    good = (1, wire.key_blob(PUBLIC), b"pixelseal", b"", b"sha512", wire.KEY_TYPE.encode(), 64)
    for place, bad in (
        (0, 2),
        (1, wire.key_blob(PUBLIC[:31])),
        (1, wire.key_blob(PUBLIC) + b"\0"),
        (2, b""),
        (2, b"\xff"),
        (2, b"n" * 256),
        (3, b"something"),
        (5, b"ssh-rsa"),
        (6, 63),
        (6, 65),
    ):
        parts = list(good)
        parts[place] = bad
        version, key, namespace, reserved, algorithm, kind, length = parts
        blob = b"SSHSIG" + wire.number(version)
        for part in (key, namespace, reserved, algorithm):
            blob += wire.string(part)
        blob += wire.string(wire.string(kind) + wire.string(b"\7" * length))
        assert _code(_text(blob)) == "signature-unreadable", (place, bad)
    assert _code(Signature(PUBLIC, "pixelseal", b"\7" * 64).to_text().encode()) is None

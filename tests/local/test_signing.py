"""Keys and signatures are those of OpenSSH and OpenSSL, and any edit of one is noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pixelseal.model.signing import private_key, signature, wire
from pixelseal.model.signing.private_key import EncryptedKey
from pixelseal.model.signing.refused import SigningRefused
from pixelseal.model.signing.signature import Signature

from tests.model.signing.outside import (
    ENCRYPTED,
    FINGERPRINT,
    MESSAGE,
    PASSPHRASE,
    PUBLIC,
    SEED,
    SIGNATURE,
)

pytest.importorskip("cryptography", reason="the extra `sign` is not installed")
pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="the page has primitives of its own"
)
from pixelseal.local import signing  # noqa: E402

NAME = "jane@example.org"


def program(name: str) -> str:
    """The path of a witness; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: nothing outside confirms what this shows")
    return found


def run(*command: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    words = [str(word) for word in command]
    return subprocess.run(words, input=given, capture_output=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def made() -> tuple[EncryptedKey, bytes]:
    return signing.new_key(PASSPHRASE.encode())


def _refusal(key: EncryptedKey, passphrase: str) -> str:
    with pytest.raises(SigningRefused) as refused:
        signing.opened(key, passphrase.encode())
    return refused.value.code


def test_a_signature_of_openssh_fits_and_its_key_has_its_name() -> None:
    read = signature.parse(SIGNATURE.encode())
    assert signing.fits(read, MESSAGE)
    assert not signing.fits(read, MESSAGE + b"\n")
    other = signing.signed(SEED, MESSAGE)
    assert not signing.fits(Signature(other.public, "pixelseal", read.signature), MESSAGE)
    assert not signing.fits(Signature(read.public, "mail", read.signature), MESSAGE)
    assert signing.fingerprint(PUBLIC) == FINGERPRINT


def test_a_key_that_openssl_encrypted_opens_and_no_other_passphrase_does() -> None:
    key = private_key.parse(ENCRYPTED.encode())
    assert signing.opened(key, PASSPHRASE.encode()) == SEED
    assert _refusal(key, PASSPHRASE + " ") == "passphrase-wrong"


def test_a_new_key_is_new_and_opens(made: tuple[EncryptedKey, bytes]) -> None:
    key, public = made
    seed = signing.opened(private_key.parse(key.to_text().encode()), PASSPHRASE.encode())
    assert signing.public_of(seed) == public
    assert (key.rounds, len(key.salt), len(key.iv)) == (600_000, 16, 16)


def test_openssl_opens_a_new_key_and_knows_its_public_half(
    made: tuple[EncryptedKey, bytes], tmp_path: Path
) -> None:
    key, public = made
    openssl = program("openssl")
    path = tmp_path / "key.pem"
    path.write_text(key.to_text())
    ways = ("-passin", f"pass:{PASSPHRASE}", "-pubout", "-outform", "DER")
    told = run(openssl, "pkey", "-in", path, *ways)
    assert told.returncode == 0, told.stderr
    assert told.stdout[-32:] == public
    assert run(openssl, "pkey", "-in", path, "-passin", "pass:wrong", "-noout").returncode != 0


def test_openssh_accepts_our_signature_and_nothing_else(tmp_path: Path) -> None:
    keygen = program("ssh-keygen")
    signed = signing.signed(SEED, MESSAGE)
    (tmp_path / "sig").write_text(signed.to_text())
    (tmp_path / "signers").write_text(f"{NAME} {wire.public_line(signed.public)}\n")
    known = (keygen, "-Y", "verify", "-f", tmp_path / "signers", "-s", tmp_path / "sig")
    told = run(*known, "-I", NAME, "-n", "pixelseal", given=MESSAGE)
    assert told.returncode == 0, told.stderr
    assert run(*known, "-I", NAME, "-n", "pixelseal", given=MESSAGE + b"\n").returncode != 0
    assert run(*known, "-I", NAME, "-n", "mail", given=MESSAGE).returncode != 0
    assert run(*known, "-I", "other", "-n", "pixelseal", given=MESSAGE).returncode != 0


def test_we_accept_what_openssh_signs(tmp_path: Path) -> None:
    keygen = program("ssh-keygen")
    key, file = tmp_path / "key", tmp_path / "certificate.txt"
    assert run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", key).returncode == 0
    file.write_bytes(MESSAGE * 1000)
    assert run(keygen, "-q", "-Y", "sign", "-n", "pixelseal", "-f", key, file).returncode == 0
    read = signature.parse((tmp_path / "certificate.txt.sig").read_bytes())
    assert signing.fits(read, file.read_bytes())
    line = (tmp_path / "key.pub").read_text().split()
    assert wire.public_line(read.public) == " ".join(line[:2])
    assert signing.fingerprint(read.public) in run(keygen, "-l", "-f", key).stdout.decode()


def test_keys_of_other_kinds_are_told_as_such(tmp_path: Path) -> None:
    openssl = program("openssl")
    form = ("-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "600000")
    for kind in ("x25519", "ed448", "RSA"):
        plain = run(openssl, "genpkey", "-algorithm", kind).stdout
        words = (openssl, "pkcs8", "-topk8", *form, "-passout", f"pass:{PASSPHRASE}")
        text = run(*words, given=plain).stdout
        assert _refusal(private_key.parse(text), PASSPHRASE) == "key-other-kind", kind


@given(st.data())
def test_any_edit_of_a_signature_or_its_file_is_noticed(data: st.DataObject) -> None:
    text, message = SIGNATURE.encode(), MESSAGE
    which = data.draw(st.sampled_from(["signature", "file"]))
    old = text if which == "signature" else message
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 5)))
    new = old[:start] + data.draw(st.binary(max_size=5)) + old[end:]
    if which == "file":
        assert signing.fits(signature.parse(text), new) == (new == message)
        return
    try:
        read = signature.parse(new)
    except SigningRefused:
        return
    # Line breaks may differ, and nothing else.
    same = signature.parse(text) == read
    assert same or read.namespace != "pixelseal" or not signing.fits(read, message)

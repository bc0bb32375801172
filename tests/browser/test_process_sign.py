"""Keys and signatures of the page are those of OpenSSL, OpenSSH and the command line."""

import base64
import subprocess
import zipfile
from pathlib import Path

import pytest
from pixelseal.core import engine
from pixelseal.model.signing import wire

from tests.core.support import file_of, photo, recipe
from tests.model.signing.outside import ENCRYPTED, FEW_ROUNDS, PASSPHRASE, SEED

from .conftest import Opener
from .drivers import Browser
from .process import part
from .product import JOB_SECONDS, Screen

pytestmark = pytest.mark.browser

NAME = "jane@example.org"
WORDS = "correct horse battery"
SAYS = "document.querySelector('#{}').textContent"
VALUE = "document.querySelector('#{}').value"
SHOWN = "document.querySelector('#{}').checkVisibility()"
TYPE = "(name, text) => { document.querySelector('#' + name).value = text; }"
SIGNED = "[...document.querySelectorAll('.verdict-signed')].map(e => e.textContent)"


@pytest.fixture
def opened(browser: Browser, opener: Opener) -> Screen:
    """The part Sign of the dialog Process, in a page from a file."""
    screen = opener(browser, "file")
    part(screen, "sign")
    return screen


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """An image and its certificate."""
    done = engine.redact(
        file_of(photo(64, 48, 1), "PNG"), recipe((8, 8, 16, 16)), label="study-1", build="source"
    )
    image, certificate = tmp_path / done.name, tmp_path / "study-1.certificate.txt"
    image.write_bytes(done.output)
    certificate.write_text(done.certificate, "ascii", newline="\n")
    return image, certificate


def run(*command: object, given: bytes = b"") -> bytes:
    """What a witness writes; it must find nothing wrong."""
    words = [str(word) for word in command]
    done = subprocess.run(words, input=given, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def made(browser: Browser) -> Path:
    """Make a key; the file that the page saved."""
    for name in ("sign-new", "sign-again"):
        browser.evaluate(TYPE, name, WORDS)
    key = browser.download(lambda: browser.click("button", "Make and save key"), 60)
    browser.wait(SHOWN.format("sign-key-part"), 60, "the key is open")
    return key


def signed(browser: Browser, *files: Path) -> Path:
    """Sign files with the open key; the file that the page saved."""
    browser.set_files("Choose files", files)
    able = "!document.querySelector('#sign-now').disabled"
    browser.wait(able, JOB_SECONDS, "the files were looked at")
    return browser.download(
        lambda: browser.evaluate("() => document.querySelector('#sign-now').click()"), 60
    )


def verified(screen: Screen, *files: Path, signers: Path | None = None) -> tuple[str, list[str]]:
    """The verdict on all, and what is said of each signature."""
    browser = screen.browser
    browser.click("button", "Verify")
    browser.set_files("Certificate files", files)
    if signers is not None:
        browser.set_files("List of signers (if you have one)", [signers])
    browser.click("button", "Compare", JOB_SECONDS)
    found, told = screen.verdicts()[0], browser.evaluate(SIGNED)
    browser.click("button", "Close")
    return found, list(told)


def test_a_key_made_here_signs_what_openssh_accepts_and_verify_names_its_owner(
    opened: Screen, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    browser = opened.browser
    key = made(browser)
    assert "ENCRYPTED PRIVATE KEY" in key.read_text() and "private" in key.name
    assert [browser.evaluate(VALUE.format(name)) for name in ("sign-new", "sign-again")] == ["", ""]
    public = run("openssl", "pkey", "-in", key, "-passin", f"pass:{WORDS}", "-pubout")
    line = browser.evaluate(VALUE.format("sign-line"))
    signers = tmp_path / "list"
    signers.write_text(f"{NAME} {line}\n")
    told = run("ssh-keygen", "-l", "-f", "-", given=f"{line}\n".encode()).decode()
    assert browser.evaluate(SAYS.format("sign-fingerprint")) == told.split()[1]
    # The last 32 bytes of either are the key.
    assert base64.b64decode(b"".join(public.splitlines()[1:-1]))[-32:] == wire.key_in(
        line.split()[1]
    )

    image, certificate = pair
    beside = certificate.with_name(certificate.name + ".sig")
    beside.write_bytes(signed(browser, certificate).read_bytes())
    words = ("-f", signers, "-I", NAME, "-n", "pixelseal", "-s", beside)
    run("ssh-keygen", "-Y", "verify", *words, given=certificate.read_bytes())
    log = tmp_path / "log.jsonl"
    log.write_text("{}\n")
    with zipfile.ZipFile(signed(browser, certificate, log)) as whole:
        assert sorted(whole.namelist()) == ["log.jsonl.sig", beside.name]
        assert whole.read(beside.name) == beside.read_bytes()

    browser.click("button", "Forget the key")
    assert not browser.evaluate(SHOWN.format("sign-files-part"))
    browser.click("button", "Close")
    files = (image, certificate)
    assert verified(opened, *files)[1] == ["Not signed"]
    found, (told,) = verified(opened, *files, beside)
    assert found == "unchanged" and told.startswith("Signed, with a key that nobody vouches for")
    found, (told,) = verified(opened, *files, beside, signers=signers)
    assert found == "unchanged" and told.startswith(f"Signed with a listed key: {NAME} SHA256:")
    assert verified(opened, *files, signers=signers) == ("unvouched", ["Not signed"])
    # As mail does, which a certificate survives, and its signature does not.
    certificate.write_bytes(certificate.read_bytes().replace(b"\n", b"\r\n"))
    found, (told,) = verified(opened, *files, beside, signers=signers)
    assert found == "unvouched" and told.startswith("The signature does not fit")


def test_a_key_of_openssl_signs_the_same_bytes_here_as_on_the_command_line(
    opened: Screen, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    signing = pytest.importorskip("pixelseal.local.signing")
    browser, key, certificate = opened.browser, tmp_path / "key.pem", pair[1]
    key.write_text(FEW_ROUNDS)
    browser.set_files("Choose its file", [key])
    says = SAYS.format("sign-outcome")
    browser.wait(f"{says}.includes('2048 rounds of PBKDF2')", 60, "it is refused")
    assert not browser.evaluate(SHOWN.format("sign-passphrase"))
    key.write_text(ENCRYPTED)
    browser.set_files("Choose its file", [key])
    browser.wait(SHOWN.format("sign-passphrase"), 60, "its passphrase is asked for")
    browser.evaluate(TYPE, "sign-passphrase", "not its passphrase")
    browser.press("Enter")
    browser.wait(f"{says}.includes('This is not the passphrase')", 60, "it is told")
    assert browser.evaluate(VALUE.format("sign-passphrase")) == ""
    browser.evaluate(TYPE, "sign-passphrase", PASSPHRASE)
    browser.press("Enter")
    browser.wait(SHOWN.format("sign-key-part"), 60, "the key is open")
    data = certificate.read_bytes()
    assert signed(browser, certificate).read_text() == signing.signed(SEED, data).to_text()
    browser.set_files("Choose files", [pair[0]])
    said = SAYS.format("sign-chosen")
    browser.wait(f"{said}.includes('An image is not signed itself')", JOB_SECONDS, "it is told")


def test_a_browser_without_such_keys_says_what_to_do_instead(
    browser: Browser, opener: Opener
) -> None:
    screen = opener(browser, "hosted")
    screen.wait_sealed()
    browser.evaluate(
        "() => { SubtleCrypto.prototype.generateKey = async () => { throw new Error('x'); }; }"
    )
    part(screen, "sign")
    said = f"{SAYS.format('sign-outcome')}.includes('ssh-keygen -Y sign -n pixelseal')"
    browser.wait(said, 60, "it is told")
    assert not browser.evaluate(SHOWN.format("sign-make-part"))

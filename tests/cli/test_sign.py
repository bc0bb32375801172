"""`sign` makes keys and signatures, and `verify` says in words what a signature shows."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from pixelseal.local import logs

from tests.cli.support import answers, pixelseal, redacted
from tests.local.test_signing import MESSAGE, NAME, program, run
from tests.model.signing.outside import FEW_ROUNDS, PASSPHRASE, SIGNATURE

pytest.importorskip("cryptography", reason="the extra `sign` is not installed")
pytestmark = pytest.mark.skipif(
    sys.platform == "emscripten", reason="no programs can be started inside Pyodide"
)


class Signer:
    """A key, its passphrase in a file, and the list that names it."""

    def __init__(self, folder: Path) -> None:
        self.key, self.passphrase = folder / "key.pem", folder / "passphrase"
        self.signers = folder / "signers"
        self.passphrase.write_text(PASSPHRASE + "\n")
        words = ("sign", "key", "--out", self.key, "--passphrase-file", self.passphrase)
        self.told = pixelseal(*words)
        self.line, self.name = self.told.stdout.splitlines()[-2:]
        self.signers.write_text(f"{NAME} {self.line}\n")

    def sign(self, *files: object) -> None:
        words = ("--key", self.key, "--passphrase-file", self.passphrase)
        done = pixelseal("sign", *files, *words)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return Signer(tmp_path_factory.mktemp("signer"))


@pytest.fixture
def clean(image: Path, tmp_path: Path) -> dict[str, str]:
    """The answer of `redact` for one image in a folder of its own."""
    return redacted(image, tmp_path / "clean")


def _signature(*arguments: object) -> tuple[int, str, str]:
    """The exit code of `verify`, the status of the one signature, and whose it is."""
    done = pixelseal("verify", *arguments, "--json")
    (row,) = answers(done)
    found = row["signature"]
    assert len(found["sentence"]) > 50
    return done.returncode, found["status"], found["signer"]


def test_a_new_key_is_for_its_owner_alone_and_never_replaces_one(signer: Signer) -> None:
    assert signer.told.returncode == 0, signer.told.stderr
    assert signer.line.startswith("ssh-ed25519 AAAA") and signer.name.startswith("SHA256:")
    if os.name != "nt":
        assert signer.key.stat().st_mode & 0o77 == 0
    before = signer.key.read_bytes()
    words = ("sign", "key", "--out", signer.key, "--passphrase-file", signer.passphrase)
    again = pixelseal(*words)
    assert again.returncode == 2 and "output-exists" in again.stderr
    assert signer.key.read_bytes() == before
    assert PASSPHRASE not in signer.told.stdout + signer.told.stderr


def test_a_key_is_not_written_among_results(clean: dict[str, str], signer: Signer) -> None:
    place = Path(clean["output"]).with_name("key.pem")
    done = pixelseal("sign", "key", "--out", place, "--passphrase-file", signer.passphrase)
    assert done.returncode == 2 and "key-among-results" in done.stderr
    assert not place.exists()


def test_what_a_listed_key_signed_is_told_with_its_name(
    clean: dict[str, str], signer: Signer
) -> None:
    certificate = Path(clean["certificate"])
    folder, signers = certificate.parent, ("--signers", signer.signers)
    assert _signature(folder) == (0, "unsigned", "")
    assert _signature(folder, *signers) == (1, "unsigned", "")
    signer.sign(certificate)
    assert _signature(folder) == (0, "signed-by-unnamed", "")
    assert _signature(folder, *signers) == (0, "signed", NAME)
    # The signature is found beside the certificate, whichever files are named.
    assert _signature(clean["output"], certificate, *signers) == (0, "signed", NAME)
    said = pixelseal("verify", folder, *signers).stdout
    assert NAME in said and signer.name in said and "does not show when" in said
    assert "is not signed" not in said
    said = pixelseal("verify", folder).stdout
    assert "nobody vouches for" in said and NAME not in said


def test_openssh_accepts_what_the_command_signed(clean: dict[str, str], signer: Signer) -> None:
    keygen = program("ssh-keygen")
    certificate = Path(clean["certificate"])
    signer.sign(certificate)
    words = ("-Y", "verify", "-f", signer.signers, "-I", NAME, "-n", "pixelseal")
    beside = certificate.with_name(certificate.name + ".sig")
    told = run(keygen, *words, "-s", beside, given=certificate.read_bytes())
    assert told.returncode == 0, told.stderr


def test_each_thing_that_is_wrong_with_a_signature_is_told(
    clean: dict[str, str], signer: Signer, tmp_path: Path
) -> None:
    certificate = Path(clean["certificate"])
    beside = certificate.with_name(certificate.name + ".sig")
    folder, signers = certificate.parent, ("--signers", signer.signers)
    beside.write_text(SIGNATURE)  # of another text, with another key
    assert _signature(folder) == (1, "signature-wrong", "")
    beside.write_text("Dear J. Doe")
    assert _signature(folder) == (1, "signature-unreadable", "")
    beside.unlink()
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    Signer(stranger).sign(certificate)
    assert _signature(folder, *signers) == (1, "signed-by-stranger", "")
    beside.unlink()
    signer.sign(certificate)
    text = certificate.read_bytes()
    certificate.write_bytes(text.replace(b"\n", b"\r\n"))  # unchanged for all else, as mail does
    code, status, _name = _signature(folder, *signers)
    assert (code, status) == (1, "signature-wrong")
    certificate.write_bytes(text)
    keygen = program("ssh-keygen")
    beside.unlink()
    key = tmp_path / "openssh"
    run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", key)
    run(keygen, "-q", "-Y", "sign", "-n", "file", "-f", key, certificate)
    assert _signature(folder)[:2] == (1, "signature-for-other-use")
    beside.unlink()
    run(
        keygen,
        "-q",
        "-Y",
        "sign",
        "-n",
        "pixelseal",
        "-O",
        "hashalg=sha256",
        "-f",
        key,
        certificate,
    )
    assert _signature(folder)[:2] == (1, "signature-other-kind")


def test_a_signature_of_another_file_has_a_row_of_its_own(tmp_path: Path, signer: Signer) -> None:
    log, signers = tmp_path / "notes.txt", ("--signers", signer.signers)
    log.write_text("{}\n")
    signer.sign(log)
    done = pixelseal("verify", tmp_path / "notes.txt.sig", *signers, "--json")
    (row,) = answers(done)
    assert done.returncode == 0 and row["status"] == "signature"
    assert (row["signature"]["status"], row["signature"]["signer"]) == ("signed", NAME)
    with log.open("a") as more:
        more.write("{}\n")
    assert _signature(tmp_path / "notes.txt.sig", *signers)[:2] == (1, "signature-wrong")
    log.unlink()
    assert _signature(tmp_path / "notes.txt.sig")[:2] == (1, "signature-alone")


def test_a_log_is_told_with_its_signature_in_one_row(tmp_path: Path, signer: Signer) -> None:
    log, signers = tmp_path / "log.jsonl", ("--signers", signer.signers)
    logs.add(log, "reviewed", {"who": "A. Person", "images": 2})
    assert _signature(log) == (0, "unsigned", "")
    assert _signature(log, *signers) == (1, "unsigned", "")
    signer.sign(log)
    for named in ((log,), (log, f"{log}.sig"), (tmp_path,)):
        done = pixelseal("verify", *named, *signers, "--json")
        (row,) = answers(done)
        assert (done.returncode, row["status"], row["signature"]["signer"]) == (0, "log", NAME)
    said = pixelseal("verify", log, *signers).stdout
    assert said.startswith(f"{log}: Whole: 2 lines.") and NAME in said
    logs.add(log, "reviewed", {"who": "A. Person", "images": 2})
    assert _signature(log)[:2] == (1, "signature-wrong")
    text = log.read_text("utf-8")
    log.write_text(text.replace('"images":2', '"images":3', 1), "utf-8")
    done = pixelseal("verify", log, "--json")
    row = answers(done)[0]
    assert done.returncode != 0 and (row["status"], row["line"]) == ("broken", 2)


def test_what_is_private_is_not_signed(clean: dict[str, str], signer: Signer) -> None:
    folder = Path(clean["record"]).parent
    (folder / "PRIVATE.txt").write_text("Keep this folder apart.")
    (folder / "table.csv").write_text('"Alternate ID","Source name","Source SHA-256"\r\n')
    (folder / "project.json").write_text('{"images": [], "pixelseal": "project/2"}')
    files = (clean["record"], *sorted(folder.glob("[Ptp]*.*")), signer.key)
    words = ("--key", signer.key, "--passphrase-file", signer.passphrase, "--json")
    done = pixelseal("sign", *files, *words)
    rows = answers(done)
    assert done.returncode == 1 and len(rows) >= 5
    assert {row["code"] for row in rows} == {"signs-no-private"}
    assert not list(folder.glob("*.sig"))


def test_a_list_of_signers_may_begin_with_a_byte_order_mark(
    clean: dict[str, str], signer: Signer, tmp_path: Path
) -> None:
    signer.sign(clean["certificate"])
    marked = tmp_path / "marked"
    marked.write_bytes(b"\xef\xbb\xbf" + signer.signers.read_bytes())
    assert _signature(Path(clean["output"]).parent, "--signers", marked) == (0, "signed", NAME)


def test_what_is_not_signed_is_refused_and_stops_no_other(
    clean: dict[str, str], signer: Signer, tmp_path: Path
) -> None:
    certificate, letter = Path(clean["certificate"]), tmp_path / "letter.sig"
    letter.write_text("x")
    altered = tmp_path / "altered.txt"
    altered.write_text(certificate.read_text().replace("JPEG", "JPEG."))
    words = ("--key", signer.key, "--passphrase-file", signer.passphrase, "--json")
    files = (clean["output"], letter, altered, tmp_path / "missing", certificate)
    done = pixelseal("sign", *files, *words)
    assert done.returncode == 1
    codes = [row.get("code") for row in answers(done)]
    assert codes == [
        "signs-no-image", "signs-no-signature", "certificate-altered", "file-missing", None
    ]  # fmt: skip
    again = pixelseal("sign", certificate, *words)
    assert [row["code"] for row in answers(again)] == ["output-exists"]


def test_each_thing_that_is_wrong_with_a_key_is_told(tmp_path: Path, signer: Signer) -> None:
    file, key, passphrase = tmp_path / "log", tmp_path / "key", tmp_path / "passphrase"
    file.write_text("{}\n")

    def code(text: str, said: str = PASSPHRASE) -> str:
        key.write_text(text)
        passphrase.write_text(said)
        done = pixelseal("sign", file, "--key", key, "--passphrase-file", passphrase)
        assert done.returncode == 2 and done.stdout == ""
        assert not file.with_name("log.sig").exists()
        return done.stderr.rpartition("[")[2].rstrip("]\n")

    assert code(signer.key.read_text(), "not the passphrase") == "passphrase-wrong"
    assert code(FEW_ROUNDS) == "key-rounds"
    assert code(MESSAGE.decode()) == "key-unreadable"
    words = ("sign", file, "--key", signer.key)
    done = pixelseal(*words)  # no terminal
    assert done.returncode == 2 and "passphrase-no-terminal" in done.stderr
    short = tmp_path / "short"
    short.write_text("eleven sign")
    done = pixelseal("sign", "key", "--out", tmp_path / "new", "--passphrase-file", short)
    assert done.returncode == 2 and "passphrase-short" in done.stderr
    assert not (tmp_path / "new").exists()
    for more in (("key", "--key", signer.key, "--out", key), ("other", "--out", key), (file,)):
        assert pixelseal("sign", *more).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are those of POSIX")
def test_a_passphrase_is_asked_for_twice_without_echo(tmp_path: Path) -> None:
    from tests.cli.terminal import typed

    key = tmp_path / "key.pem"
    code, shown = typed(("sign", "key", "--out", key), [PASSPHRASE, PASSPHRASE])
    assert code == 0, shown
    assert PASSPHRASE not in shown and "Passphrase for the new key" in shown
    code, shown = typed(("sign", "key", "--out", tmp_path / "b"), [PASSPHRASE, PASSPHRASE + "!"])
    assert code == 2 and "passphrase-differs" in shown and not (tmp_path / "b").exists()
    (tmp_path / "log").write_text("{}")
    code, shown = typed(("sign", tmp_path / "log", "--key", key), [PASSPHRASE])
    assert code == 0 and (tmp_path / "log.sig").exists(), shown


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are those of POSIX")
def test_a_terminal_that_hid_a_passphrase_shows_letters_again_after_ctrl_c(tmp_path: Path) -> None:
    from tests.cli.terminal import interrupted

    key = tmp_path / "key.pem"
    assert interrupted(("sign", "key", "--out", key)) == (130, False, True)
    assert not key.exists()


def test_a_list_of_signers_that_is_not_understood_begins_nothing(
    clean: dict[str, str], tmp_path: Path
) -> None:
    signers = tmp_path / "signers"
    signers.write_text("* ssh-ed25519 AAAA\n")
    done = pixelseal("verify", clean["output"], "--signers", signers)
    assert done.returncode == 2 and "signers-line" in done.stderr and "Line 1" in done.stderr


def test_without_the_extra_all_else_works_and_signatures_say_what_to_install(
    clean: dict[str, str], signer: Signer, tmp_path: Path
) -> None:
    certificate = Path(clean["certificate"])
    signer.sign(certificate)
    lost = tmp_path / "lost"
    lost.mkdir()
    (lost / "cryptography.py").write_text("raise ImportError")
    environment = {"PYTHONPATH": os.pathsep.join([str(lost), os.environ.get("PYTHONPATH", "")])}
    done = pixelseal("verify", certificate.parent, environment=environment)
    assert done.returncode == 1 and "Unchanged" in done.stdout and "[sign]" in done.stdout
    words = ("--key", signer.key, "--passphrase-file", signer.passphrase)
    done = pixelseal("sign", certificate, *words, environment=environment)
    assert done.returncode == 2 and "signing-not-installed" in done.stderr
    # A list of signers changes nothing about that: all else is compared, and this is not enough.
    listed = ("--signers", signer.signers)
    done = pixelseal("verify", certificate.parent, *listed, environment=environment)
    assert done.returncode == 1 and "Unchanged" in done.stdout and "[sign]" in done.stdout
    Path(f"{certificate}.sig").unlink()
    assert pixelseal("verify", certificate.parent, environment=environment).returncode == 0


def test_a_copy_elsewhere_keeps_its_signature(
    clean: dict[str, str], signer: Signer, tmp_path: Path
) -> None:
    signer.sign(clean["certificate"])
    copy = shutil.copytree(Path(clean["certificate"]).parent, tmp_path / "copy")
    assert _signature(copy, "--signers", signer.signers) == (0, "signed", NAME)

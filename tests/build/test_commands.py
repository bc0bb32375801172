"""The build's commands as a person runs them: what they say, and how they fail."""

import os
import socket
from pathlib import Path

import pytest

from app.build import commands, places, weights

from .run_build import build


def test_help_names_the_commands() -> None:
    ended = build("--help")
    assert ended.returncode == 0
    for command in ("serve", "test", "bench", "counts", "bundle", "clean"):
        assert command in ended.stdout


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = build("serve", "--no-open", "--port", str(port))
    assert ended.returncode != 0
    assert f"Port {port} is taken" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_given_folder_that_is_none_is_said_in_one_sentence(tmp_path: Path) -> None:
    environment = {"PIXELSEAL_CACHE": str(tmp_path / "cache")}
    ended = build("bundle", "--from", str(tmp_path / "none"), env=environment)
    assert ended.returncode != 0
    assert "is not a folder" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_network_and_carriers_the_missing_files_are_named(tmp_path: Path) -> None:
    # An npm that finds no network, as the client itself tells it.
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text("#!/bin/sh\necho 'npm error network request failed' >&2\nexit 1\n")
    npm.chmod(0o755)
    (npm.parent / "node").symlink_to("/bin/false")
    environment = {
        "PIXELSEAL_CACHE": str(tmp_path / "cache"),
        "PATH": f"{npm.parent}{os.pathsep}/bin",
    }
    ended = build("bundle", env=environment)
    assert ended.returncode == 1
    assert "pyodide.asm.wasm" in ended.stderr
    assert "network request failed" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_full_disk_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(commands, "_bundle", full)
    assert commands.main(["bundle"]) == 1
    assert "no space left on the disk" in capsys.readouterr().err


def test_clean_keeps_what_it_did_not_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, dist = tmp_path / "cache", tmp_path / "dist"
    for folder in (cache / "vendor-1", cache / "letters", dist / "site"):
        folder.mkdir(parents=True)
    monkeypatch.setenv("PIXELSEAL_CACHE", str(cache))
    monkeypatch.setattr(places, "DIST", dist)
    monkeypatch.setattr(places, "ROOT", tmp_path / "tree")
    assert commands.main(["clean", "--cache"]) == 0
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["cache", "letters"]


def test_clean_leaves_nothing_of_an_older_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What lies in build/lib, setuptools would put into the next package as well.
    for folder in ("build/lib/app", "app/pixelseal.egg-info", "app/build", weights.HOME):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "DIST", tmp_path / "dist")
    assert commands.main(["clean"]) == 0
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["app", "app/build", "app/pixelseal", "app/pixelseal/local"]

"""The build accepts every command that CONTRIBUTING tells a newcomer to type."""

import re
import shlex
import subprocess
import sys

import pytest

from app.build.commands import main

from .run_build import ROOT

COMMANDS = re.findall(
    r"^    python3 build\.py (.*?)(?: {2,}#.*)?$",
    "\n".join((ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "README.md")),
    re.MULTILINE,
)


@pytest.mark.parametrize("words", sorted({command.split()[0] for command in COMMANDS}))
def test_each_command_explains_itself(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([words, "--help"])
    assert ended.value.code == 0 and words in capsys.readouterr().out


def test_the_one_test_is_there() -> None:
    (chosen,) = [command for command in COMMANDS if " -- " in command]
    arguments = shlex.split(chosen.partition(" -- ")[2])
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout

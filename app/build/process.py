"""Runs other programs and turns their failure into a sentence. Never goes through a shell."""

import errno
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.build.report import BuildError, say

# Seconds of silence after which a person is told that a long step is still running.
HEARTBEAT = 15


class CommandFailed(Exception):
    """The program failed, or could not be started; the text says why in one line."""

    def __init__(self, reason: str, output: str = "") -> None:
        super().__init__(reason)
        self.output = output


def run(
    command: Sequence[str],
    *,
    label: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run `command` without input and return its output; `label` names the step in progress lines.

    Raises CommandFailed with the reason, or BuildError when the disk is full.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise CommandFailed(f"{command[0]} cannot be started ({error.strerror})") from error
    output = _wait(process, label)
    if process.returncode == 0:
        return output
    if "No space left on device" in output or "ENOSPC" in output:
        raise OSError(errno.ENOSPC, "No space left on device")
    reason = _reason(output) or f"{command[0]} ended with code {process.returncode}"
    raise CommandFailed(reason, output)


def _wait(process: "subprocess.Popen[str]", label: str) -> str:
    waited = 0
    try:
        while True:
            try:
                return process.communicate(timeout=HEARTBEAT)[0]
            except subprocess.TimeoutExpired:
                waited += HEARTBEAT
                say(f"  … {label}: still at work after {waited} s")
    except BaseException:
        process.kill()
        process.wait()
        raise


def _reason(output: str) -> str:
    """Return the most telling line of a failed program's output: the last error, or the last."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or [""])[-1][:300]


def checked(
    command: Sequence[str], *, label: str, failure: str, env: Mapping[str, str] | None = None
) -> str:
    """Run `command`; on failure raise BuildError with `failure` and the program's own reason."""
    try:
        return run(command, label=label, env=env)
    except CommandFailed as error:
        raise BuildError(f"{failure} ({error})") from error

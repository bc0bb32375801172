"""The benchmark's rows, as a table for people and as JSON. Times nothing."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Row:
    """One figure beside its baseline of the same minute; medians in milliseconds, or bytes.

    A baseline of None is one that failed at the same task.
    """

    what: str
    where: str
    ours: float
    baseline: float | None
    baseline_is: str
    unit: str
    target: float | None  # the ratio it is meant to stay under, None where there is none
    limit: float | None = None  # what `ours` itself is meant to stay under
    load: float = field(default_factory=lambda: os.getloadavg()[0])  # of the machine, just then
    failure: str = ""  # what the baseline fails with, where it does

    @property
    def ratio(self) -> float | None:
        """Ours over the baseline."""
        return None if self.baseline is None else self.ours / self.baseline

    @property
    def verdict(self) -> str:
        """Whether it met its targets; empty where it has none."""
        if self.target is None and self.limit is None:
            return ""
        over = self.target is not None and self.ratio is not None and self.ratio > self.target
        return "missed" if over or (self.limit is not None and self.ours > self.limit) else "met"


def row(
    what: str, where: str, ours: list[float], baseline: list[float], baseline_is: str,
    target: float | None = None, limit: float | None = None,
) -> Row:  # fmt: skip
    """A row of medians of milliseconds."""
    return Row(what, where, median(ours), median(baseline), baseline_is, "ms", target, limit)


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = [
        "| what | where | ours | baseline | ratio | target | |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in rows:
        wanted = [] if one.target is None else [f"≤ {one.target:g} ×"]
        wanted += [] if one.limit is None else [f"≤ {_shown(one.limit, one.unit)}"]
        beside = f"fails: {one.failure}".removesuffix(": ")
        if one.baseline is not None:
            beside = _shown(one.baseline, one.unit)
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        lines.append(
            f"| {one.what} | {one.where} | {_shown(one.ours, one.unit)} | "
            f"{beside} ({one.baseline_is}) | {ratio} | "
            f"{', '.join(wanted)} | {one.verdict} |"
        )
    return "\n".join(lines)


def _shown(value: float, unit: str) -> str:
    return f"{value / 1e6:.1f} MB" if unit == "bytes" else f"{value:,.0f} {unit}"


def merged(before: list[Row], now: list[Row]) -> list[Row]:
    """The earlier rows, with those that were measured now replaced."""
    taken = {(one.what, one.where): one for one in now}
    found = [taken.pop((one.what, one.where), one) for one in before]
    return found + list(taken.values())


def read(path: Path) -> list[Row]:
    """The rows that were written on this machine; none where it was another, or none were."""
    if not path.is_file():
        return []
    content = json.loads(path.read_text("utf-8"))
    if content["machine"] != _machine():
        return []
    names = [one.name for one in fields(Row)]
    return [Row(**{name: one[name] for name in names}) for one in content["rows"]]


def write(rows: list[Row], path: Path) -> None:
    """The rows and the machine as JSON."""
    content: dict[str, Any] = {
        "machine": _machine(),
        "rows": [{**asdict(one), "ratio": one.ratio and round(one.ratio, 3)} for one in rows],
    }
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _machine() -> dict[str, str]:
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()

"""An answer as text for a person. Prints nothing; names are escaped when printed."""

from pathlib import Path
from typing import Any

from pixelseal.model import formats
from pixelseal.model.messages import sentence
from pixelseal.model.signing import verdicts as signatures
from pixelseal.model.verify import verdicts


def lines(answer: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The text of the answer, and what goes to standard error: everything refused."""
    file, status = answer["file"], answer["status"]
    if answer.get("pages", 0) != 1 and "page" in answer:
        file += f", page {answer['page']} of {answer['pages']}"
    if status == "not-begun":
        return [], []  # counted in the command's summary
    if status in ("refused", "withheld", "broken", "fault"):
        return [], [f"{file}: {answer['sentence']} [{answer['code']}]", *_details(answer)]
    if "path" in answer or "manifest" in answer:
        return [f"{file}: {answer['sentence']}"], []
    if status in verdicts.STATUSES and "path" not in answer and "image" not in answer:
        file += f", {answer['certificate']}" if answer["certificate"] else ""
        # The meaning of "unchanged" is printed once, after all answers.
        meant = answer["sentence"]
        if status == verdicts.UNCHANGED:
            meant = verdicts.named(answer["certificate_is_about"], Path(answer["file"]).name)
        said = [f"{file}: {verdicts.title(answer)}. {meant}".rstrip()]
        found = answer["signature"]
        if found and found["status"] != signatures.UNSIGNED:
            said.append(f"  {signatures.title(found)}")
        if policy := answer["policy"]:
            said.append(f"  {sentence('policy-named', policy)}")
        return said, []
    if "public_key" in answer:
        written = sentence("key-written", {"name": answer["file"]})
        return [written, answer["public_key"], answer["key"]], []
    if isinstance(answer.get("signature"), dict):
        found = answer["signature"]
        signed = found["status"] != signatures.UNSIGNED
        return [f"{file}: {answer['sentence']}", *[f"  {signatures.title(found)}"] * signed], []
    if "signature" in answer:
        values = {"key": answer["key"], "name": answer["signature"]}
        return [f"{file}: {sentence('signature-written', values)}"], []
    if "settled" in answer:
        return [f"{file}: {answer['sentence']}", *_settled(answer)], []
    if "dry_run" in answer:
        notes = [f"  note: {row['sentence']}" for row in answer["notes"]]
        return [f"{file}: {answer['sentence']}", *_again(answer), *notes], []
    if "sentences" in answer:
        return [f"{file}: {answer['sentence']}", *(f"  {row}" for row in answer["sentences"])], []
    if "sentence" in answer:
        return [f"{file}: {answer['sentence']}"], []
    if "found" in answer:
        count = sentence("found", {"count": len(answer["found"])})
        return [f"{file}: {count}", *map(_place, answer["found"])], []
    if "output" in answer:
        return [
            f"{file}: written to {answer['output']}",
            f"  certificate {answer['certificate']}",
            f"  private record {answer['record']}",
            *_again(answer),
            *(f"  note: {row['sentence']}" for row in answer["notes"]),
        ], []
    size = f"{answer['width']} x {answer['height']} pixels"
    pages = sentence("page-count", {"count": answer["pages"]})
    said = [f"{file}: {formats.named(answer['format']).label}, {size}, {pages}"]
    for row in answer["findings"]:
        letter = f" ({row['identifier']})" if row["identifier"] else ""
        value = f": {_value(row)}" if row["value"] else ""
        said.append(f"  {row['where']}: {row['sentence']}{letter}{value}")
    if not answer["decoded"]:
        said.append(f"  {sentence('not-decoded', {})}")
    return said, []


def _settled(answer: dict[str, Any]) -> list[str]:
    """What a project says of its whole set: a line for each thing that was said."""
    told, rows = answer["settled"] or {}, []
    for name in ("purpose", "basis", "may_show", "outputs", "backups"):
        if told.get(name) is not None:
            value = sentence(f"log-basis-{told[name]}", {}) if name == "basis" else told[name]
            rows.append((name, value))
    rows += [("people", f"{row['who']} ({row['role']})") for row in told.get("people", [])]
    if policy := told.get("policy"):
        rows.append(("policy", f"{policy['name']}, {policy['version']}, {policy['sha256']}"))
    if counted := answer["visible"]:
        rows.append(("visible", ", ".join(f"{letter}: {counted[letter]}" for letter in counted)))
    return [f"  {sentence('prep-name-' + name, {})}: {value}" for name, value in rows]


def _again(answer: dict[str, Any]) -> list[str]:
    """What programs found in the finished image, if they looked."""
    if "again" not in answer:
        return []
    said = sentence("found-again", {"count": len(answer["again"])})
    return [f"  {said}", *(f"  {_place(row)}" for row in answer["again"])]


def _value(finding: dict[str, str]) -> str:
    """The text of a finding: from the file, or why its colour profile cannot be used."""
    value = finding["value"]
    if finding["kind"] == "colour-profile-unusable":
        return f"{sentence(value, {})} [{value}]"
    return value


def _place(row: dict[str, Any]) -> str:
    kind, letters = sentence(f"found-{row['kind']}", {}), ", ".join(row["reasons"])
    box = ",".join(str(row[name]) for name in ("x", "y", "width", "height"))
    on = f"page {row['page']}: " if "page" in row else ""
    return f"  {on}{kind} {box} ({letters}), {row['confidence']:.2f}"


def suggested(project: Path | None) -> list[str]:
    """What to know of all answers of `suggest`, and where the proposals were written."""
    written = [sentence("proposals-written", {"path": str(project)})] if project else []
    return [sentence("found-not-all", {}), *written]


def summed_up(statuses: list[str]) -> str:
    """What happened to everything that was requested, when it was stopped."""
    refused = sum(status in ("refused", "withheld") for status in statuses)
    left = statuses.count("not-begun")
    return f"Stopped: {len(statuses) - refused - left} done, {refused} refused, {left} not begun."


def _details(answer: dict[str, Any]) -> list[str]:
    found = [f"  {answer['fault']}"] if "fault" in answer else []
    for check in answer.get("report", {}).get("checks", []):
        if not check["passed"]:
            found.append(f"  {check['id']}: {check['sentence']}")
    return found

"""Adds an institution's policy to a site that was built (docs/hosting.md). Does not judge it.

The page is told of it by its facts, so that a site without one is asked for none. What runs stays
the same, and so does the build's name.
"""

import hashlib
import json
import re
from pathlib import Path

from app.build.report import BuildError, say

_FACTS = re.compile(
    r'(<script type="application/json" id="pixelseal-facts">)(.*?)(</script>)', re.DOTALL
)
_SUMS = re.compile(r"const sums = (\{.*\});")
_NAME = "policy-{}.json"
_MOST = 64 * 1024  # bytes, as docs/policy.md has it


def add(site: Path, policy: Path | None) -> None:
    """Put the policy into the site's folder and name it in its page; None takes it away again.

    BuildError if one of them is not what it should be; then nothing is changed.
    """
    data = b"" if policy is None else _read(policy)
    page, worker = site / "index.html", site / "sw.js"
    try:
        markup, script = page.read_text("utf-8"), worker.read_text("utf-8")
    except OSError as error:
        raise BuildError(f"{site} is no site that build.py made ({error.strerror})") from error
    found, listed = _FACTS.search(markup), _SUMS.match(script)
    if found is None or listed is None:
        raise BuildError(f"{site} is no site that build.py made")
    facts, sums = json.loads(found[2]), json.loads(listed[1])
    before = facts.pop("policy", None)
    if before is not None:
        sums.pop(before["url"], None)
    if policy is not None:
        digest = hashlib.sha256(data).hexdigest()
        name = _NAME.format(digest[:16])
        facts["policy"] = {"url": name, "size": len(data), "sha256": digest}
        sums[name] = digest
        (site / name).write_bytes(data)
    text = json.dumps(facts, sort_keys=True).replace("<", "\\u003c")
    markup = markup[: found.start(2)] + text + markup[found.end(2) :]
    sums[""] = hashlib.sha256(markup.encode()).hexdigest()
    script = f"const sums = {json.dumps(sums, sort_keys=True)};" + script[listed.end() :]
    worker.write_text(script, "utf-8", newline="\n")
    page.write_text(markup, "utf-8", newline="\n")
    if before is not None and (policy is None or before["url"] != name):
        (site / before["url"]).unlink(missing_ok=True)
    say(f"{page} has {'no policy' if policy is None else f'the policy {policy}'}.")


def _read(policy: Path) -> bytes:
    try:
        data = policy.read_bytes()
        untrusted = json.loads(data) if len(data) <= _MOST else None
    except (OSError, ValueError) as error:
        raise BuildError(f"{policy} cannot be read as a policy ({error})") from error
    version = untrusted.get("pixelseal") if isinstance(untrusted, dict) else None
    if not isinstance(version, str) or not version.startswith("policy/"):
        raise BuildError(f"{policy} is no policy (docs/policy.md)")
    return data

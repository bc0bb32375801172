"""Opens an institution's policy, and knows whether it is in force today. Enforces nothing else."""

from datetime import UTC, datetime
from pathlib import Path

from pixelseal.local import files
from pixelseal.model.policy import policy as policies
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy


def opened(path: Path) -> Policy:
    """The policy in a file. SourceRefused as `files.read`; PolicyRefused as its `parse`, and
    policy-expired.
    """
    policy = policies.parse(files.read(path, policies.MAX_BYTES))
    require_current(policy)
    return policy


def require_current(policy: Policy) -> None:
    """PolicyRefused (policy-expired) after its last day, in UTC."""
    rules.require_date(policy, datetime.now(UTC).date().isoformat())

"""Words about a process: the log, the package and its receipt."""

PROCESS = {
    "log-not-a-log": "This is not a log of Pixelseal. Choose the file in which the log is kept.",
    "log-version": "This log was made by another version of Pixelseal, which has to read it.",
    "log-too-long": "A log has at most {lines} lines. Keep this one and begin another.",
    "log-fact": "This cannot stand in the log: {key} is missing, unknown or not what it may be.",
    "log-moment": "A moment is written as 2026-11-29T21:40:00Z, in UTC.",
    "log-head": (
        "This is not the head of a log. It is a number, a colon and 64 digits, as check prints it."
    ),
    "log-line-changed": (
        "Line {line} is not as it was written. Nothing from there on can be relied on: compare the "
        "log with a copy that was kept elsewhere."
    ),
    "log-lines-missing": (
        "Lines are missing: {line} to {last}. Compare the log with a copy that was kept elsewhere."
    ),
    "log-line-moved": (
        "Lines are not in their order: where line {line} should be stands line {number}. Compare "
        "the log with a copy that was kept elsewhere."
    ),
    "log-line-broken": (
        "Line {line} does not follow line {before}: one of the two was rewritten. Compare the "
        "log with a copy that was kept elsewhere."
    ),
    "log-line-cut": (
        "The last line, {line}, is cut off. Compare the log with a copy that was kept elsewhere."
    ),
    "log-line-unknown": (
        "Line {line} is whole but says what this version does not know. Use the version of "
        "Pixelseal that wrote it."
    ),
    "log-cut-off": (
        "Lines are cut off at the end: there are {line}, and there were {kept} when the head was "
        "kept. Look for a copy of the log."
    ),
    "log-other-head": (
        "Line {line} is another than when the head was kept: the log was rewritten, or this is "
        "a different log."
    ),
    "log-busy": "Another program is writing to this log. Try again.",
    "log-whole": {
        "one": "Whole: {count} line. Head {head}",
        "other": "Whole: {count} lines. Head {head}",
    },
    "log-whole-means": (
        "Nobody touched a line since it was written, or all from some line on were rewritten. "
        "Lines cut off at the end show only against a head that was kept elsewhere."
    ),
    "log-whole-since": (
        "Nobody touched a line since it was written, and it is the log of which that head was "
        "kept. Lines added since could be cut off unseen: keep the new head."
    ),
    "log-dated-back": {
        "one": "{count} line is dated before the one above it: {lines}.",
        "other": "{count} lines are dated before the ones above them: {lines}.",
    },
    "log-added": "Line {line} written: {event}. Head {head}",
    "log-exported": "Written to {path}. Head {head}",
    "log-head-line": "Head {head}",
    "log-yes": "yes",
    "log-no": "no",
    "log-basis-safe-harbor": "Safe Harbor",
    "log-basis-expert-determination": "Expert Determination",
    "log-outcome-kept": "kept",
    "log-outcome-changed": "changed",
    "log-event-begun": "Log begun",
    "log-event-policy-taken": "Policy taken",
    "log-event-prepared": "Prepared",
    "log-event-imported": "Images opened",
    "log-event-deidentified": "De-identified",
    "log-event-reviewed": "Reviewed",
    "log-event-saved": "Saved",
    "log-event-validated": "Validated",
    "log-event-sent-back": "Sent back",
    "log-event-stored": "Stored",
    "log-event-packed": "Packed",
    "log-event-sent": "Sent",
    "log-event-received": "Received",
    "log-event-verified": "Verified",
    "log-event-monitored": "Standards looked at again",
    "log-event-trained": "Trained",
    "log-fact-log": "version",
    "log-fact-id": "ID",
    "log-fact-who": "by",
    "log-fact-name": "name",
    "log-fact-version": "version",
    "log-fact-policy": "SHA-256 of the policy",
    "log-fact-images": "images",
    "log-fact-basis": "basis",
    "log-fact-sums": "SHA-256 of SHA256SUMS",
    "log-fact-accepted": "accepted",
    "log-fact-sent-back": "sent back",
    "log-fact-validation": "SHA-256 of the validation",
    "log-fact-image": "image",
    "log-fact-place": "place",
    "log-fact-backup": "backup",
    "log-fact-manifest": "SHA-256 of the manifest",
    "log-fact-to": "to",
    "log-fact-method": "by way of",
    "log-fact-purpose": "purpose",
    "log-fact-complete": "complete",
    "log-fact-missing": "missing",
    "log-fact-changed": "changed",
    "log-fact-added": "added",
    "log-fact-receipt": "SHA-256 of the receipt",
    "log-fact-unchanged": "unchanged",
    "log-fact-other": "not unchanged",
    "log-fact-outcome": "standards",
    "log-fact-exercises": "exercises",
    "log-fact-missed": "missed",
    "log-fact-record": "SHA-256 of the training record",
}

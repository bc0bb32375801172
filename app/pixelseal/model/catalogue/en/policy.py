"""Texts of policies (docs/policy.md): what is wrong with one, and what it forbids or demands."""

POLICY = {
    "policy-not-json": (
        "The policy is not a readable JSON file, or is larger than 64 kB. Ask for it again where "
        "it came from."
    ),
    "policy-version": (
        "This policy was made for another version of Pixelseal. Ask for one for this version, or "
        "use that one."
    ),
    "policy-unreadable": (
        "The policy has an entry that is missing, unknown or not as it must be: {key}. See "
        "docs/policy.md."
    ),
    "policy-expired": (
        "The policy “{policy}” was in force until {date}. Ask for its successor; nothing was done."
    ),
    "policy-colour": (
        "The policy “{policy}” does not allow the colour {colour}. It allows: {allowed}."
    ),
    "policy-method": (
        "The policy “{policy}” does not allow the method of region {region}: {method}. Cover it "
        "with a solid colour."
    ),
    "policy-weak": (
        "The policy “{policy}” demands at least {least} pixels for the mosaic or blur of region "
        "{region}. Make it stronger, or cover it with a solid colour."
    ),
    "policy-format": (
        "The policy “{policy}” does not allow the output to be {format}. It allows: {allowed}."
    ),
    "policy-id-required": (
        "The policy “{policy}” demands an alternate ID. Give one: beside Save in the page, in the "
        "recipe, or with --id."
    ),
    "policy-id-never": (
        "The policy “{policy}” allows no alternate ID: outputs get neutral names. Leave it out."
    ),
    "policy-id-begins": (
        "The policy “{policy}” demands an alternate ID that begins with “{begins}”. Give the image "
        "such an ID."
    ),
    "policy-not-looked": (
        "The policy “{policy}” demands that a person has looked at the whole picture. Review it in "
        "the page, or state it in a file with --review."
    ),
    "policy-not-seen": (
        "The policy “{policy}” demands that the whole picture was on the screen at full size. "
        "Review it in the page, and name the review with --review."
    ),
    "policy-unanswered": (
        "The policy “{policy}” demands an answer about these identifiers: {letters}. Answer them "
        "in the review."
    ),
    "policy-finder": (
        "The policy “{policy}” demands that this program has looked at the picture: {finder}. Let "
        "it look in the page, or with --suggested."
    ),
    "policy-find-again": (
        "The policy “{policy}” demands that programs have looked at the finished picture, too. Let "
        "them look in the page’s review, or with --find-again."
    ),
    "policy-missing": (
        "This certificate was made under a policy. What is stated of the image can only be "
        "changed together with that policy's file."
    ),
    "policy-named": "policy: {name}, version {version} (SHA-256 {sha256})",
    "policy-title": "The institution’s policy",
    "policy-help": (
        "A file in which an institution writes down how images are de-identified. Open it here, or "
        "drop it anywhere: from then on, nothing is saved that it does not allow, and every "
        "certificate names it."
    ),
    "policy-open": "Open a policy",
    "policy-aside": "Set it aside",
    "policy-was-put-aside": "No policy holds now. Certificates made from now on name none.",
    "policy-now": "{name}, version {version}, holds.",
    "policy-contact": "Whom to ask",
    "policy-until": "Last day",
    "policy-no-end": "none",
    "policy-hash": "SHA-256 of its file",
    "policy-taken": "The policy “{name}”, version {version}, holds from now on.",
    "policy-line": "Policy: {name}, version {version} · ask {contact}",
    "policy-line-broken": "The policy that lies beside this page cannot be read: nothing is saved.",
    "policy-host-broken": (
        "A policy lies beside this page, and it cannot be read: {why} Nothing is saved until "
        "whoever hosts the page has mended it."
    ),
    "policy-of-host": "The policy of this page’s host holds. It cannot be replaced here.",
    "policy-several": "Only one policy can hold at a time. This one was ignored.",
    "policy-not-obeyed": {
        "one": "1 image is not as the policy demands. Nothing in it was changed: {names}.",
        "other": "{count} images are not as the policy demands. Nothing was changed: {names}.",
    },
    "policy-only-methods": "The policy allows: {names}.",
    "policy-only-colours": "The policy allows these colours: {names}.",
    "policy-only-formats": "The policy allows: {names}.",
    "policy-names-never": "The policy demands random names.",
    "policy-names-required": "The policy demands an alternate ID for each image.",
    "policy-names-begin": "By the policy, IDs begin with “{begins}”.",
}

"""Words of the dialog Process about keys and signatures (docs/signing.md, 6)."""

SIGN_PAGE = {
    "process-sign": "Sign",
    "sign-title": "Signatures",
    "sign-help": (
        "A signature shows that whoever has a private key signed exactly this file. Anyone checks "
        "it with OpenSSH, or here under *Verify*. You keep the key in a file with a passphrase. "
        "This page stores neither: the key is open until you forget it here or close the page."
    ),
    "sign-not-here": (
        "This browser has no Ed25519 keys, so it can neither sign nor check signatures. Use a "
        "newer browser, the command line (pixelseal sign), or OpenSSH: ssh-keygen -Y sign -n "
        "pixelseal."
    ),
    "sign-open-title": "Open your key",
    "sign-key-file": "Choose its file",
    "sign-passphrase": "Its passphrase",
    "sign-open": "Open key",
    "sign-opening": "The passphrase is being tried …",
    "sign-is-open": "The key is open.",
    "sign-make-title": "Or make a key, once",
    "sign-make-help": (
        "Take several words that nobody can guess, at least 12 characters. *Neither key nor "
        "passphrase can be recovered:* keep the file, a copy in another place, and both to "
        "yourself."
    ),
    "sign-new": "Passphrase for the new key",
    "sign-again": "The same passphrase again",
    "sign-make": "Make and save key",
    "sign-making": "A key is being made …",
    "sign-made": (
        "The key is open, and was handed to the browser as {name}. The page cannot know whether "
        "the file was kept: look for it, and move it to a place that only you can read, away from "
        "what you pass on."
    ),
    "sign-key-title": "The open key",
    "sign-fingerprint": "Fingerprint:",
    "sign-line": "Public line",
    "sign-line-help": (
        "Give it to those who check your signatures: they put your name before it, in their list "
        "of signers. Read the fingerprint to them by telephone. Both may be known to anyone."
    ),
    "sign-save-line": "Save public line",
    "sign-line-saved": "Saved {name}.",
    "sign-save-key": "Save the key again",
    "sign-forget": "Forget the key",
    "sign-forgotten": "The key is forgotten. Its file is where you saved it.",
    "sign-files-title": "What to sign",
    "sign-files-help": (
        "Certificates, validations, receipts, logs. Choose them, or drop them here. Of an image "
        "its certificate is signed. Each signature is a file, NAME.sig, that belongs beside NAME."
    ),
    "sign-files": "Choose files",
    "sign-log": "The open log",
    "sign-log-unsaved": "Lines of the open log are not saved. Save it first: its file is signed.",
    "sign-looking": "The files are being looked at …",
    "sign-certificate": "Certificate",
    "sign-other": "Not a certificate; signed as it is",
    "sign-more": {"one": "And {count} more.", "other": "And {count} more."},
    "sign-now": {
        "one": "Sign {count} file",
        "other": "Sign {count} files",
    },
    "sign-clear": "Choose none",
    "sign-signing": "Being signed …",
    "sign-signed": {
        "one": "Signed: {name}. Put it beside the file that it is of.",
        "other": (
            "{count} signatures are in {name}. Unpack them beside the files that they are of."
        ),
    },
    "signs-twice": "A file of this name is chosen already. Sign this one on its own.",
    "signs-no-zip": (
        "{name} has a name that not every system reads in a ZIP. Sign it on its own, or rename it "
        "first."
    ),
    "signers-not-chosen": (
        "This looks like a list of signers. One that lies with what is checked shows nothing, "
        "since whoever signed could have added it. Choose the list that you know in the field for "
        "it."
    ),
    "verify-signers-refused": "The list of signers cannot be used",
}

"""Texts of keys and signatures (docs/signing.md): codes of errors, and what a look at one shows."""

SIGNING = {
    "signing-not-installed": (
        "To sign here, or to check signatures, the extra “sign” must be installed: pip install "
        "'.[sign]' in the folder of Pixelseal. ssh-keygen -Y verify checks them without it "
        "(docs/signing.md)."
    ),
    # The key
    "key-unreadable": (
        "This is not a private key in PEM, or it is damaged. Take the file that was written when "
        "the key was made."
    ),
    "key-not-encrypted": (
        "This private key is not encrypted: whoever copies the file can sign with it. Encrypt it: "
        "openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 600000 -in KEY -out NEW, "
        "and delete the old one."
    ),
    "key-openssh": (
        "This private key is in OpenSSH's own format, which Pixelseal does not open. Sign with "
        "OpenSSH, the signature has the same form: ssh-keygen -Y sign -n pixelseal -f KEY FILE. Or "
        "make a new key in Pixelseal."
    ),
    "key-rounds": (
        "The passphrase of this key is protected with {rounds} rounds of PBKDF2; Pixelseal opens "
        "keys with 600,000 to 10,000,000. Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc "
        "-v2prf hmacWithSHA256 -iter 600000 -in KEY -out NEW, and delete the old one."
    ),
    "key-form": (
        "This private key is encrypted in another way than Pixelseal reads: PBES2 with PBKDF2, "
        "HMAC-SHA-256 and AES-256-CBC. Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc "
        "-v2prf hmacWithSHA256 -iter 600000 -in KEY -out NEW, and delete the old one."
    ),
    "key-other-kind": (
        "The file holds another private key than one of Ed25519 alone. Make a new key in Pixelseal."
    ),
    "key-among-results": (
        "The private key would lie with results that are passed on. Write it to another folder. "
        "What shows that results are there: {path}."
    ),
    # The passphrase
    "passphrase-unreadable": (
        "The file with the passphrase is not a text in UTF-8. Save it as UTF-8."
    ),
    "passphrase-wrong": (
        "This is not the passphrase of this key, or the file is damaged. Try again. A passphrase "
        "that is lost cannot be recovered: make a new key, have its public line entered in the "
        "lists of signers, and keep the old line there for what was signed until now."
    ),
    "passphrase-short": (
        "A passphrase for a key has at least {least} characters. Take several words that nobody "
        "can guess."
    ),
    "passphrase-long": "A passphrase has at most {most} bytes. Use a shorter one.",
    "passphrase-differs": "The two passphrases differ. Nothing was written; try again.",
    "passphrase-no-terminal": (
        "There is no terminal on which to ask for the passphrase. Put it in a file that only you "
        "can read, and name that with --passphrase-file."
    ),
    "passphrase-ask": "Passphrase of {name}:",
    "passphrase-ask-new": "Passphrase for the new key, at least {least} characters:",
    "passphrase-ask-again": "The same passphrase again:",
    # What is signed
    "signs-no-image": (
        "An image is not signed itself. Sign its certificate, which holds the image's SHA-256."
    ),
    "signs-no-private": (
        "This file is private: a private key, or what links images to their originals. A signature "
        "is for what others check. Sign the certificate."
    ),
    "signature-unreadable": (
        "This is not a signature in OpenSSH's form, or it is damaged. Ask for it again, or take it "
        "out."
    ),
    "signature-other-kind": (
        "This signature was not made with an Ed25519 key and SHA-512. Have the file signed again: "
        "pixelseal sign, or ssh-keygen -Y sign -n pixelseal."
    ),
    "signs-no-signature": "This is a signature. Sign the file that it is of.",
    "key-written": (
        "The private key is {name}. Keep it and its passphrase to yourself, and a copy in another "
        "place: neither can be recovered. Give the following line to those who check your "
        "signatures:"
    ),
    "signature-written": "signed by {key}: {name}",
    # The list of signers
    "signers-unreadable": (
        "The list of signers is not a text in UTF-8, or is too long. It has a line for each key: a "
        "name, ssh-ed25519 and the key (docs/signing.md)."
    ),
    "signers-line": (
        "Line {line} of the list of signers is not understood. A line is: name or names separated "
        'by commas, if need be namespaces="pixelseal", ssh-ed25519, the key. Patterns and other '
        "options are not read."
    ),
    "signers-none": (
        "The list of signers names no Ed25519 key that may sign for Pixelseal. Add one "
        "(docs/signing.md), or choose another list."
    ),
    # What the look at a signature shows
    "signing-counts": "Signatures: {told}.",
    "signing-unsigned": "Not signed",
    "signing-unsigned-detail": (
        "No signature lies beside it. Anyone could have typed the text: it does not show who made "
        "it, nor that what it states is true."
    ),
    "signing-signed": "Signed with a listed key",
    "signing-signed-detail": (
        "Whoever has the private key that the list of signers has under this name signed exactly "
        "this text; it is unchanged since. This does not show when it was signed, that the key was "
        "in no other hands, or that what the text states is true. It is worth as much as the "
        "list."
    ),
    "signing-signed-by-unnamed": "Signed, with a key that nobody vouches for",
    "signing-signed-by-unnamed-detail": (
        "The signature fits the text, so both come from whoever has this key; anyone can make a "
        "key. Ask by another way whose key it is, and check with a list of signers that names it."
    ),
    "signing-signed-by-stranger": "Signed, but with a key that is not in the list of signers",
    "signing-signed-by-stranger-detail": (
        "The signature fits the text, but the list of signers does not have its key: it shows no "
        "more than that someone has signed. Ask whose key it is before you rely on it."
    ),
    "signing-signature-wrong": "The signature does not fit",
    "signing-signature-wrong-detail": (
        "The signature is of another text, or of this one before it was changed, or was made with "
        "another key than it names. Do not rely on the text. Ask for both files again."
    ),
    "signing-signature-for-other-use": "A signature for another use",
    "signing-signature-for-other-use-detail": (
        "The signature was made for another namespace than “pixelseal”, so not as a signature of "
        "this kind. Have the file signed again, in Pixelseal or by ssh-keygen -Y sign -n pixelseal."
    ),
    "signing-signature-other-kind": "A signature of another kind",
    "signing-signature-other-kind-detail": (
        "The signature was not made with an Ed25519 key and SHA-512. ssh-keygen -Y verify may be "
        "able to check it; Pixelseal is not."
    ),
    "signing-signature-unreadable": "The signature cannot be read",
    "signing-signature-unreadable-detail": (
        "The file beside it with the ending .sig is not a signature in OpenSSH's form, or it is "
        "damaged. Ask for it again."
    ),
    "signing-signature-alone": "A signature without its file",
    "signing-signature-alone-detail": (
        "The file that it would be of is not beside it: nothing was compared. A signature has the "
        "whole name of its file, with .sig after it."
    ),
    "signing-signature-not-checked": "The signature was not checked",
    "signing-signature-not-checked-detail": (
        "Nothing here can check it: a page needs a newer browser, which has Ed25519 keys, and the "
        "command line the extra “sign”: pip install '.[sign]' in the folder of Pixelseal. "
        "ssh-keygen -Y verify checks it without either (docs/signing.md)."
    ),
}

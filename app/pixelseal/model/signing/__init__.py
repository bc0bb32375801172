"""Signatures in OpenSSH's form and keys in PKCS #8 (docs/signing.md). Computes no signature.

Hashes, Ed25519, PBKDF2 and AES come from whoever calls: the page has the browser's, the command
line those of the package `cryptography`.
"""

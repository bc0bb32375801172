"""The error of keys, signatures and lists of signers that are not taken. Raises none itself."""

from pixelseal.model.errors import PixelsealError


class SigningRefused(PixelsealError):
    """A key, a passphrase, a signature or a list of signers is not one that can be used.

    Codes begin with ``key-``, ``passphrase-``, ``signature-`` or ``signers-``.
    """

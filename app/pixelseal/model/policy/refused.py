"""The error of a policy that cannot be read, or that forbids what was asked. Raises none itself."""

from pixelseal.model.errors import PixelsealError


class PolicyRefused(PixelsealError):
    """The policy's file is invalid or no longer in force, or it forbids what was asked.

    Codes are ``policy-not-json``, ``policy-expired``, ``policy-method``, ``policy-not-looked`` and
    others.
    """

"""The one error of the colour engine: a profile that gives no colours. Says nothing to a person."""


class ProfileUnusable(Exception):
    """A profile that cannot be applied; `code` is stable and holds nothing out of the file.

    profile-too-large, profile-damaged, profile-class, profile-space, profile-pcs,
    profile-tag-missing, profile-curve, profile-lut, profile-implausible.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

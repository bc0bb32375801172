"""The only error of the colour engine: an unusable profile. Holds no sentence."""


class ProfileUnusable(Exception):
    """A profile that cannot be applied; `code` is stable and holds nothing from the file.

    profile-too-large, profile-damaged, profile-class, profile-space, profile-pcs,
    profile-tag-missing, profile-curve, profile-lut, profile-implausible.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

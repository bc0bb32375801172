"""File names that some systems refuse or treat specially. Names no file itself."""

# Device names on Windows, in any letter case and with any extension: such a file cannot be created,
# and writing to it goes to the device ("Naming Files, Paths, and Namespaces").
_DEVICES = ("con", "prn", "aux", "nul")
_PORTS = ("com", "lpt")  # with one digit


def is_portable(name: str) -> bool:
    """True if a name of letters, digits, '.', '_' and '-' means the same file on every system.

    Windows drops trailing dots, and maps device names to devices.
    """
    first = name.lower().partition(".")[0]
    if name[-1:] == "." or first in _DEVICES:
        return False
    return not (len(first) == 4 and first[:3] in _PORTS and first[3] in "0123456789")

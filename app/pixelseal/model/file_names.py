"""File names that some computers refuse or take for something else. Names no file itself."""

# Devices to Windows, whatever the letter case and whatever stands behind a dot: a file of that name
# cannot be made, and writing to it goes to the device ("Naming Files, Paths, and Namespaces").
_DEVICES = ("con", "prn", "aux", "nul")
_PORTS = ("com", "lpt")  # with one digit


def is_portable(name: str) -> bool:
    """True if a name of letters, digits, '.', '_' and '-' is the same file on every computer.

    Windows drops dots at the end, and takes device names for the devices.
    """
    first = name.lower().partition(".")[0]
    if name[-1:] == "." or first in _DEVICES:
        return False
    return not (len(first) == 4 and first[:3] in _PORTS and first[3] in "0123456789")

"""The version, of the library, the command and the page alike."""

__version__ = "0.1.0"

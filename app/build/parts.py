"""What both carriers are made of, and the name that stands for it. Writes and reads no file."""

from dataclasses import dataclass
from functools import cached_property

from app.build.sums import digest, listed


@dataclass(frozen=True)
class Parts:
    """What both carriers are made of."""

    markup: str
    style: str
    script: str  # all of the page's JavaScript
    python: bytes  # a pack of the page's own modules, as MicroPython's bytecode
    micropython: bytes
    pack: bytes
    extra: dict[str, bytes]  # packs that only some files need, by name
    licence: str  # of the one part that is under the LGPL
    worker: str  # the service worker of the site
    sample: bytes  # a synthetic photo to try the page with
    main: str = "pixelseal.ui.main"  # the module that starts the page's Python

    @property
    def held(self) -> dict[str, bytes]:
        """The bytes within the one file, by the names of static/carrier.js."""
        return {
            "python": self.python,
            "micropython": self.micropython,
            "sample": self.sample,
            "pack": self.pack,
            **{f"part-{name}": data for name, data in self.extra.items()},
        }

    @cached_property
    def sums(self) -> dict[str, str]:
        """The SHA-256 of all that either carrier is made of, by the names of static/carrier.js.

        Of the service worker its code, to which the site's list of files is added.
        """
        texts = {
            "markup": self.markup,
            "script": self.script,
            "style": self.style,
            "worker": self.worker,
        }
        whole = self.held | {name: text.encode() for name, text in texts.items()}
        return {name: digest(data) for name, data in whole.items()}

    @property
    def build(self) -> str:
        """The build's name, in hexadecimal: see app.build.sums."""
        return digest(listed(self.sums).encode())

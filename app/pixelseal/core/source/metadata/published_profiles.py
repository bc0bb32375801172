"""Colour profiles that many files have: published, or built into programs. Reads none.

They identify their maker and nobody else. The table of the published ones holds all text in such a
profile: its name, its date and its other texts, exactly as in the published files. A profile with
any other text, or without one of these, is not that profile; nor is one that holds anything else
(`profile_rest`).
"""

from typing import NamedTuple

Date = tuple[int, int, int, int, int, int]


class Published(NamedTuple):
    """Name ('desc'), date in the header, and all other texts."""

    name: str
    date: Date
    texts: frozenset[str]


_PUBLISHED = frozenset(
    {
        Published(
            "sRGB IEC61966-2.1",
            (1998, 2, 9, 6, 49, 0),
            frozenset(
                {
                    "Copyright (c) 1998 Hewlett-Packard Company",
                    "IEC http://www.iec.ch",
                    "IEC 61966-2.1 Default RGB colour space - sRGB",
                    "Reference Viewing Condition in IEC61966-2.1",
                }
            ),
        ),
        Published(
            "sRGB2014",
            (2015, 2, 15, 0, 0, 0),
            frozenset(
                {
                    "Copyright International Color Consortium, 2015",
                    "IEC 61966-2-1 Default RGB Colour Space - sRGB",
                    "Reference Viewing Condition in IEC 61966-2-1",
                }
            ),
        ),
        Published(
            "sRGB v4 ICC preference perceptual intent beta",
            (2007, 7, 25, 0, 5, 37),
            frozenset({"Copyright 2007 International Color Consortium"}),
        ),
        Published(
            "sRGB IEC61966-2.1",
            (2016, 12, 8, 9, 38, 28),
            frozenset({"Copyright (c) 2016 Google Inc."}),
        ),
        Published(
            "sRGB IEC61966-2.1",
            (2023, 3, 9, 10, 57, 0),
            frozenset({"Copyright (c) 2023 Google Inc."}),
        ),
        Published(
            "Display P3 Gamut with sRGB Transfer",
            (2016, 1, 1, 0, 0, 0),
            frozenset({"Google Inc. 2016"}),
        ),
        Published(
            "Display P3", (2017, 7, 7, 13, 22, 32), frozenset({"Copyright Apple Inc., 2017"})
        ),
        Published("Display P3", (2022, 1, 1, 0, 0, 0), frozenset({"Copyright Apple Inc., 2022"})),
        Published(
            "Adobe RGB (1998)",
            (1999, 6, 3, 0, 0, 0),
            frozenset({"Copyright 1999 Adobe Systems Incorporated"}),
        ),
        # "TINYsRGB", which services for pictures put into those that they make smaller.
        Published("c2", (2012, 1, 25, 3, 41, 57), frozenset({"FB"})),
        Published("c2", (2012, 1, 25, 3, 41, 57), frozenset({"IX"})),
    }
)

# Name, and all other texts, of profiles that a program makes for each file. Their date is that
# of the moment, often of the day on which somebody worked on the picture: it says something.
_BUILT_IN = frozenset(
    {
        (
            "sRGB built-in",
            frozenset({"No copyright, use freely"}),
        ),  # LittleCMS 2: Pillow and others
        ("GIMP built-in sRGB", frozenset({"Public Domain", "GIMP", "sRGB"})),
    }
)


def is_built_in(name: str, texts: list[str]) -> bool:
    """True for a profile whose texts, but not its date, are exactly those of a built-in one."""
    return (name, frozenset(texts)) in _BUILT_IN


def is_published(name: str, date: Date, texts: list[str]) -> bool:
    """True for a profile whose texts are exactly those of a published one."""
    return Published(name, date, frozenset(texts)) in _PUBLISHED

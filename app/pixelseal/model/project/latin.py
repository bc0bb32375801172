"""Latin letters without their marks, to compare texts. Judges nothing.

As Unicode's compatibility decomposition (UAX #15, NFKD) without its combining marks, in lower case,
and strokes removed too. A table, because MicroPython has no unicodedata and lower-cases only ASCII.
"""

# The base letter of each code from _FIRST on, "-" where there is none or more than one.
_FIRST = 0xC0
_LETTERS = (
    "aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkklllllll"
    "lllnnnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "--------------------------------oo-------------uu---------------"
    "-------------aaiioouuuuuuuuuu-aaaa----ggkkoooo--j---gg--nnaa--oo"
    "aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------"
    "----------------"
)
_FIRST_MORE = 0x1E00
_LETTERS_MORE = (
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy-s----aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------"
)

_SEVERAL = {
    "Æ": "ae", "æ": "ae", "Ǣ": "ae", "ǣ": "ae", "Ǽ": "ae", "ǽ": "ae", "Œ": "oe", "œ": "oe",
    "ß": "ss", "ẞ": "ss", "Þ": "th", "þ": "th", "Ĳ": "ij", "ĳ": "ij", "ª": "a", "º": "o",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
# As German and the Scandinavian languages spell them where a mark cannot be written.
_SPELLED = {
    "Ä": "ae", "ä": "ae", "Ö": "oe", "ö": "oe", "Ü": "ue", "ü": "ue",
    "Å": "aa", "å": "aa", "Ø": "oe", "ø": "oe",
}  # fmt: skip
# The same letters as a base letter and the mark that follows it (UAX #15, NFD).
_SPELLED_MARKS = {"a\u0308": "e", "o\u0308": "e", "u\u0308": "e", "a\u030a": "a"}

_FULL_WIDTH = 0xFEE0  # from an ASCII character to its full-width form
# Spaces, punctuation, modifier letters such as the okina: half open.
_SEPARATING = ((0x80, 0xC0), (0xD7, 0xD8), (0xF7, 0xF8), (0x2B0, 0x300), (0x2000, 0x2070))


def folded(text: str, spelled: bool) -> str:
    """The text in lower case, Latin letters without marks, and all that separates as a space.

    `spelled` gives "ue" for "ü" (and so on), else it gives "u". Other scripts stay as they are.
    """
    found = ""
    for character in text:
        code = ord(character)
        if 0xFF01 <= code < 0xFF5F:
            character, code = chr(code - _FULL_WIDTH), code - _FULL_WIDTH
        if code < 128:
            found += character.lower()
        elif 0x300 <= code < 0x370:
            found += _SPELLED_MARKS.get(found[-1:] + character, "") if spelled else ""
        elif spelled and character in _SPELLED:
            found += _SPELLED[character]
        elif character in _SEVERAL:
            found += _SEVERAL[character]
        elif any(first <= code < end for first, end in _SEPARATING):
            found += " "
        else:
            found += _base(code, character)
    return found


def _base(code: int, character: str) -> str:
    for first, letters in ((_FIRST, _LETTERS), (_FIRST_MORE, _LETTERS_MORE)):
        if first <= code < first + len(letters) and letters[code - first] != "-":
            return letters[code - first]
    return character

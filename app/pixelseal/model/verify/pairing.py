"""Pairs images with certificates for Verify: by hash, then by name. Compares neither."""

from pixelseal.model.recipe.value import Value
from pixelseal.model.steps import in_one_go, ordered
from pixelseal.model.verify.verdicts import CERTIFICATE, IMAGE

_CERTIFICATE_ENDINGS = (".certificate.txt", ".txt")


class Given(Value):
    """A file given to Verify: its name without a path, and its kind according to the engine.

    `kind` is one of `pixelseal.model.verify.verdicts`; `sha256` is the file's; `about_file` and
    `about_sha256` are the file that a certificate is about, '' if not stated.
    """

    FIELDS = ("name", "kind", "sha256", "about_file", "about_sha256")

    def __init__(
        self, name: str, kind: str, sha256: str = "", about_file: str = "", about_sha256: str = ""
    ) -> None:
        self.name = name
        self.kind = kind
        self.sha256 = sha256
        self.about_file = about_file
        self.about_sha256 = about_sha256


def pairs(files: "list[Given]") -> "list[tuple[int | None, int | None]]":
    """(index of an image, index of a certificate), None for none; each file is in at least one.

    In the order in which the files were given. Each copy of an image is compared with one of its
    certificates, and each certificate against one of the copies: what is true of one is true of
    all, and there are never more rows than files. What is no image has a row of its own, unless a
    certificate is about a file of its name.
    """
    found: "list[tuple[int | None, int | None]]" = []
    by_hash: "dict[str, tuple[list[int], list[int]]]" = {}
    for place in _places(files, IMAGE):
        by_hash.setdefault(files[place].sha256, ([], []))[0].append(place)
    for place in _places(files, CERTIFICATE):
        if files[place].about_sha256 in by_hash:
            by_hash[files[place].about_sha256][1].append(place)
    for copies, certificates in by_hash.values():
        if certificates:
            found += _by_copy(files, copies, certificates)
    _by_name(files, found)
    images, left = _left(files, found)
    if len(images) == 1 and len(left) == 1 and (files[images[0]].kind == IMAGE or len(files) == 2):
        found.append((images[0], left[0]))  # there is no other possibility
        images, left = [], []
    found += [(place, None) for place in images] + [(None, place) for place in left]
    return in_one_go(ordered([(_order(pair, len(files)), pair) for pair in found]))


def _places(files: "list[Given]", kind: str) -> "list[int]":
    return [place for place, file in enumerate(files) if file.kind == kind]


def _left(
    files: "list[Given]", found: "list[tuple[int | None, int | None]]"
) -> "tuple[list[int], list[int]]":
    """The indices of unpaired files: certificates, and all others."""
    taken = {place for pair in found for place in pair}
    rest = [place for place in range(len(files)) if place not in taken]
    others = [place for place in rest if files[place].kind != CERTIFICATE]
    return others, [place for place in rest if files[place].kind == CERTIFICATE]


def _by_copy(
    files: "list[Given]", copies: "list[int]", certificates: "list[int]"
) -> "list[tuple[int | None, int | None]]":
    """Pair copies of one image with certificates of it: those of one name, then as they come.

    Where there are fewer of one kind, its first stands for all that are missing.
    """
    found: "list[tuple[int | None, int | None]]" = []
    images, papers = copies, certificates
    for names in (_own, _stated):
        waiting: "dict[str, list[int]]" = {}
        for place in reversed(papers):
            waiting.setdefault(names(files[place]), []).append(place)
        left = []
        for place in images:
            same = waiting.get(names(files[place]))
            if same:
                found.append((place, same.pop()))
            else:
                left.append(place)
        taken = {paper for _image, paper in found}
        images, papers = left, [place for place in papers if place not in taken]
    for number in range(max(len(images), len(papers))):
        image = images[number] if number < len(images) else copies[0]
        found.append((image, papers[number] if number < len(papers) else certificates[0]))
    return found


def _by_name(files: "list[Given]", found: "list[tuple[int | None, int | None]]") -> None:
    """Pair the remaining files by the name that a certificate states, then by its own name."""
    for names in (_stated, _own):
        images, left = _left(files, found)
        named: "dict[str, int]" = {}
        for place in images:
            named.setdefault(names(files[place]), place)
        for place in left:
            image = named.pop(names(files[place]), None)
            if image is not None:
                found.append((image, place))


def _stated(file: Given) -> str:
    """An image's name, and that which a certificate is about; "" pairs with nothing."""
    if file.kind == CERTIFICATE:
        return plain(file.about_file) or "/"
    return plain(file.name)


def _own(file: Given) -> str:
    """The name without its extension."""
    name = plain(file.name)
    if file.kind == CERTIFICATE:
        for ending in _CERTIFICATE_ENDINGS:
            if name.endswith(ending):
                return plain(name[: -len(ending)])
    return plain(name.rpartition(".")[0] or name)


def plain(name: str) -> str:
    """The name without a browser's number for repeated downloads: "a (1).jpg"."""
    name = name.lower()
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    start = stem.rfind("(")
    number = stem[start + 1 : -1]
    if start > 0 and stem.endswith(")") and number and all(c in "0123456789" for c in number):
        stem = stem[:start].rstrip()
    return stem + dot + ending


def _order(pair: "tuple[int | None, int | None]", last: int) -> "tuple[int, int]":
    image, certificate = pair
    first = last if image is None else image
    second = last if certificate is None else certificate
    return (min(first, second), second)

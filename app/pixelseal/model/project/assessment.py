"""What a person saw in an image before work began (docs/project.md, 3.5). Answers no question."""

from pixelseal.model.errors import RecipeRefused
from pixelseal.model.reasons import LETTERS
from pixelseal.model.recipe import checks
from pixelseal.model.recipe.value import Value
from pixelseal.model.typed_text import is_text


class Assessment(Value):
    """Which identifiers were visible, by letter, each once and in order; what to do, or None."""

    FIELDS = ("visible", "to_do")

    def __init__(self, visible: "tuple[str, ...]" = (), to_do: "str | None" = None) -> None:
        self.visible = visible
        self.to_do = to_do

    def to_object(self) -> "dict[str, object]":
        """As a dict and a list."""
        return {"visible": list(self.visible), "to_do": self.to_do}


def parse_object(untrusted: "object", where: str) -> Assessment:
    """Read it from parsed JSON; RecipeRefused with the `key`, which begins with `where`."""
    found = checks.keys(untrusted, where, ("visible", "to_do"))
    rows = checks.rows(found["visible"], where + ".visible", 0, len(LETTERS))
    letters = [checks.choice(row, where + ".visible", LETTERS) for row in rows]
    visible = tuple([letter for letter in LETTERS if letter in letters])
    if len(visible) != len(letters):
        raise RecipeRefused("recipe-out-of-range", key=where + ".visible")
    to_do = found["to_do"]
    if to_do is not None and not isinstance(to_do, str):
        raise RecipeRefused("recipe-wrong-type", key=where + ".to_do")
    if to_do is not None and not is_text(to_do):
        raise RecipeRefused("recipe-out-of-range", key=where + ".to_do")
    return Assessment(visible, to_do)

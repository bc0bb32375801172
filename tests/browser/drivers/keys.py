"""Key names and pointer steps in the terms of the WebDriver standard; knows no browser.

Key codes: W3C WebDriver, section 17.4.2 "Keyboard actions" (normalised key values).
"""

CODES = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue006",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Escape": "\ue00c",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Delete": "\ue017",
    "Space": " ",
}

Step = tuple[str, float, float] | tuple[str]


def code(name: str) -> str:
    """Return the key value for `name` ("Enter", "a"); ValueError for an unknown long name."""
    if name in CODES:
        return CODES[name]
    if len(name) != 1:
        raise ValueError(f"no such key: {name}")
    return name


def chord(keys: str) -> list[dict[str, str]]:
    """Return key actions for a chord such as "Control+Shift+z": all down, then all up."""
    codes = [code(name) for name in (["+"] if keys == "+" else keys.split("+"))]
    down = [{"type": "keyDown", "value": value} for value in codes]
    up = [{"type": "keyUp", "value": value} for value in reversed(codes)]
    return down + up


def pointer_moves(steps: list[Step]) -> list[dict[str, object]]:
    """Return pointer actions for steps ("move", x, y), ("down",) and ("up",) in CSS pixels."""
    actions: list[dict[str, object]] = []
    for step in steps:
        if step[0] == "move":
            where = {"x": round(step[1]), "y": round(step[2]), "duration": 0, "origin": "viewport"}
            actions.append({"type": "pointerMove", **where})
        else:
            kind = {"down": "pointerDown", "up": "pointerUp"}[step[0]]
            actions.append({"type": kind, "button": 0})
    return actions

"""The overlay of the picture as SVG elements in CSS pixels of the canvas. Changes nothing."""

from pixelseal.model.recipe.geometry import Rectangle
from pixelseal.model.recipe.region import Crop, Fill, Keep, Region
from pixelseal.model.recipe.shapes import Brush
from pixelseal.model.screen.proposal import found_as, is_proposed, place_before
from pixelseal.ui.browser import dom
from pixelseal.ui.editor import tools
from pixelseal.ui.editor.outline import outline
from pixelseal.ui.text import words

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.recipe.geometry import Shape
    from pixelseal.ui.editor.editor import Editor

_ROOM = 30.0  # CSS pixels of a box that has room for words beside it
_SOFT = {"mosaic": "url(#pattern-mosaic)", "blur": "url(#pattern-blur)"}


def drawn(editor: "Editor") -> "list":
    """All elements for the editor's records and the current gesture, the lowest first."""
    elements = []
    for kind, name in ((Keep, "kept"), (Crop, "cropped")):
        shapes = [editor.shape(key) for key in editor.ids() if _is(editor, key, kind)]
        draft = _draft_of(editor, kind)
        if draft is not None:
            shapes = shapes + [draft] if kind is Keep else [draft]
        left_out = editor.growths.left_out(shapes) if kind is Keep else None
        if left_out is not None:
            elements.append(_turned(editor, left_out["fill"], "veil " + name))
        elif shapes:
            left = [editor.growths.left(shape) for shape in shapes] if kind is Crop else shapes
            elements += _outside(editor, left, name)
    # In the order in which they are burned: fills lie over all mosaics and blurs.
    # (MicroPython's sort lets records of one kind change places.)
    soft = [key for key in editor.ids() if _is_soft(editor.records[key])]
    for key in soft + [key for key in editor.ids() if not _is_soft(editor.records[key])]:
        elements += _record(editor, key)
    # No region hides the number of another, nor the outline of the selected one.
    keys = [key for key in editor.ids() if key != editor.selected]
    if editor.selected is not None:
        keys.append(editor.selected)
        elements += _line(editor, editor.selected)
    for key in keys:
        elements += _tag(editor, key)
    if editor.selected is not None:
        elements += _handles(editor)
    if editor.draft is not None and editor.draft[0] is None:
        elements.append(_shape(editor, editor.draft[1], "region draft"))
    if editor.path:
        elements += _path(editor)
    noted = editor.noted
    if noted is not None and noted.mark is not None and noted.turned == editor.turned:
        elements.append(_shape(editor, noted.mark, "region noted"))
    return elements


def outlines(editor: "Editor") -> "list":
    """Where the marks of a finished picture are: their edges and numbers alone."""
    elements = [
        _shape(editor, editor.shape(key), "region outlined" + _traits(editor, key)[1])
        for key in editor.ids()
    ]
    for key in editor.ids():
        elements += _tag(editor, key)
    return elements


def _is(editor: "Editor", key: int, kind: type) -> bool:
    return isinstance(editor.records[key], kind) and not is_proposed(editor.records[key])


def _draft_of(editor: "Editor", kind: type) -> "object":
    tool = tools.KEEP if kind is Keep else tools.CROP
    if editor.draft is None or editor.draft[0] is not None or editor.tool != tool:
        return None
    return editor.draft[1]


def _shape(editor: "Editor", shape: "Shape", style_class: str) -> "object":
    tag, attributes = outline(shape, editor.view)
    if tag == "polyline":
        # As wide as the brush: no style rule for regions may set the width.
        style_class = style_class.replace("region", "stroke").replace("around", "stroke")
        if style_class == "mask-hidden":
            style_class = "stroke mask-hidden"
    return dom.drawn(tag, style_class, attributes)


def _outside(editor: "Editor", shapes: "list", name: str) -> "list":
    """A veil over the picture outside of the shapes."""
    left, top = editor.view.to_screen(0, 0)
    right, bottom = editor.view.to_screen(editor.size[0], editor.size[1])
    whole = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    mask = dom.drawn("mask", "", {"id": "mask-" + name, "maskUnits": "userSpaceOnUse"})
    for key in whole:
        mask.setAttribute(key, whole[key])
    mask.append(dom.drawn("rect", "mask-shown", whole))
    for shape in shapes:
        hole = _shape(editor, shape, "mask-hidden")
        mask.append(hole)
    veil = dom.drawn("rect", "veil " + name, dict(whole, mask="url(#mask-" + name + ")"))
    return [mask, veil]


def _is_soft(record: "object") -> bool:
    return isinstance(record, Region) and not isinstance(record.method, Fill)


def _line(editor: "Editor", key: int) -> "list":
    """The outline of a selected region alone; a stroke has none."""
    shape, (chosen, waits) = editor.shape(key), _traits(editor, key)
    if not isinstance(editor.records[key], Region) or isinstance(shape, Brush):
        return []
    return [_shape(editor, shape, "region line" + chosen + waits)]


def _softened(editor: "Editor", key: int, cover: "dict") -> "list":
    """A mosaic or blur as it will be saved, all that it covers, and its outline as it was drawn."""
    view, name = editor.view, "soft-{}".format(key)
    clip = dom.drawn("clipPath", "", {"id": name})
    clip.append(dom.drawn("path", "", {"d": cover["area"]}))
    place = "translate({} {}) scale({})".format(view.x, view.y, view.scale)
    group = dom.drawn("g", "softened", {"transform": place, "clip-path": "url(#" + name + ")"})
    for box, colour in cover["cells"]:
        group.append(dom.drawn("rect", "", dict(_box(box), fill=colour)))
    if cover["picture"]:
        stretched = dict(_box(cover["box"]), href=cover["picture"], preserveAspectRatio="none")
        group.append(dom.drawn("image", "", stretched))
    return [clip, group]


def _box(box: "list") -> "dict[str, object]":
    left, top, right, bottom = box
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _record(editor: "Editor", key: int) -> "list":
    shape, record = editor.shape(key), editor.records[key]
    chosen, waits = _traits(editor, key)
    cover = editor.softened.of(editor, key)
    if cover is not None:
        line = [] if isinstance(shape, Brush) else [_shape(editor, shape, "region line")]
        return _softened(editor, key, cover) + _growth(editor, shape, "growth edge") + line
    if isinstance(record, Region):
        body = _shape(editor, shape, "region" + chosen + waits)
        _paint(body, record.method)
    else:
        name = "kept" if isinstance(record, Keep) else "cropped"
        body = _shape(editor, shape, "around " + name + waits)
    was = place_before(record)
    if was is not None:
        return [_shape(editor, was, "region was"), body]
    grows = isinstance(record, Region) and not waits
    return _growth(editor, shape) + [body] if grows else [body]


def _traits(editor: "Editor", key: int) -> "tuple[str, str]":
    """The CSS classes of a selected record, and of an unconfirmed one."""
    chosen = " chosen" if key == editor.selected else ""
    return chosen, " proposed" if is_proposed(editor.records[key]) else ""


def _growth(editor: "Editor", shape: "Shape", style_class: str = "growth") -> "list":
    """A region's growth: what is covered beyond it, so that no traces are left around it."""
    if editor.grid is None:
        return []
    if isinstance(shape, Rectangle):
        return [_shape(editor, editor.grid.grown(shape), style_class)]
    outline = editor.growths.of(shape)
    if outline is None:
        return []
    area = [_turned(editor, outline["fill"], "growth area")] if style_class == "growth" else []
    return area + [_turned(editor, outline["edge"], "growth edge")]


def _turned(editor: "Editor", path: str, style_class: str) -> "object":
    """A path in image pixels, under the view."""
    view = editor.view
    place = "translate({} {}) scale({})".format(view.x, view.y, view.scale)
    return dom.drawn("path", style_class, {"d": path, "transform": place})


def _paint(body: "object", method: "object") -> None:
    colour = method.colour if isinstance(method, Fill) else _SOFT[method.KIND]
    if body.tagName == "polyline":
        body.style.stroke = colour
    else:
        body.style.fill = colour


def _tag(editor: "Editor", key: int) -> "list":
    """The record's number, above its corner."""
    chosen, waits = _traits(editor, key)
    shape, number = editor.shape(key), str(editor.number(key)) + ("?" if waits else "")
    kind = found_as(editor.records[key])
    word = "tag-" + kind if kind else ""
    if place_before(editor.records[key]) is not None:
        word = "moved-to-found"
    # Not where tags would hide what was found in the line above.
    if word and (chosen or shape.height * editor.view.scale >= _ROOM):
        number += " " + words.say(word)
    left, top = editor.view.to_screen(shape.x, shape.y)
    width = 12 + 8 * len(number)
    left, top = max(2.0, left), max(2.0, top - 22)
    box = {"x": left, "y": top, "width": width, "height": 20, "rx": 4}
    text = dom.drawn("text", "tag-text", {"x": left + width / 2, "y": top + 15})
    text.textContent = number
    return [dom.drawn("rect", "tag" + chosen + waits, box), text]


def _handles(editor: "Editor") -> "list":
    dots: "list[object]" = []
    if editor.selected is None:
        return dots
    for _handle, image_x, image_y in editor.shape(editor.selected).handle_points():
        x, y = editor.view.to_screen(image_x, image_y)
        dots.append(
            dom.drawn("rect", "handle", {"x": x - 5, "y": y - 5, "width": 10, "height": 10})
        )
    return dots


def _path(editor: "Editor") -> "list":
    """The unfinished polygon, with a line to the pointer."""
    corners = [editor.view.to_screen(x, y) for x, y in editor.path]
    line = corners + ([editor.hover] if editor.hover is not None else [])
    points = " ".join(["{},{}".format(x, y) for x, y in line])
    elements = [dom.drawn("polyline", "path", {"points": points})]
    for x, y in corners:
        elements.append(dom.drawn("circle", "handle", {"cx": x, "cy": y, "r": 5}))
    return elements

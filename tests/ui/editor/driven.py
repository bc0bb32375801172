"""An editor with an open image, and hands on it: no screen."""

from pixelseal.model.screen.viewport import Canvas
from pixelseal.ui.editor.editor import Editor
from pixelseal.ui.editor.pointer import Pointer


def open_editor(width=400, height=300):
    editor = Editor()
    editor.set_size(width, height)
    editor.set_canvas(Canvas(400.0, 300.0))
    editor.view = type(editor.view)(1.0, 0.0, 0.0)
    return editor, Pointer(editor)


def drag(pointer, x0, y0, x1, y1, kind="mouse", button=0, key=1):
    pointer.down(key, kind, button, x0, y0)
    pointer.move(key, (x0 + x1) / 2, (y0 + y1) / 2)
    pointer.up(key, x1, y1)


def shapes(editor):
    return [editor.records[key].shape for key in editor.ids()]

"""The page: editor, queue and views. Knows the engine only by its messages.

Only `pixelseal.ui.browser.dom` touches the browser; everything else runs, and is tested, without
one.
"""

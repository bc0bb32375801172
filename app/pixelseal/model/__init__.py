"""What page, engine and command line share: recipe, reasons, messages. No pixels, no DOM.

Written in the subset of Python that CPython and MicroPython share.
"""

# Pyodide 314, as far as app/pixelseal/worker.py meets it.

# Pyodide 314, as far as app/pixelseal/worker meets it.

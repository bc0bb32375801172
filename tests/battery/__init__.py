"""The corpus of real files through the engine, its witnesses, and other tools."""

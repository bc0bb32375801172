"""The engine: image bytes and a recipe in, clean bytes and facts out. No files, clock or screen."""

"""Runs the tests of the engine and the model again in the interpreters of the page."""

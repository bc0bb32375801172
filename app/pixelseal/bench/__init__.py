"""The benchmark that anyone can run in a browser (bench.html). Runs in MicroPython, like ui."""

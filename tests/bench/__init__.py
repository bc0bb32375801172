"""The benchmark (`python3 build.py bench`): every figure is a ratio to a baseline."""

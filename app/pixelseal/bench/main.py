"""Starts the benchmark's page when it is imported. Does nothing else."""

from pixelseal.bench.page import BenchPage

page = BenchPage()

"""Starts the benchmark's page when it is imported. Does nothing else."""

from app.bench.page import BenchPage

page = BenchPage()

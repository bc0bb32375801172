"""Tests of the build: what it fetches, serves, says and writes."""

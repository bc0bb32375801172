"""Tests of the source examination."""

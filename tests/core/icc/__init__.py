"""Tests of the colour engine against the standards, LittleCMS and hostile profiles."""

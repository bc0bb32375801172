"""Fuzz targets: what reads bytes of others, with the invariant that each must hold."""

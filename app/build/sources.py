"""The package's modules as the page and the engine carry them. Reads the tree, writes nothing."""

from pathlib import Path

# Below the tree: where the package `pixelseal` lies.
HOME = "app"


def sources(tree: Path, patterns: tuple[str, ...]) -> dict[str, Path]:
    """The modules that `patterns`, below the package, name: path by path within a carrier.

    The package's own `__init__` is for those who import it as a library, and stays out.
    """
    home = tree / HOME
    paths = {path for pattern in patterns for path in home.glob(f"pixelseal/{pattern}")}
    return {path.relative_to(home).as_posix(): path for path in sorted(paths)}

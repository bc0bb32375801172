"""Which modules others import, by reading them, not by running them."""

import ast
from collections.abc import Iterable, Mapping


def imported(sources: Mapping[str, str | bytes], first: Iterable[str]) -> set[str]:
    """The paths in `sources` that those of `first` import, early or late, and what these import.

    `first` are among them. Imports for the type checker alone are no imports.
    """
    by_name = {_name(path): path for path in sources}
    found: set[str] = set()
    rest = list(first)
    while rest:
        path = rest.pop()
        if path in found:
            continue
        found.add(path)
        for name in _named(ast.parse(sources[path])):
            # A module is imported with the packages that it lies in.
            parts = name.split(".")
            wholes = (".".join(parts[:count]) for count in range(1, len(parts) + 1))
            rest += [by_name[whole] for whole in wholes if whole in by_name]
    return found


def _name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _named(tree: ast.AST) -> list[str]:
    names: list[str] = []
    for node in ast.iter_child_nodes(tree):
        test = node.test if isinstance(node, ast.If) else None
        if isinstance(test, ast.Name) and test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        names += _named(node)
    return names

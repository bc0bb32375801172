"""Recognises files other than images: recipes, projects, tables. Applies none of them."""


def is_json(name: str) -> bool:
    """True if a file's name says that it is a recipe or a project."""
    return name.lower().endswith(".json")


def is_table(name: str) -> bool:
    """True if a file's name says that it is a table of alternate IDs."""
    return name.lower().endswith(".csv") or name.lower().endswith(".tsv")

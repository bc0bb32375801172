"""Recognises files other than images: recipes, projects, tables. Applies none of them."""


def is_json(name: str) -> bool:
    """True if a file's name says that it is a recipe or a project."""
    return name.lower().endswith(".json")


def is_table(name: str) -> bool:
    """True if a file's name says that it is a table of alternate IDs."""
    return name.lower().endswith(".csv") or name.lower().endswith(".tsv")


def is_validation(untrusted_text: str) -> bool:
    """True if a JSON file's text begins as a validation does (docs/validation.md, 1.1)."""
    return untrusted_text.startswith('{"hash":"')


def told_apart(untrusted_text: str) -> "tuple[object, object]":
    """(a Recipe or None, a project's Reading or None) from a JSON file's text.

    RecipeRefused for anything else. An invalid project raises when it is read.
    """
    from pixelseal.model.project import project_text
    from pixelseal.model.project.project import is_project
    from pixelseal.model.recipe import canonical
    from pixelseal.model.recipe.recipe import parse_object

    if project_text.is_laid_out(untrusted_text):
        return None, project_text.read(untrusted_text)
    try:
        untrusted = canonical.load(untrusted_text, project_text.MAX_TEXT)
    except ValueError:
        untrusted = None  # which all our readers refuse
    if is_project(untrusted):
        return None, project_text.read_object(untrusted)
    return parse_object(None if len(untrusted_text) > canonical.MAX_TEXT else untrusted), None

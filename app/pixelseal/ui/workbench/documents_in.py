"""Tells apart the JSON files that were opened, and takes a policy. Applies nothing else."""

from pixelseal.model.errors import PixelsealError
from pixelseal.model.project.project_text import MAX_TEXT
from pixelseal.ui.browser.host import Failure
from pixelseal.ui.workbench.taking_policy import is_policy, opened

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.text.message import Messages


async def sorted_out(
    host: "BrowserHost", queue: "Queue", messages: "Messages", files: "list[tuple[str, object]]"
) -> "tuple[object, ...]":
    """The recipe, the project, as (its name, its Reading), and the validation, as
    (its name, its text), among JSON files.
    """
    recipe = project = validation = policy = None
    for name, blob in files:
        try:
            text = await host.text(blob, MAX_TEXT)
            if is_policy(text):
                if policy is not None:
                    raise Failure("policy-several")
                policy = name
                await opened(queue, host, messages, blob)
                continue
            if is_validation(text):
                if validation is not None:
                    raise Failure("validation-several")
                validation = (name, text)
                continue
            found, entries = told_apart(text)
            if entries is not None:
                if project is not None:
                    raise Failure("project-several")
                project = (name, entries)
            elif recipe is not None:
                raise Failure("recipe-several")
            else:
                recipe = found
        except PixelsealError as failure:
            messages.refuse(name, failure.code, failure.values)
    return recipe, project, validation


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

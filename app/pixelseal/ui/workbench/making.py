"""Making outputs: the engine's results for the images as they are. Saves nothing."""

from pixelseal.model import protocol
from pixelseal.ui.browser.host import Failure, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.model.finding import Finding
    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.images.result import Result
    from pixelseal.ui.project.alternate_ids import AlternateIds
    from pixelseal.ui.project.output_names import OutputNames


class Maker:
    """Makes each result once, and again only if the image or what was stated has changed."""

    def __init__(
        self,
        host: "BrowserHost",
        queue: "Queue",
        names: "OutputNames",
        ids: "AlternateIds",
        changed: "Callable[[Item], None]",
    ) -> None:
        self.host = host
        self.queue = queue
        self.names = names
        self.ids = ids
        self.changed = changed  # called with an image about which there is something new

    async def until_made(self, item: "Item") -> None:
        """Wait until what is being made of the image is there, or has failed."""
        while item.working == protocol.REDACT:
            await self.host.breathe()

    async def make(self, item: "Item", image: bool = True, ahead: bool = False) -> "Result | None":
        """The result for the image as it is: the existing one, or a new one.

        Without `image`, one whose image was released is good enough. With `ahead` it is made to be
        looked at, as it will be once all proposals are confirmed.
        """
        if item.editor.proposals and not ahead:
            return None  # they are not confirmed on this image
        await self.until_made(item)  # it may be just what is wanted
        in_force = self.queue.in_force
        found = item.result_of(item.recipe_once_confirmed)
        # One that names another policy is made again.
        if found is not None and found.under in ("", in_force.sha256):
            # A certificate that states something else is made from the image itself.
            wanted = image or not _is_stated(found, item, in_force.sha256)
            if ahead and found.image is not None:
                return found
            if not wanted or found.image is not None:
                return await self._certified(item, found)
        if item.refused or item.inspection is None:
            return None
        from pixelseal.ui.images.result import Result

        if item.provisional:
            return None  # it is not yet known whether the marks are where they were meant to be
        recipe, review, stem = item.recipe_once_confirmed, item.review, self.names.stem_for(item)
        # What programs find in it is known once it is there.
        label, finding = item.label_of(stem), item.found_before
        named = recipe.named(recipe.output, stem) if item.alternate_id else recipe
        item.working = protocol.REDACT
        item.error = None
        self._tell(item)
        args = {
            "recipe": named.to_object(),
            "review": review.to_object(),
            "finding": _object(finding),
            "label": stem,
            "page": item.page,
            "source_name": item.name,
            "made": self.host.now(),
        }
        blobs = [item.blob]
        if in_force.file is not None:
            args["ahead"] = True  # what must be stated of it is asked for once it is there
            blobs.append(in_force.file)
        made: "Result | None" = None
        try:
            value, buffers = await self.host.request(protocol.REDACT, args, blobs, item.pixels)
            blob = self.host.blob(buffers[0], kind_of(value["extension"]))
            result = Result(recipe, review, finding, label, blob, value)
            item.put_result(result)
            self.host.tidy()  # the one before may be large
            # The same bytes as those saved before, made again.
            result.saved = found is not None and found.saved
            self.names.made(stem)
            self.ids.made(item, stem)
            # None if the image has changed meanwhile.
            made = item.result_of(item.recipe_once_confirmed)
        except Failure as failure:
            # Nobody waits for what is made ahead: a run that is stopped may take it along.
            if not (ahead and failure.code == "cancelled"):
                item.error = (failure.code, failure.values)
        item.working = ""
        self._tell(item)
        if made is not None and not ahead:
            return await self._certified(item, made)  # the same bytes may have been read before
        return made

    def _tell(self, item: "Item") -> None:
        self.queue.touch(item)
        self.changed(item)

    async def _certified(self, item: "Item", result: "Result") -> "Result | None":
        """The same result with certificate and record for what is stated now."""
        in_force = self.queue.in_force
        if _is_stated(result, item, in_force.sha256):
            return result
        under, blobs = in_force.sha256, [result.image]
        review, finding = item.review, item.finding
        args = {
            "certificate": result.certificate,
            "record": result.record,
            "review": review.to_object(),
            "finding": _object(finding),
        }
        if in_force.file is not None:
            args["made"] = self.host.now()
            blobs.append(in_force.file)
        try:
            value, _buffers = await self.host.request(protocol.CERTIFY, args, blobs)
        except Failure as failure:
            item.error = (failure.code, failure.values)
            self._tell(item)
            return None
        result.review, result.finding, result.under = review, finding, under
        result.certificate, result.record = value["certificate"], value["record"]
        return result


def _is_stated(result: "Result", item: "Item", under: str) -> bool:
    """True if the result's certificate and record state what is stated of the image now."""
    return (result.review, result.finding, result.under) == (item.review, item.finding, under)


def _object(finding: "Finding | None") -> "dict | None":
    return None if finding is None else finding.to_object()

"""What the Save buttons do: make what is missing, ask, hand over. Encodes nothing itself."""

from app.model import protocol
from app.ui import words
from app.ui.host import Failure, kind_of


class Saving:
    """The Save buttons over one workbench."""

    def __init__(self, workbench: "object", gate: "object") -> None:
        self.workbench = workbench
        self.gate = gate
        self.host = workbench.host
        self.progress = None  # (done, of) while all are being saved
        self.said = ""
        self._stopped = False

    async def image(self, item: "object") -> None:
        """Save the clean image."""
        result = await self._made(item)
        if result is not None:
            self.host.save(result.image, result.file_name, kind_of(result.extension))
            result.saved = True
            self._say(words.say("saved", name=result.file_name))

    async def certificate(self, item: "object") -> None:
        """Save the certificate of exactly the image that would be saved now."""
        result = await self._made(item)
        if result is not None:
            name = words.certificate_name(result.label)
            self.host.save(result.certificate, name, kind_of("txt"))
            self._say(words.say("saved", name=name))

    async def record(self, item: "object") -> None:
        """Save the private record, which stays at home."""
        result = await self._made(item)
        if result is not None:
            name = words.record_name(result.label)
            self.host.save(result.record, name, kind_of("json"))
            self._say(words.say("saved-private", name=name))

    def recipe(self, item: "object") -> None:
        """Save the recipe: regions and reasons, no pixels and no names."""
        name = words.recipe_name(item.label)
        self.host.save(item.recipe.to_json(), name, kind_of("json"))
        self._say(words.say("saved", name=name))

    async def all(self) -> None:
        """One ZIP of every image that passed and its certificate; the others keep their reason."""
        items = [item for item in self.workbench.queue.items if _may_go_along(item)]
        items = await self.gate.pass_(items)
        if not items:
            return
        self._stopped = False
        self.progress = (0, len(items))
        made = []
        for item in items:
            result = None if self._stopped else await self.workbench.make(item)
            if result is not None:
                made.append((item, result))
            self.progress = (self.progress[0] + 1, len(items))
            self.workbench.changed()
        self.progress = None
        if self._stopped:
            self._say(words.say("stopped"))
        elif not made:
            self._say(words.say("nothing-passed"))
        else:
            await self._collect(made, len(self.workbench.queue.items))

    async def _collect(self, made: "list", of: int) -> None:
        names, blobs = [], []
        stems = self.workbench.queue.names_for([pair[0] for pair in made])
        for stem, (_item, result) in zip(stems, made):
            names.append("images/" + stem + "." + result.extension)
            blobs.append(result.image)
            names.append("certificates/" + words.certificate_name(stem))
            blobs.append(self.host.blob(result.certificate, "text/plain"))
        try:
            _value, buffers = await self.host.request(protocol.COLLECT, {"names": names}, blobs)
        except Failure as failure:
            self._say(words.sentence(failure.code, failure.values))
            return
        name = "pixelseal-" + self.host.random(4) + ".zip"
        self.host.save(self.host.blob(buffers[0], kind_of("zip")), name, kind_of("zip"))
        for item, result in made:
            result.saved = True
            self.workbench.queue.touch(item)
        self._say(words.saved_all(name, len(made), of))

    def cancel(self) -> None:
        """Stop what is under way; marks and finished results stay."""
        self._stopped = True
        self.host.cancel()

    async def _made(self, item: "object") -> "object":
        if not await self.gate.pass_([item]):
            return None
        return await self.workbench.make(item)

    def _say(self, text: str) -> None:
        self.said = text
        self.workbench.changed()


def _may_go_along(item: "object") -> bool:
    # Where a recipe failed and nothing was marked by hand, the person expects regions that are
    # not there: such an image is saved only by itself.
    if item.refused or item.editor.proposals:
        return False
    return not (item.recipe_failed and not item.editor.marked)

"""What the engine made of an image. Asks no engine."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from pixelseal.model.finding import Finding
    from pixelseal.model.recipe.recipe import Recipe
    from pixelseal.model.review import Review
    from pixelseal.ui.images.preview_cache import Preview


class Result:
    """A result of the engine: its recipe, review and finding, its label, and the answer."""

    def __init__(
        self,
        recipe: "Recipe",
        review: "Review",
        finding: "Finding | None",
        label: str,
        image: "object",
        value: "dict",
    ) -> None:
        self.recipe = recipe
        # For certificate and record; the image does not depend on them.
        self.review = review
        self.finding = finding
        self.label = label
        self.image = image  # a Blob, None once released; its bytes never enter Python
        self.extension = value["extension"]
        self.format = value["format"]
        self.dimensions = (value["width"], value["height"])  # in pixels
        self.size = value["bytes"]
        self.crc32 = value["crc32"]
        self.sha256 = value["sha256"]
        self.certificate = value["certificate"]
        self.record = value["record"]
        self.report = value.get("report", {})
        self.left = value.get("left")  # (left, top, right, bottom): what the crop left, upright
        self.preview: "Preview | None" = None  # if the engine had to draw the output
        self.was_shown = False  # in a review, as `Reviewing.look` counts it
        self.bright = False  # that preview shows what is too dark or too flat for a screen
        self.saved = False
        self.under = ""  # SHA-256 of the policy that its certificate names

    @property
    def file_name(self) -> str:
        """The neutral name of the image's file."""
        return self.label + "." + self.extension

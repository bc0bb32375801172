"""What the parts of the dialog Process have in common. Shows nothing and saves nothing."""

from pixelseal.ui.process.log_book import LogBook

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.images.item import Item
    from pixelseal.ui.workbench.workbench import Workbench


class Desk:
    """The images' workbench, its host, the open log; `who` was typed once, and is offered again.

    `go(item)` makes an image the one in the editor.
    """

    def __init__(
        self, workbench: "Workbench", go: "Callable[[Item], None]" = lambda item: None
    ) -> None:
        self.go = go
        self.workbench = workbench
        self.host = workbench.host
        self.log = LogBook(workbench.host)
        self.who = ""

    def moment(self) -> str:
        """Now, as logs, packages and receipts state it: "2026-11-29T21:40:00Z"."""
        return self.host.now()[:19] + "Z"

"""Makes what is imported when it is needed first: the dialogs, the Share button. Opens none."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # never run: a name for the annotations alone
    from collections.abc import Callable

    from pixelseal.ui.browser.browser_host import BrowserHost
    from pixelseal.ui.images.item import Item
    from pixelseal.ui.images.queue import Queue
    from pixelseal.ui.saving.saving import Saving
    from pixelseal.ui.views.first_use import FirstUse
    from pixelseal.ui.views.help import Help
    from pixelseal.ui.views.panels.policy_line import PolicyLine
    from pixelseal.ui.views.panels.project import ProjectView
    from pixelseal.ui.views.panels.sharing import SharingView
    from pixelseal.ui.views.process.frame import ProcessView
    from pixelseal.ui.views.proof import ProofView
    from pixelseal.ui.views.verify import VerifyView
    from pixelseal.ui.workbench.workbench import Workbench


def verify(host: "BrowserHost") -> "VerifyView":
    """The dialog Verify."""
    from pixelseal.ui.views.verify import VerifyView

    return VerifyView(host)


def project(workbench: "Workbench") -> "ProjectView":
    """The dialog Project."""
    from pixelseal.ui.views.panels.project import ProjectView

    return ProjectView(workbench)


def process(workbench: "Workbench", go: "Callable[[Item], None]") -> "ProcessView":
    """The dialog Process; `go(item)` makes an image the one in the editor."""
    from pixelseal.ui.views.process.frame import ProcessView

    return ProcessView(workbench, go)


def policy_line(workbench: "Workbench", process: "FirstUse") -> "PolicyLine":
    """The line that names the policy; a press opens the dialog Process."""
    from pixelseal.ui.views.panels.policy_line import PolicyLine

    return PolicyLine(workbench, lambda: process().open("preparation"))


def help() -> "Help":
    """The dialog Help."""
    from pixelseal.ui.views.help import Help

    return Help()


def proof(host: "BrowserHost") -> "ProofView":
    """The proof of the seal."""
    from pixelseal.ui.views.proof import ProofView

    return ProofView(host)


def sharing(saving: "Saving", queue: "Queue") -> "SharingView":
    """The Share button, in a browser that can hand an image to another app."""
    from pixelseal.ui.saving.sharing import Sharing
    from pixelseal.ui.views.panels.sharing import SharingView

    return SharingView(Sharing(saving), queue)

"""Words of the proof of the seal: the ways out that are tried, and what came of each."""

PROOF = {
    "proof": "Proof of the seal",
    "proof-try-title": "Every way out, tried in front of you",
    "proof-try-help": (
        "When you press, this page tries each way by which a page could send something away. Every "
        "attempt goes to an address that nobody can have; it ends in .invalid. Nothing of an image "
        "is in it, and the page stays as it is."
    ),
    "proof-try": "Try it",
    "proof-trying": "Trying one after the other…",
    "proof-all": "The ways out, and what the browser answered",
    "proof-refused": "{refused} of {count} were refused or are not there.",
    "proof-unclear": {
        "one": "{count} shows nothing: not tried, without an answer, or failed without a reason.",
        "other": "{count} show nothing: not tried, without an answer, or failed without a reason.",
    },
    "proof-through": {
        "one": "{count} did not fail as it should. Open no photo of a patient here, and report it.",
        "other": (
            "{count} did not fail as they should. Open no photo of a patient here, and report it."
        ),
    },
    "proof-not-tried": (
        "A few ways give a page no answer, so that trying them would show nothing: looking up a "
        "name, connecting ahead, fetching or opening the next page ahead, an icon, a ping. Those "
        "are tried in the tests of this program, where a server counts what arrives."
    ),
    "proof-since-title": "Since the seal",
    "proof-requests": "Requests that the browser timed",
    "proof-refusals": "Refusals that the browser reported",
    "proof-counted": (
        "Timed are the requests of this window: of its scripts, images, styles and frames. An "
        "extension, another window or the browser itself is not counted. Refusals include the "
        "page's own test while it sealed itself; two policies may report the same one twice, and "
        "those of a worker stay with the worker."
    ),
    "proof-program-title": "Which program this is",
    "proof-build": "Build:",
    "proof-build-help": (
        "The name of all that runs here: the SHA-256 of the file BUILD, which lists the SHA-256 of "
        "every part. Every certificate states it. The page compared its parts with this list. But "
        "a page that was altered on purpose could show any name."
    ),
    "proof-file-help": (
        "Of the saved file, compare the SHA-256 with the line that was published for it in "
        "SHA256SUMS. The page can compute it; a command of your computer is better evidence."
    ),
    "proof-sum": "The published SHA-256, or its line",
    "proof-file": "Choose the saved file",
    "proof-file-is": "The SHA-256 of {name}:",
    "proof-file-same": "It is the one that you entered.",
    "proof-file-differs": (
        "It is not the one that you entered. Do not use that file: get it again from where it was "
        "published."
    ),
    "proof-file-no-sum": "What you entered holds no SHA-256: that is 64 digits from 0 to f.",
    "proof-file-large": "This file is too large to be Pixelseal. Choose pixelseal.html.",
    "proof-commands": "In a terminal, in the folder of the file:",
    "proof-commands-label": "Commands",
    "proof-commands-lines": (
        "Linux     sha256sum pixelseal.html\n"
        "macOS     shasum -a 256 pixelseal.html\n"
        "Windows   certutil -hashfile pixelseal.html SHA256"
    ),
    "proof-limits-title": "What the seal cannot stop",
    "proof-limit-extensions": (
        "*Browser extensions and services of the browser* (translation, sync, search by image). "
        "They stand above the page and see it. For photos of patients, use a profile without them."
    ),
    "proof-limit-screen": (
        "*The screen.* A screenshot, screen sharing, a remote desktop, a phone in front of it, and "
        "whoever runs the computer."
    ),
    "proof-limit-person": (
        "*The person.* Whoever saves an image can send it anywhere, also with Share. The original "
        "stays where it was."
    ),
    "proof-limit-click": (
        "*A window that opens under a click.* A script inside the page could use a person's click "
        "to open a link. The page has no links that lead elsewhere, and no script can be loaded "
        "after the seal. A host can close this way for good with the header sandbox."
    ),
    "proof-limit-webrtc": (
        "*WebRTC out of an empty frame.* The page removes it from itself. In some browsers, a "
        "script that was already inside the page could find it again in a frame."
    ),
    "proof-limit-names": (
        "*Looking up a name.* A browser may ask the network for a host's name before it refuses "
        "the request itself."
    ),
    "proof-limit-host": (
        "*The host.* Whoever serves this page could serve another one. The saved file can be "
        "compared, and then stays the same."
    ),
    "proof-limit-self": (
        "*This proof itself.* An altered page could show an invented one. An outside witness does "
        "not depend on the page: cut the network off and go on working, or watch it with your own "
        "tools."
    ),
    # Ways out, by their names in static/ways.js.
    "way-fetch": "Request by a script (fetch)",
    "way-xhr": "Request by a script (XMLHttpRequest)",
    "way-beacon": "Message on leaving (sendBeacon)",
    "way-websocket": "Lasting connection (WebSocket)",
    "way-eventsource": "Stream of events (EventSource)",
    "way-image": "Image",
    "way-media": "Sound or video",
    "way-script": "Script",
    "way-import": "Script module (import)",
    "way-style": "Style sheet",
    "way-font": "Font",
    "way-preload": "Fetching ahead (preload)",
    "way-form": "Form that is sent",
    "way-frame": "Page in a frame",
    "way-frame-fetch": "Request out of an empty frame",
    "way-object": "Plug-in (object)",
    "way-worker": "Worker from an address",
    "way-worker-data": "Worker out of its own address (data:)",
    "way-worker-fetch": "Request by a worker (fetch)",
    "way-worker-import": "Script for a worker (importScripts)",
    "way-worker-websocket": "Lasting connection of a worker (WebSocket)",
    "way-shared-worker": "Shared worker",
    "way-service-worker": "Service worker",
    "way-webrtc": "Connection to another computer (WebRTC)",
    "way-webtransport": "Connection by WebTransport",
    "way-window": "New window (window.open)",
    "way-leave": "Another page in this window",
    "way-is-waiting": "not tried yet",
    "way-is-policy": "Refused",
    "way-is-absent": "Not there",
    "way-is-stopped": "Prevented",
    "way-is-rule": "Refused",
    "way-is-unclear": "Failed, cause unknown",
    "way-is-silent": "No answer",
    "way-is-untried": "Not tried",
    "way-is-open": "NOT REFUSED",
    "way-means-policy": "The browser reports that the policy refused this address ({directive}).",
    "way-means-absent": "The page removed it, or this browser never had it.",
    "way-means-stopped": "The page kept the browser from leaving it.",
    "way-means-rule": "The browser says that this is not allowed.",
    "way-means-unclear": (
        "It failed. The browser does not say whether the policy was the reason or the address, "
        "which nobody has."
    ),
    "way-means-silent": "The browser gave no answer within some seconds, which shows nothing.",
    "way-means-untried": (
        "This browser gives a page no means to prevent it, and an attempt would lose the page."
    ),
    "way-means-open": "This did not fail as it should.",
}

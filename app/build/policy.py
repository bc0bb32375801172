"""The policy of each page from its first byte. static/seal.js adds the sealing one."""

from app.build.sums import integrity


def policy_of(*, scripts: str, styles: str, net: str) -> str:
    """The Content-Security-Policy: what may be run, styled with, and fetched before the seal."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts} 'wasm-unsafe-eval'",
            # The service worker is registered before the seal; a saved file has none.
            " ".join(["worker-src", *([net] if net else []), "blob:"]),
            " ".join(["connect-src", net or "'none'"]),
            f"style-src {styles}",
            "img-src blob: data:",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def source_hash(text: str) -> str:
    """A policy's name for an inline script or style: its SHA-256."""
    return f"'{integrity(text)}'"

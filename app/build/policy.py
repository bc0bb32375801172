"""The policy that stands in each page from its first byte. static/seal.js adds the sealing one."""

import base64
import hashlib


def policy_of(*, scripts: list[str], styles: str, net: str) -> str:
    """The Content-Security-Policy: what may be run, styled with, and fetched before the seal."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(scripts)} 'wasm-unsafe-eval'",
            # The service worker is registered before the seal; a saved file has none.
            " ".join(["worker-src", *([net] if net else []), "blob:"]),
            # MicroPython's loader fetches its wasm from a blob: address before the seal is on.
            " ".join(["connect-src", *([net] if net else []), "blob:"]),
            f"style-src {styles}",
            "img-src blob: data:",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def source_hash(text: str) -> str:
    """How a policy names an inline script or style: by its SHA-256."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

"""The engine's entry point in Pyodide: turns one request into one answer.

Between requests it keeps only what is known about a file with several pages, until another file
comes.
With its two neighbours the only module that touches JavaScript.
"""

import base64
import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from pixelseal.core import engine
from pixelseal.core.base import given_codecs
from pixelseal.core.base.arrays import Pixels
from pixelseal.core.base.given_codecs import Decoded, Encoding
from pixelseal.core.codecs import jpeg
from pixelseal.core.cover.growth import growth, source_of
from pixelseal.core.evidence.record import private_record
from pixelseal.core.find.networks import Finders
from pixelseal.core.source.sniff import sniff
from pixelseal.model import formats, protocol
from pixelseal.model.recipe.recipe import parse_object
from pixelseal.model.recipe.record_json import turn as turn_of
from pixelseal.worker.answers import Answer, arguments, given, refused
from pixelseal.worker.finding import Finding, finders_of
from pixelseal.worker.stated import policy, review, stated
from pyodide.ffi import JsBuffer, JsException, to_js

# Those that need the picture of a file, whose format may need a part.
_OF_PICTURES = (
    protocol.INSPECT,
    protocol.PREVIEW,
    protocol.THUMB,
    protocol.SOFTEN,
    protocol.REDACT,
    protocol.FIND,
)
_KEPT = engine.Kept()


def _inspect(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return engine.inspect(sources[0], _KEPT).to_dict(), []


class _Shown:
    """`core.preview.likeness.Shown` from static/worker.js, which draws the browser's picture."""

    def __init__(self, shown: Any) -> None:
        self._shown = shown
        self.width, self.height = int(shown.width), int(shown.height)

    def rows(self, top: int, bottom: int) -> Pixels:
        """Some rows as RGBA."""
        samples = np.frombuffer(self._shown.rows(top, bottom).to_bytes(), np.uint8)
        return samples.reshape(bottom - top, self.width, 4)


def _preview(args: dict[str, Any], sources: list[bytes], shown: Any) -> Answer:
    preview = engine.preview(
        sources[0],
        args.get("page", 1),
        _KEPT,
        _Shown(shown) if shown else None,
        args.get("bright") is True,
    )
    if preview is None:
        return {"same": True}, []
    value = {
        "same": False,
        "scale": preview.scale,
        "tiles": [list(tile.box) for tile in preview.tiles],
        "kind": preview.kind,
        "exact": preview.exact,
        "dim": preview.dim,
    }
    return value, [preview.whole, preview.thumb, *(tile.file for tile in preview.tiles)]


def _thumb(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return {}, [engine.thumb(sources[0], args.get("page", 1), _KEPT)]


def _soften(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    found = engine.softened(sources[0], parse_object(args["recipe"]), args.get("page", 1), _KEPT)
    return {"covers": [one and _cover(one) for one in found]}, []


def _cover(cover: engine.Softened) -> dict[str, Any]:
    # A few kilobytes: the page can draw it as it is, and has nothing to release.
    picture = base64.b64encode(cover.picture).decode()
    return {
        "area": cover.area,
        "box": list(cover.box),
        "cells": [[list(box), colour] for box, colour in cover.cells],
        "picture": f"data:image/bmp;base64,{picture}" if picture else "",
    }


def _redact(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    done = engine.redact(
        sources[0],
        parse_object(args["recipe"]),
        label=args["label"],
        build=build,
        page=args.get("page", 1),
        review=review(args),
        kept=_KEPT,
        finding=stated(args),
        policy=policy(args, sources),
        ahead=args.get("ahead") is True,
    )
    record = private_record(done.record_facts, source_name=args["source_name"], made=args["made"])
    value = {
        "name": done.name,
        "extension": done.extension,
        "bytes": len(done.output),
        "crc32": done.crc32,
        "sha256": done.sha256,
        "certificate": done.certificate,
        "record": record,
        "report": done.report.to_dict(),
        "left": done.record_facts["left"],
        **{key: done.record_facts["output"][key] for key in ("format", "width", "height")},
    }
    return value, [done.output]


def _certify(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    certificate, record = engine.recertify(
        sources[0],
        args["certificate"],
        args["record"],
        review(args),
        stated(args),
        policy(args, sources),
    )
    return {"certificate": certificate, "record": record}, []


def _grow(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return growth(source_of(args["facts"]), parse_object(args["recipe"])), []


def _identify(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return engine.identify(sources[0]).to_dict(), []


def _verify(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    return engine.verify(sources[0], sources[1]).to_dict(), []


def _practice(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    data, extension = engine.exercise(args["exercise"])
    return {"sha256": hashlib.sha256(data).hexdigest(), "extension": extension}, [data]


def _assess(args: dict[str, Any], sources: list[bytes], build: str) -> Answer:
    recipes = {int(page): parse_object(args["recipes"][page]) for page in args["recipes"]}
    return engine.assess_exercise(args["exercise"], recipes), []


OPERATIONS: dict[str, Callable[[dict[str, Any], list[bytes], str], Answer]] = {
    protocol.INSPECT: _inspect,
    protocol.PREVIEW: lambda args, sources, _build: _preview(args, sources, None),
    protocol.THUMB: _thumb,
    protocol.SOFTEN: _soften,
    protocol.REDACT: _redact,
    protocol.CERTIFY: _certify,
    protocol.GROW: _grow,
    protocol.IDENTIFY: _identify,
    protocol.VERIFY: _verify,
    protocol.PRACTICE: _practice,
    protocol.ASSESS: _assess,
}


def parts_for(op: str, args: str, heads: "list[JsBuffer]") -> Any:
    """The names of the parts (static/parts.js) that a request needs, by its files' first bytes."""
    needed: set[str] = set()
    if op in _OF_PICTURES:
        format, taken = sniff(heads[0].to_bytes())
        needed |= {format} & given_codecs.NAMES.keys()
        if op == protocol.REDACT:
            wanted = _wanted_format(args)
            written = wanted
            if wanted == "same" and taken:
                written = formats.named(format).instead or format
            if any(row.name == written and row.writing for row in formats.GIVEN):
                needed |= {written, _encoder_of(written)}
    return to_js(sorted(needed))


def _wanted_format(args: str) -> str:
    """The output's format that a recipe names, unchecked; `handle` checks the recipe."""
    try:
        untrusted = arguments(args)["recipe"]["output"]["format"]
    except (ValueError, KeyError, TypeError):
        return "same"
    return untrusted if isinstance(untrusted, str) else "same"


def install(parts: Any) -> None:
    """Register the loaded parts (name -> {decode} or {encode}) as the engine's only codecs."""
    for format in given_codecs.NAMES:
        part, encoder = getattr(parts, format, None), getattr(parts, _encoder_of(format), None)
        given_codecs.register(
            format,
            _decoder(part) if part else None,
            _encoder(encoder) if encoder else None,
        )


def _encoder_of(format: str) -> str:
    """The name of the part that writes such files (static/parts.js)."""
    return format + "-encoder"


def _decoder(part: Any) -> given_codecs.Decoder:
    def decode(untrusted_data: bytes, wide: bool) -> Decoded:
        with _as_memory_error():
            found = part.decode(to_js(untrusted_data), wide)
            if found is None:
                raise ValueError("refused by its decoder")
            samples = found.samples.to_bytes()
        size = found.width, found.height, found.channels
        return Decoded(*size, samples, bool(found.premultiplied), found.bits)

    return decode


def _encoder(part: Any) -> given_codecs.Encoder:
    def encode(encoding: Encoding) -> bytes:
        width, height = encoding.width, encoding.height
        rgba = np.full((height, width, 4), 255, np.uint8)
        rgba[:, :, :3] = encoding.pixels
        with _as_memory_error():
            asked = (width, height, encoding.quality, encoding.sampling)
            return bytes(part.encode(to_js(rgba.data.cast("B")), *asked).to_bytes())

    return encode


class _JpegCodec:
    """`core.codecs.jpeg.JpegCodec` with static/jpeg.js, which reads and writes arrays in place."""

    def __init__(self, codec: Any) -> None:
        self._codec = codec

    def decode(self, untrusted_jpeg: bytes) -> Pixels:
        with _as_memory_error():
            opened = self._codec.open(np.frombuffer(untrusted_jpeg, np.uint8))
            shape = opened.height, opened.width
            pixels = np.empty(shape if opened.channels == 1 else (*shape, 3), np.uint8)
            opened.read(pixels)
        return pixels

    def encode(
        self, settings: jpeg.JpegSettings, bands: Callable[[], Iterable[Pixels]], best: bool
    ) -> bytes:
        steps = np.zeros(128, np.uint32)
        steps[: 64 * len(settings.tables)] = np.concatenate(settings.tables)
        gray = settings.sampling == "gray"
        across, down = jpeg.SAMPLINGS[settings.sampling]
        with _as_memory_error():
            file = self._codec.shape(
                settings.width,
                settings.height,
                1 if gray else 3,
                across,
                down,
                steps,
                settings.interval,
            )
            if best:
                file.look()
                for band in bands():
                    file.write(band)
                file.looked()
            file.start()
            for band in bands():
                file.write(band)
            return bytes(file.finish().to_bytes())


def install_jpeg(codec: Any) -> None:
    """Register static/jpeg.js, with its compiled module, as the engine's JPEG codec."""
    jpeg.register(_JpegCodec(codec))


@contextlib.contextmanager
def _as_memory_error() -> Iterator[None]:
    """Convert a codec's exception for failed memory growth to MemoryError."""
    try:
        yield
    except JsException as error:
        # The message is the runtime's; it is examined but not passed on.
        if any(word in str(error).lower() for word in ("memory", "oom", "allocation")):
            raise MemoryError from None
        raise


def handle(op: str, args: str, sources: "list[JsBuffer]", build: str, shown: Any = None) -> Any:
    """Answer request `op` with a JavaScript object {ok, value, buffers} or {ok, code, values}.

    `build` is the hash of the pack of this engine, as computed by the page. `shown` is what the
    browser shows of the file; a preview is made only if the engine's picture differs.
    """
    try:
        untrusted = arguments(args)
        files = [item.to_bytes() for item in sources]
        if op == protocol.PREVIEW and shown:
            message = given(_preview(untrusted, files, shown))
        else:
            message = given(OPERATIONS[op](untrusted, files, build))
    except Exception as error:
        message = refused(error)
    _KEPT.release_large()
    return message


def find(args: str, sources: "list[JsBuffer]", lent: Any) -> Finding:
    """Answer a request to find, step by step; `lent` is what static/finders.js lends."""
    return Finding(_find(args, [item.to_bytes() for item in sources], finders_of(lent)))


async def _find(args: str, sources: list[bytes], finders: Finders) -> Answer:
    try:
        untrusted = arguments(args)
        turn = turn_of(untrusted["turn"], "turn")
        found = await engine.find(sources[0], finders, untrusted["page"], turn, _KEPT)
    finally:
        _KEPT.release_large()
    return {"found": [protocol.found(*row) for row in found], "finders": finders.names}, []

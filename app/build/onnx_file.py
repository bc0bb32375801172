"""Rewrites an ONNX file: weights as half floats, free input sizes, some columns only. Runs none.

An ONNX file is one message of Protocol Buffers (onnx.proto3, IR version 4 and up). Only what is
changed is understood here, everything else goes through as it is: no library is needed, and the
same file in gives the same bytes out on any machine.
"""

import math
import struct
from collections.abc import Callable, Iterator, Sequence

from app.build.report import BuildError

# Field numbers of onnx.proto3.
_MODEL_GRAPH, _MODEL_METADATA = 7, 14
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_INPUT, _GRAPH_OUTPUT = 1, 5, 11, 12
_GRAPH_VALUE_INFO = 13
_NODE_INPUT, _NODE_OUTPUT, _NODE_OPERATOR, _NODE_ATTRIBUTE = 1, 2, 4, 5
_ATTRIBUTE_NAME, _ATTRIBUTE_INTEGER, _ATTRIBUTE_TYPE = 1, 3, 20
_TENSOR_DIMENSION, _TENSOR_TYPE, _TENSOR_FLOATS, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 4, 8, 9
_VALUE_NAME, _VALUE_TYPE = 1, 2
_ENTRY_KEY, _ENTRY_VALUE = 1, 2
_FLOAT, _HALF, _INTEGER_ATTRIBUTE = 1, 10, 2
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

# Weights of fewer numbers stay as they are: a Cast would cost more than it saves.
FEWEST = 64

# Field number, wire type, and an int (varint) or the bytes.
_Field = tuple[int, int, int | bytes]


def rewritten(
    model: bytes, free: Sequence[str] = (), columns: Sequence[int] = (), of: Sequence[str] = ()
) -> bytes:
    """The model with its float weights as half floats, each behind a Cast to float.

    `free` names inputs whose rows and columns may be any from now on; of the tensors named by `of`,
    only these `columns` of their last dimension stay. Descriptions of what lies within are left
    out: sizes in them may no longer hold. Metadata is left out, too.

    Raises BuildError if it is not such a file.
    """
    try:
        return _model(model, set(free), list(columns), set(of))
    except (IndexError, ValueError, struct.error, OverflowError) as error:
        raise BuildError(
            f"This is not the network that the build was written for: {error}"
        ) from None


def metadata(model: bytes, key: str) -> str:
    """A text of the model's metadata; BuildError if it has none of that name."""
    for number, _, entry in _fields(model):
        if number == _MODEL_METADATA and isinstance(entry, bytes):
            pair = {inner: value for inner, _, value in _fields(entry)}
            text = pair.get(_ENTRY_VALUE)
            if pair.get(_ENTRY_KEY) == key.encode() and isinstance(text, bytes):
                return text.decode()
    raise BuildError(f"The network has no {key}")


def _model(model: bytes, free: set[str], columns: list[int], of: set[str]) -> bytes:
    out: list[_Field] = []
    graphs = 0
    for number, kind, value in _fields(model):
        if number == _MODEL_GRAPH:
            graphs += 1
            value = _graph(_as_bytes(value), free, columns, of)
        if number != _MODEL_METADATA:
            out.append((number, kind, value))
    if graphs != 1:
        raise ValueError("no graph")
    return _joined(out)


def _graph(graph: bytes, free: set[str], columns: list[int], of: set[str]) -> bytes:
    kept: list[_Field] = []
    casts: list[_Field] = []
    weights = set[bytes]()
    left = set(of)
    for number, kind, value in _fields(graph):
        if number == _GRAPH_INITIALIZER:
            tensor = _Tensor(_as_bytes(value))
            weights.add(tensor.name)
            if tensor.name.decode() in of:
                left.discard(tensor.name.decode())
                tensor.keep(columns)
            if tensor.floats and len(tensor.floats) >= FEWEST:
                casts.append((_GRAPH_NODE, _BYTES, _cast(tensor.stored_name, tensor.name)))
                value = tensor.halved()
            elif tensor.changed:
                value = tensor.whole()
        if number != _GRAPH_VALUE_INFO:
            kept.append((number, kind, value))
    if left:
        raise ValueError(f"no {', '.join(sorted(left))}")
    out: list[_Field] = []
    for number, kind, value in kept:
        if number in (_GRAPH_INPUT, _GRAPH_OUTPUT):
            name = _named(_as_bytes(value))
            # Older files list their weights as inputs, too; none can be handed in.
            if number == _GRAPH_INPUT and name in weights:
                continue
            if number == _GRAPH_OUTPUT or name.decode() in free:
                value = _of_any_size(_as_bytes(value), number == _GRAPH_INPUT)
        out.append((number, kind, value))
    # Nodes are in the order in which they run: the casts come first.
    return _joined(casts + out)


class _Tensor:
    """One initializer: its dimensions, and its numbers if they are floats."""

    def __init__(self, data: bytes) -> None:
        self._rest: list[_Field] = []
        self.dimensions: list[int] = []
        self.name, self.floats, self.changed = b"", list[float](), False
        kind, raw = 0, b""
        for number, wire, value in _fields(data):
            if number == _TENSOR_DIMENSION:
                packed = _varints(value) if isinstance(value, bytes) else [value]
                self.dimensions += packed
            elif number == _TENSOR_TYPE:
                kind = _as_int(value)
            elif number == _TENSOR_NAME:
                self.name = _as_bytes(value)
            elif number == _TENSOR_RAW:
                raw = _as_bytes(value)
            elif number == _TENSOR_FLOATS and wire == _BYTES:
                raw += _as_bytes(value)
            else:
                self._rest.append((number, wire, value))
        if kind == _FLOAT:
            self.floats = list(struct.unpack(f"<{len(raw) // 4}f", raw))
            if len(self.floats) != math.prod(self.dimensions):
                raise ValueError("a tensor of another size")

    @property
    def stored_name(self) -> bytes:
        """The name of the half floats."""
        return self.name + b".half"

    def keep(self, columns: list[int]) -> None:
        """Only these columns of the last dimension."""
        wide = self.dimensions[-1]
        if not self.floats or max(columns) >= wide:
            raise ValueError("no such columns")
        rows = range(0, len(self.floats), wide)
        self.floats = [self.floats[row + column] for row in rows for column in columns]
        self.dimensions[-1] = len(columns)
        self.changed = True

    def halved(self) -> bytes:
        """As half floats, rounded to the nearest, a tie to the even one (IEEE 754)."""
        raw = struct.pack(f"<{len(self.floats)}e", *self.floats)
        return self._written(_HALF, self.stored_name, raw)

    def whole(self) -> bytes:
        """As floats."""
        return self._written(_FLOAT, self.name, struct.pack(f"<{len(self.floats)}f", *self.floats))

    def _written(self, kind: int, name: bytes, raw: bytes) -> bytes:
        return _joined(
            [
                *((_TENSOR_DIMENSION, _VARINT, size) for size in self.dimensions),
                (_TENSOR_TYPE, _VARINT, kind),
                (_TENSOR_NAME, _BYTES, name),
                (_TENSOR_RAW, _BYTES, raw),
            ]
        )


def _cast(stored: bytes, name: bytes) -> bytes:
    attribute = _joined(
        [
            (_ATTRIBUTE_NAME, _BYTES, b"to"),
            (_ATTRIBUTE_INTEGER, _VARINT, _FLOAT),
            (_ATTRIBUTE_TYPE, _VARINT, _INTEGER_ATTRIBUTE),
        ]
    )
    return _joined(
        [
            (_NODE_INPUT, _BYTES, stored),
            (_NODE_OUTPUT, _BYTES, name),
            (_NODE_OPERATOR, _BYTES, b"Cast"),
            (_NODE_ATTRIBUTE, _BYTES, attribute),
        ]
    )


def _named(value: bytes) -> bytes:
    return next(
        (_as_bytes(text) for number, _, text in _fields(value) if number == _VALUE_NAME), b""
    )


def _of_any_size(value: bytes, is_input: bool) -> bytes:
    """A ValueInfoProto whose sizes are free: of an input all but its channels."""

    def of_type(inner: bytes) -> bytes:
        # TypeProto.tensor_type (1) . shape (2) . dim (1)
        return _changed(inner, 1, lambda tensor: _changed(tensor, 2, of_shape))

    def of_shape(shape: bytes) -> bytes:
        rows: list[_Field] = []
        for place, (_, _, dimension) in enumerate(_fields(shape)):
            stays = is_input and place == 1
            # Dimension.dim_param (2), a name
            free = _joined([(2, _BYTES, f"{'in' if is_input else 'out'}{place}".encode())])
            rows.append((1, _BYTES, dimension if stays else free))
        return _joined(rows)

    return _changed(value, _VALUE_TYPE, of_type)


def _changed(message: bytes, field: int, change: Callable[[bytes], bytes]) -> bytes:
    return _joined(
        [
            (number, kind, change(_as_bytes(value)) if number == field else value)
            for number, kind, value in _fields(message)
        ]
    )


# -- the wire format of Protocol Buffers ------------------------------------------------------


def _fields(message: bytes) -> Iterator[_Field]:
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        number, kind = tag >> 3, tag & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield number, kind, value
            continue
        if kind == _BYTES:
            size, at = _varint(message, at)
        elif kind in (_FIXED32, _FIXED64):
            size = 4 if kind == _FIXED32 else 8
        else:
            raise ValueError("not a message")
        if at + size > len(message):
            raise ValueError("cut short")
        yield number, kind, message[at : at + size]
        at += size


def _joined(fields: Sequence[_Field]) -> bytes:
    out = bytearray()
    for number, kind, value in fields:
        out += _as_varint(number << 3 | kind)
        if isinstance(value, int):
            out += _as_varint(value)
            continue
        if kind == _BYTES:
            out += _as_varint(len(value))
        out += value
    return bytes(out)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _varints(data: bytes) -> list[int]:
    found, at = list[int](), 0
    while at < len(data):
        value, at = _varint(data, at)
        found.append(value)
    return found


def _as_varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _as_bytes(value: int | bytes) -> bytes:
    if isinstance(value, int):
        raise ValueError("a number where a message should be")
    return value


def _as_int(value: int | bytes) -> int:
    if not isinstance(value, int):
        raise ValueError("a message where a number should be")
    return value

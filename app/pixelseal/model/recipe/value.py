"""A small base for values: equality, hash and repr by named fields. Checks nothing."""


class Value:
    """Compares by the fields named in `FIELDS`; an instance must not be changed.

    (MicroPython has no dataclasses.)
    """

    FIELDS: "tuple[str, ...]" = ()

    def key(self) -> "tuple[object, ...]":
        """The values of the fields, in the order of `FIELDS`."""
        return tuple([getattr(self, name) for name in self.FIELDS])

    def __eq__(self, other: "object") -> bool:
        return isinstance(other, Value) and type(self) is type(other) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __repr__(self) -> str:
        return type(self).__name__ + repr(self.key())

"""How much the finders find: drawn pictures whose answer is known, and the rates (docs/find.md)."""

"""The recipe: shapes, methods, records, and their JSON (docs/recipe.md). Knows no pixels."""

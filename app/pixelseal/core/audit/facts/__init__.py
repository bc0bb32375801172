"""What the audit's rooms hand each other: expectations, checks, a parsed output."""

"""Values shared by the audit's rooms: expectations, checks, a parsed output."""

"""Browser tests: the built page in three stock browsers; nothing here is shipped."""

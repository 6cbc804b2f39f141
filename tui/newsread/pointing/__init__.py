"""Pointing at a line: what can be done about it, and what each of that would do."""

"""A reading as text, Markdown or JSON: pure functions from a reading to what is printed."""

"""The manual page and the shells' completions, made from what the command line and the reader declare of themselves."""

"""What is copied of the text: it has passed the gate."""

from newsread_filters.gate import clean


def paragraph(text: str) -> str:
    """One paragraph as it is shown."""
    return clean(text)

"""Who said what in the page that newsread shows without a source, which every user sees first."""

from pathlib import Path

from newsread_filters import Page, pipeline
from newsread_filters.extract import extract
from newsread_filters.quotes import find_quotes, people_near
from newsread_filters.registry import defaults

SAMPLE = Path(__file__).parents[2] / "tui" / "newsread" / "sample.html"
SKIPPER = ("Billie Crake", "skipper of the Lady Maud")
SAID = [
    ("We measured it twice", "Hamish Orde", "Professor", "said"),
    ("No bridge has ever", "Dorothea Pell", "council leader", "told"),
    ("You can't cross it", None, None, "shouted"),
    ("Point taken", "Dorothea Pell", "council leader", "said"),
    ("I'd have told them", *SKIPPER, "said"),
    ("not among the powers", "Ruben Oyelade", "Captain", "According to"),
    ("of a very well-run", "Ruben Oyelade", "Captain", "added"),
    ("Nine minutes is", "Gina Malvestiti", None, "explained"),
    ("I have spent eleven", "Tomas Brandvold", None, "said"),
    ("She's not late", "Amos Tarrant", None, "said"),
    ("She has been stuck", "Amos Tarrant", None, "went on"),
    ("Public safety is", "Coastal County Highways", None, "said"),
    ("To scrap a working", "a spokesman", None, "said"),
    ("Some people feel", "Petra Lund", "retired geography teacher", "told"),
    ("I feel very strongly", "Petra Lund", "retired geography teacher", "replied"),
    ("during it", "the paper", None, "words"),
    ("in person, and near", *SKIPPER, "asked"),
    ("I was under the", "Edwin Fosse", "Councillor", "said"),
    ("She will be very", *SKIPPER, "said"),
    ("rather likes it", "an officer", None, "admitted"),
    ("The bridge being open", None, None, None),
]
"""How each quote begins; its speaker, role and cue."""


def test_the_sample_tells_who_said_what() -> None:
    """Every quote of the sample has its speaker, the role that the article gives, and the reporting word."""
    cleaned, _ = pipeline.run(extract(Page(source="sample", data=SAMPLE.read_bytes())), defaults())
    quotes = find_quotes(cleaned)
    assert len(quotes) == len(SAID)
    beginnings = [quote.text[: len(beginning)] for quote, (beginning, *_) in zip(quotes, SAID, strict=True)]
    found = [(quote.speaker, quote.role, quote.cue) for quote in quotes]
    assert list(zip(beginnings, found, strict=True)) == [(text, tuple(who)) for text, *who in SAID]


def test_the_people_come_before_ships_and_bridges() -> None:
    """Who is offered as a speaker: those with a full name that is a person's, then what only may be somebody."""
    cleaned, _ = pipeline.run(extract(Page(source="sample", data=SAMPLE.read_bytes())), defaults())
    people = people_near(cleaned, 25)
    assert people[:2] == ["Hamish Orde", "Dorothea Pell"]
    assert people.index("Maud") > people.index("Edwin Fosse")

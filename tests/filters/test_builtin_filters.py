"""What every built-in filter promises: documentation, options that are explained, and examples that run."""

from typing import get_type_hints

import msgspec
import pytest

from newsread_filters.filter import Example, Filter, show
from newsread_filters.registry import BUILTIN, defaults

TAXONOMY = """
ad app_prompt author_bio boilerplate byline caption comments contact_prompt copyright embed follow_prompt gallery
hidden liveblog navigation newsletter paywall photo_credit player promo_bracket promo_inline pull_quote read_more
related section_label share source_credit standfirst_dup timestamp title_dup topic_tags ui_residue widget
"""
EXAMPLES = [(kind, example) for kind in BUILTIN for example in kind.examples]


def lines(text: str) -> tuple[str, ...]:
    """The lines of an example that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[f"{kind.name}: {each.note}" for kind, each in EXAMPLES])
def test_example_does_what_it_says(kind: type[Filter], example: Example) -> None:
    """Run alone over the example, the filter leaves just the lines that its documentation shows."""
    assert show(kind(), example).after == lines(example.after)


@pytest.mark.parametrize("kind", BUILTIN, ids=lambda kind: kind.name)
def test_filter_is_documented(kind: type[Filter]) -> None:
    """It has a docstring of several sentences, says what it covers, and each of its options is described."""
    assert len((kind.__doc__ or "").split()) > 20
    assert kind.covers
    hints = get_type_hints(kind, include_extras=True)
    for field in msgspec.structs.fields(kind):
        if field.name != "enabled":
            metas = [each for each in hints[field.name].__metadata__ if isinstance(each, msgspec.Meta)]
            assert metas
            assert metas[0].description


@pytest.mark.parametrize("kind", BUILTIN, ids=lambda kind: kind.name)
def test_filter_shows_what_it_cuts_and_what_it_spares(kind: type[Filter]) -> None:
    """It has an example of clutter that goes, and a near-miss of which every line stays."""
    shown = [(each, show(kind(), each)) for each in kind.examples]
    assert any(run.after != run.before for _, run in shown)
    assert any(run.after == run.before for _, run in shown)
    assert all(each.note for each, _ in shown)


def test_every_kind_of_clutter_is_covered_once() -> None:
    """Each kind of the taxonomy has one filter, so that a reader knows which to turn off."""
    kinds = [kind for each in BUILTIN for kind in each.covers]
    assert sorted(kinds) == sorted(set(kinds))
    assert set(kinds) == set(TAXONOMY.split())


def test_names_are_unique_and_all_are_on() -> None:
    """A name names one filter, and every built-in filter is on by default."""
    assert len({kind.name for kind in BUILTIN}) == len(BUILTIN)
    assert [type(each) for each in defaults()] == list(BUILTIN)

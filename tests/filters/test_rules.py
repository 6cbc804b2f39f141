"""The user's own rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters import Article, pipeline
from newsread_filters.model import Block, Span
from newsread_filters.rules import NotApplied, PatternError, Rule, check_pattern, protected
from newsread_filters.sites import belongs, best, host_of
from newsread_filters.view import ArticleView

LINES = [
    "The ferry stays, the council decided on Monday after nine hours.",
    "READ MORE: Ten quiet harbours",
    "It will be painted green, said the harbour master.",
    "Our shop",
    "Buy the ferry mug today",
]


def found(rule: Rule, lines: list[str] = LINES) -> list[str]:
    """The lines that `rule` names in an article of `lines`."""
    blocks = tuple(Block(source_text=line) for line in lines)
    return [lines[clutter.block] for clutter in rule.find(ArticleView(Article(blocks=blocks)))]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(equals="Our shop"), ["Our shop"]),
        (Rule(contains="ferry mug"), ["Buy the ferry mug today"]),
        (Rule(starts_with="READ MORE"), ["READ MORE: Ten quiet harbours"]),
        (Rule(ends_with="today"), ["Buy the ferry mug today"]),
        (Rule(pattern=r"(?i)^read \w+:"), ["READ MORE: Ten quiet harbours"]),
        (Rule(equals="our shop"), []),
        (Rule(equals="Our shop", action="end"), ["Our shop", "Buy the ferry mug today"]),
    ],
)
def test_each_test_names_the_lines_it_says(rule: Rule, expected: list[str]) -> None:
    """Each of the five tests takes just its lines; `end` takes all from the first of them on."""
    assert found(rule) == expected


def test_in_links_looks_at_the_words_of_links_only() -> None:
    """A rule with in_links removes a line for the words of a link in it, not for the words beside it."""
    rule = Rule(contains="harbours", in_links=True)
    linked = Block(source_text="See ten harbours", spans=(Span(4, 16, "link", "https://example.org/"),))
    assert rule.matches(linked)
    assert not rule.matches(Block(source_text="See ten harbours"))


def test_a_rule_that_takes_more_than_half_is_not_applied() -> None:
    """It says how many of the words it would have removed."""
    with pytest.raises(NotApplied, match=r"greedy would remove 30 of 32 words, more than half"):
        found(Rule(name="greedy", pattern="e."))


def test_a_pattern_that_backtracks_is_left_out_in_time() -> None:
    """A catastrophic pattern ends with a message, not with a hang."""
    with pytest.raises(NotApplied, match="takes too long"):
        found(Rule(pattern=r"^(a|aa)+$"), ["a" * 80 + "b"])


def test_a_bad_pattern_is_told_with_its_position() -> None:
    """The position is that of the character at fault."""
    with pytest.raises(PatternError) as caught:
        check_pattern("abc(def")
    assert caught.value.position == 7


def test_keep_rules_protect_their_lines() -> None:
    """Only rules with action keep protect."""
    blocks = [Block(source_text=line) for line in LINES]
    rules = [Rule(starts_with="READ", action="keep"), Rule(equals="Our shop")]
    assert protected(rules, blocks) == {1}


@given(st.sampled_from(["example.com", "news.example.com", "www.example.com"]), st.booleans())
def test_a_site_means_the_host_and_its_subdomains(host: str, upper: bool) -> None:
    """Every host below a site belongs to it, whatever the case of the configuration."""
    assert belongs(host, "EXAMPLE.com" if upper else "example.com")
    assert not belongs("my" + host.removeprefix("www."), host.removeprefix("www."))


def test_the_longest_site_wins_and_odd_addresses_have_no_host() -> None:
    """Of two sites that fit the more exact one holds; what is no address belongs nowhere."""
    assert best("a.news.example.com", ["example.com", "news.example.com", "b.com"]) == "news.example.com"
    assert best(host_of("http://[broken"), ["example.com"]) is None
    assert Rule(sites=("example.com",)).holds_at("m.example.com")
    assert not Rule(sites=("example.com",)).holds_at(None)


def cleaned(lines: list[str], *rules: Rule) -> tuple[list[str], list[str]]:
    """The lines that `rules` leave, and the notices."""
    article, notices = pipeline.run(Article(blocks=tuple(Block(source_text=line) for line in lines)), (), rules)
    return [block.text for block in article.blocks if not block.removed], [notice.message for notice in notices]


def test_keep_beats_every_rule() -> None:
    """A line that a keep rule names stays, whatever another rule says of it."""
    left, _ = cleaned(LINES, Rule(contains="o"), Rule(equals="Our shop", action="keep"), Rule(equals="Our shop"))
    assert "Our shop" in left


def test_a_rule_left_out_costs_only_itself() -> None:
    """A rule that would take too much is named in a notice, and the next one is applied."""
    left, notices = cleaned(LINES, Rule(name="greedy", contains="e"), Rule(equals="Our shop"))
    assert left == [line for line in LINES if line != "Our shop"]
    assert [notice.split(" would")[0] for notice in notices] == ["greedy"]

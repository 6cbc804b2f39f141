"""The words of clutter: every language's file is well formed, and no file is needed to read a page."""

import tomllib
from pathlib import Path

import pytest

import newsread_filters
from newsread_filters import Article, Block, pipeline
from newsread_filters.builtin.own_words import own_share
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.phrases import key
from newsread_filters.registry import defaults
from newsread_filters.view import ArticleView, words

FOLDER = Path(newsread_filters.__file__).parent / "data" / "clutter"
FILES = sorted(FOLDER.glob("*.toml"))
USES = set(
    "phrases labels prefixes openings headers strong roles weak cues sure asks things others notes nouns".split()
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_well_formed(path: Path) -> None:
    """Each file has tables that English has, keys that are documented, and phrases that hold words."""
    tables = tomllib.loads(path.read_text("utf-8"))
    assert set(tables) <= set(tomllib.loads((FOLDER / "en.toml").read_text("utf-8")))
    for entries in tables.values():
        assert set(entries) <= USES
        for text in entries.values():
            assert all(words(phrase.replace("#", "0")) for phrase in text.split(","))


def test_every_key_is_documented() -> None:
    """The folder's README says what each key means, so that a language can be added by adding one file."""
    told = (FOLDER / "README.md").read_text("utf-8")
    assert all(f"`{use}`" in told for use in USES)


@pytest.mark.parametrize("language", [None, "xx", "../de", "de/../en", ""])
def test_unknown_language_is_read_with_english(language: str | None) -> None:
    """A language without a file, and what is no language at all, costs nothing."""
    assert words("Share this article") in lexicon(language)["share"].phrases


def test_page_is_read_with_its_own_language_and_english() -> None:
    """German pages carry English buttons too; English ones carry no German."""
    assert words("Artikel teilen") in lexicon("de")["share"].phrases
    assert words("Share this article") in lexicon("de")["share"].phrases
    assert words("Artikel teilen") not in lexicon("en")["share"].phrases


def test_both_written_norwegians_share_a_file() -> None:
    """Pages in Bokmål and Nynorsk name themselves "nb" and "nn"."""
    assert words("Artikkelen fortsetter under annonsen") in lexicon("nb")["ad"].phrases
    assert words("Artikkelen fortsetter under annonsen") in lexicon("nn")["ad"].phrases


def test_numbers_count_as_one_sign() -> None:
    """Whatever a page counts, the phrase is the same; a date is one number."""
    assert key(words("1,024 comments")) == key(words("3 comments")) == "# comments"


def test_every_word_for_a_kind_counts_and_none_against_it() -> None:
    """What a prompt is made of comes from all entries of its table but those that speak against it."""
    table = Table({"cues": ["our newsroom"], "phrases": ["# letters"], "others": ["police"]})
    assert table.all_words == {"our", "newsroom", "0", "letters"}


@pytest.mark.parametrize(
    ("language", "text", "least", "most"),
    [
        ("en", "Sign up for our newsletter and get the Bugle's stories every morning.", 0.0, 0.0),
        ("en", "Our newsletter told the village that its pump was broken.", 0.3, 0.5),
        ("en", "Write to Dora Quill at dquill@bugle.example or bugle.example/quill.", 0.0, 0.0),
        ("de", "Abonnieren Sie den Newsletter von Dora Quill.", 0.0, 0.0),
        ("de", "Abonnieren Sie nicht, rät die Anwältin, sondern lesen Sie den Vertrag.", 0.2, 0.5),
        ("fr", "Inscrivez-vous à la newsletter et recevez l'essentiel.", 0.0, 0.0),
        ("zh", "请订阅我们的通讯，每天早上阅读最新消息。", 0.0, 0.0),
    ],
)
def test_a_prompt_has_hardly_a_word_of_its_own(language: str, text: str, least: float, most: float) -> None:
    """Words that prompts, other texts, names and addresses have are not a line's own; German nouns are no names."""
    view = ArticleView(Article(language=language, blocks=(Block(source_text=text),)))
    assert least <= own_share(view, view.blocks[0]) <= most


def test_vocabulary_needs_a_strong_word() -> None:
    """A line of small words is no label, one with a word outside the vocabulary neither."""
    table = Table({"strong": ["facebook"], "weak": ["on, share"]})
    assert table.is_made_of(words("Share on Facebook"))
    assert not table.is_made_of(words("Share on"))
    assert not table.is_made_of(words("Share the roof on Facebook"))


def test_cue_is_found_wherever_it_stands() -> None:
    """A cue is whole words in a row, at the beginning, in the midst or at the end."""
    table = Table({"cues": ["our newsletter, in your inbox"]})
    assert table.cue(words("Our newsletter is free")) == "our newsletter"
    assert table.cue(words("All of it, every day in your inbox")) == "in your inbox"
    assert table.cue(words("Our new newsletter")) is None
    assert table.cue(()) is None


@pytest.mark.parametrize("language", [None, "en", "ja", "th", "ar"])
@pytest.mark.parametrize("text", ["…", "—", "*", "١٢", "هل", "。", "ก", "\u0301", "[]", "(", '"', ":", "1", "•"])
def test_odd_lines_raise_nothing(text: str, language: str | None) -> None:
    """No filter fails on a line without words, or of one sign, in any script."""
    blocks = (Block(source_text=text), Block(source_text=f"{text} {text}"), Block(source_text=f"Words {text} more."))
    _, notices = pipeline.run(Article(title=text, byline=text, language=language, blocks=blocks), defaults())
    assert notices == ()

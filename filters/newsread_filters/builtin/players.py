"""The filter players."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, is_marked, judge
from newsread_filters.builtin.own_words import own_share
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView

_NAMES = (
    "video",
    "player",
    "audio",
    "jw",
    "vjs",
    "gallery",
    "slideshow",
    "carousel",
    "slide",
    "podcast",
    "lightbox",
    "media",
)
_PLAYERS = (
    "video-player",
    "video-item",
    "video-card",
    "jwplayer",
    "jw-",
    "vjs-",
    "player-",
    "gallery-",
    "lightbox",
    "audio-player",
    "videoplayer",
    "audioplayer",
)
_KINDS = ("player", "gallery", "furniture", "newsletter", "timestamp")
_OWN = 0.35
"""The share of its own words that a sentence about a player may have."""
_OF = re.compile(r"^\d{1,3} ?/ ?\d{1,3}$")
_CLOCK = re.compile(r"^-?\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*-?\d{1,2}:\d{2}(?::\d{2})?)?$")


class Players(Filter, frozen=True):
    """What players of video and audio and picture galleries leave among the text: "Play Video", "0:00/2:33", "1 of 12".

    A line goes when it is such a label as a whole. Labels of one common word ("Watch", "Photos") go only where the
    page's structure speaks for it: a link, a form control, its class, another such label beside it, or a place above
    or below the text. The title of a recording goes when it stands between two such labels.

    A subheading such as "Up next" stays.
    """

    name = "players"
    covers: ClassVar[tuple[str, ...]] = ("player", "gallery")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            Click to play

            0:00/2:33

            Image 1 of 12

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a player and a gallery between paragraphs",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Up next

            The vicar will play a video of it at the parish supper.

            Two of its twelve pictures are sharp, and one is upside down.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            Up next
            The vicar will play a video of it at the parish supper.
            Two of its twelve pictures are sharp, and one is upside down.
            """,
            "a subheading and sentences stay",
        ),
    )

    longest: Annotated[int, Meta(ge=1, le=60, description="Words that a label of a player may have.")] = 24

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the labels of players and galleries."""
        words = lexicon(article.language)
        said = {
            block.number: reason
            for block in article.blocks
            if (reason := _said(article, block, words["player"], words["gallery"]))
        }

        def why(block: BlockView) -> str | None:
            if block.number in said:
                beside = block.number - 1 in said or block.number + 1 in said
                sure = len(block.words) > 1 or beside or is_marked(article, block, *_NAMES) or block.in_figure
                return said[block.number] if sure else None
            between = {block.number - 1, block.number + 1} <= said.keys()
            if between and not block.ends_sentence and block.kind == "paragraph":
                return "the title of a recording, between the labels of its player"
            name = None if block.is_prose else article.named(block, *_PLAYERS)
            return f"stands in a box that the page calls “{name}”" if name else None

        yield from judge(article, self.longest, why, *_PLAYERS)


def _said(  # noqa: PLR0911 - one for each reason
    article: ArticleView, block: BlockView, player: Table, gallery: Table
) -> str | None:
    if len(block.words) > 24:
        return None
    if _CLOCK.match(block.text):
        return "the clock of a player"
    if _OF.match(block.text):
        return "the number of a picture in a gallery"
    if block.text[0] == "[" and block.text[-1] == "]" and not player.strong.isdisjoint(block.words[:1]):
        return "stands for a video or a sound recording"
    if (
        is_label(article, block, player, *_NAMES)
        or player.is_made_of(block.words)
        or (len(block.words) <= 12 and player.is_made_of(block.unglued))
    ):
        return "a label of a video or audio player"
    if is_label(article, block, gallery, *_NAMES):
        return "a label of a picture gallery"
    if gallery.is_made_of(block.words) and len(block.words) <= 8 and is_marked(article, block, *_NAMES):
        return "only words of a picture gallery's buttons"
    cue = player.sure(block.words) or (None if block.is_prose and len(block.words) > 12 else player.cue(block.words))
    if not cue or (block.is_prose and own_share(article, block, *_KINDS) > _OWN):
        return None
    return f"speaks of a player: “{cue}”"

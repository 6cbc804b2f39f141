"""The built-in filters, in the order they run: a plain list, so that a start scans nothing.

To add one: write its file in `builtin/`, and its two lines here.
"""

from newsread_filters.builtin.advertisements import Advertisements
from newsread_filters.builtin.author_bios import AuthorBios
from newsread_filters.builtin.bylines import Bylines
from newsread_filters.builtin.captions import Captions
from newsread_filters.builtin.comment_prompts import CommentPrompts
from newsread_filters.builtin.duplicate_title import DuplicateTitle
from newsread_filters.builtin.hidden_text import HiddenText
from newsread_filters.builtin.inline_promo import InlinePromo
from newsread_filters.builtin.newsletters import Newsletters
from newsread_filters.builtin.page_furniture import PageFurniture
from newsread_filters.builtin.paywalls import Paywalls
from newsread_filters.builtin.players import Players
from newsread_filters.builtin.read_more import ReadMore
from newsread_filters.builtin.related_links import RelatedLinks
from newsread_filters.builtin.repeated_teaser import RepeatedTeaser
from newsread_filters.builtin.section_labels import SectionLabels
from newsread_filters.builtin.share_buttons import ShareButtons
from newsread_filters.builtin.source_credits import SourceCredits
from newsread_filters.builtin.timestamps import Timestamps
from newsread_filters.filter import Filter

BUILTIN: tuple[type[Filter], ...] = (
    DuplicateTitle,
    Captions,
    ReadMore,
    InlinePromo,
    RelatedLinks,
    RepeatedTeaser,
    Advertisements,
    ShareButtons,
    Players,
    Newsletters,
    Paywalls,
    CommentPrompts,
    PageFurniture,
    SourceCredits,
    AuthorBios,
    Bylines,
    Timestamps,
    SectionLabels,
    HiddenText,
)


def defaults() -> tuple[Filter, ...]:
    """Every built-in filter that is on by default, with its default options."""
    filters = (kind() for kind in BUILTIN)
    return tuple(each for each in filters if each.enabled)

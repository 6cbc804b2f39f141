import json

import pytest

from newsread_filters.extract import extract
from newsread_filters.model import Page, Unreadable

STORY = [
    f"The ferry to {island} was cancelled on Friday because of the storm, and nobody could say when it would sail."
    for island in ("Holm", "Snaring", "Wend", "Lauter")
]
MARKUP = "<div>" + "".join(f"<p>{text}</p>" for text in STORY) + "<h2>Café “Möwe”</h2></div>"
HEAD = "<head><title>Ferries stay in port</title></head>"


def texts(scripts: str, body: str = "", head: str = HEAD) -> list[str]:
    """The texts of the blocks of a page with those `scripts` in its body."""
    page = f"<!DOCTYPE html><html>{head}<body><div id=root></div>{body}{scripts}</body></html>"
    return [block.source_text for block in extract(Page(source="page", data=page.encode())).blocks]


def data(value: object) -> str:
    """`value` as JSON that may stand in a script."""
    return json.dumps(value).replace("<", "\\u003c")


def stream(*chunks: str) -> str:
    """Scripts that push `chunks`, as React's stream is written into a page."""
    pushed = (f"<script>self.__next_f.push([1,{data(chunk)}])</script>" for chunk in chunks)
    return "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + "".join(pushed)


def row(text: str) -> str:
    """`text` as React's stream tells it: with its length in bytes."""
    return f"24:T{len(text.encode()):x},{text}"


@pytest.mark.parametrize(
    "scripts",
    [
        f"<script type='application/json'>{data({'article': {'html': MARKUP, 'teaser': 'Ferries'}})}</script>",
        f"<script>window.STATE = {data({'story': [{'body': MARKUP}]})};</script>",
        f"<script>window.STATE = JSON.parse({data(json.dumps({'body': MARKUP}))});</script>",
        stream('1:["$","html"]\n' + row(MARKUP) + '9:{"metadata":[]}\n'),
        stream('1:["$","html"]\n' + row(MARKUP)[:90], row(MARKUP)[90:] + '9:{"metadata":[]}\n'),
        stream(f'2:["$","div",null,{data({"dangerouslySetInnerHTML": {"__html": MARKUP}})}]\n'),
    ],
    ids=["json", "state", "json in a string", "stream", "parted stream", "element of a stream"],
)
def test_a_story_that_a_script_would_show_is_read(scripts: str) -> None:
    """A page with no text of its own is read from the markup that the data of its scripts carry, kinds and all."""
    assert texts(scripts) == [*STORY, "Café “Möwe”"]


def test_of_several_texts_the_longest_is_the_story() -> None:
    """A note on cookies in the same data is not."""
    note = "<p>We use cookies.</p>" * 3
    assert texts(f"<script>x = {data({'note': note, 'body': MARKUP})}</script>") == [*STORY, "Café “Möwe”"]


def test_a_page_with_text_is_read_from_its_text() -> None:
    """What scripts carry is not added to an article, however much it is."""
    carried = f"<script>x = {data(MARKUP * 3)}</script>"
    body = "".join(f"<p>{text.replace('ferry', 'boat')}</p>" for text in STORY)
    assert texts(carried, body) == [text.replace("ferry", "boat") for text in STORY]


def test_a_page_of_headlines_stays_one() -> None:
    """The beginning of a site shows its headlines, not the one text that its scripts happen to carry."""
    links = "".join(f"<li><a href=/{number}>Headline {number}</a></li>" for number in range(12))
    assert texts(f"<script>x = {data(MARKUP)}</script>", f"<ul>{links}</ul>")[0] == "Headline 0"
    assert not set(STORY) & set(texts(f"<script>x = {data(MARKUP)}</script>", f"<ul>{links}</ul>"))


@pytest.mark.parametrize(
    "script",
    [
        "self.__next_f.push([1,",
        'x = "' + "\\u003cp" * 9,
        f"x = {data([json.dumps([json.dumps([json.dumps([json.dumps([MARKUP])])])])])}",
    ],
    ids=["cut off", "never closed", "too deep"],
)
def test_data_that_nobody_can_read_is_no_story(script: str) -> None:
    """The page is as unreadable as without it."""
    with pytest.raises(Unreadable):
        texts(f"<script>{script}</script>")


def test_broken_letters_cost_only_themselves() -> None:
    """Half a character in the data does not hide the story."""
    pushed = '"24:T' + f"{len(MARKUP.encode()) + 1:x}" + ",\\ud800" + data(MARKUP)[1:]
    assert texts(f"<script>self.__next_f.push([1,{pushed}])</script>")[-len(STORY) - 1 :] == [*STORY, "Café “Möwe”"]

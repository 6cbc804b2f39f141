"""Draw the speaker mentions whose names are written down in mentions.jsonl.

The population is every quote of the training articles that is labelled DIRECT or
MIXED, starts after the headline, and whose annotated source is either a pronoun or a
role: a mention without a capitalised word, apart from an article or determiner that
opens it ("he", "The spokesman", "a senior aide"). A fixed seed picks the sample, so
the same data always give the same rows.

Usage: python draw_mentions.py DATA_FOLDER > rows.jsonl

DATA_FOLDER holds articles.jsonl. Each printed row is a JSON object with the keys
doc, offset (where the quote starts, in code points of the text) and mention.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

SEED = 20261125
SIZE = 150
DETERMINERS = frozenset(
    "a all an another any both each every few four her his its many most my no one our"
    " several some that the their these this those three two your".split()
)

Row = tuple[str, int, str]


def is_role(mention: str) -> bool:
    """Whether only an opening article or determiner, if anything, is capitalised."""
    words = mention.split()
    if words and words[0].lower() in DETERMINERS:
        words[0] = words[0].lower()
    return bool(words) and not any(c.isupper() for word in words for c in word)


def population(path: Path) -> Iterator[Row]:
    """Yield (doc, offset, mention) of every quote that may be drawn."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            headline_end = len(article["text"].split("\n", 1)[0])
            for quote in article["gold"]:
                if quote["label"] not in ("DIRECT", "MIXED"):
                    continue
                if quote["start"] < headline_end or not quote["source"]:
                    continue
                if quote["pronoun"] or is_role(quote["source"]):
                    yield article["doc"], quote["start"], quote["source"]


def draw(folder: Path) -> list[Row]:
    """The sampled rows, in order of document and offset."""
    rows = sorted(population(folder / "articles.jsonl"))
    return sorted(random.Random(SEED).sample(rows, SIZE))


def main() -> None:
    """Print the drawn rows as JSON lines."""
    parser = argparse.ArgumentParser(description="Draw speaker mentions to be named.")
    parser.add_argument("folder", type=Path, help="folder that holds articles.jsonl")
    for doc, offset, mention in draw(parser.parse_args().folder):
        row = {"doc": doc, "offset": offset, "mention": mention}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""The letters that stand for what is in view: the same letter for the same place, as few of them as will do."""

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


def labels(count: int) -> list[str]:
    """`count` labels of one or two letters, from the easiest to reach; none begins another."""
    short, pairs = len(LETTERS), 0
    while short + pairs * len(LETTERS) < count and short:
        short, pairs = short - 1, pairs + 1
    letters = LETTERS[:short] if pairs else LETTERS
    made = [*letters, *(first + second for first in LETTERS[short:] for second in LETTERS)]
    return made[:count]

"""Long regular expressions and word lists, written over several lines."""

import re


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the expression in `text`, whose lines are joined without the blanks around them."""
    return re.compile("".join(line.strip() for line in text.splitlines()), flags)


def word_set(words: str) -> frozenset[str]:
    """Return the set of the words in `words`."""
    return frozenset(words.split())

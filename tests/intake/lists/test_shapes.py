r"""Lists as they really come, and exactly what is to be understood of each.

A corpus file holds blocks: `=== what it is`, the list as delimited text, `---`, then a line for each who
comes (`?` before the unsure, the address in <>, the organisation in [], a `+` before each companion), how
many don’t come, and the lines that can't be read. \u200b and the like stand for invisible characters.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.intake.proposals import Reading

SHAPES = sorted(Path(__file__).parent.glob("shapes/*.txt"))


def _blocks() -> list[tuple[str, str, list[str]]]:
    blocks = []
    for path in SHAPES:
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = block.partition("\n")
            text, _, expected = rest.partition("\n---\n")
            shown = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
            blocks.append((f"{path.stem}: {name}", shown + "\n", expected.strip().splitlines()))
    return blocks


@pytest.mark.parametrize(
    ("text", "expected"), [block[1:] for block in _blocks()], ids=[block[0] for block in _blocks()]
)
def test_each_shape_is_understood_exactly(
    text: str,
    expected: list[str],
    read_text: Callable[..., Reading],
    in_words: Callable[[Reading], list[str]],
) -> None:
    assert in_words(read_text(text)) == expected

"""Paper that badges are printed on: sheets of labels, and the roll of a label printer. Lengths are mm.

The sizes and gaps are those that the makers print on their boxes, compared with gLabels' templates
(avery-iso-templates.xml). Labels stand in the middle of their sheet, which these products all keep to within
half a millimetre: so the margins follow.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_A4 = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class Labels:
    """One product: how large a label is, how many stand across and down a page, what is between."""

    key: str
    width: float
    height: float
    across: int = 1
    down: int = 1
    gap_x: float = 0.0
    gap_y: float = 0.0
    page: tuple[float, float] = _A4

    @property
    def count(self) -> int:
        """How many labels are on a page."""
        return self.across * self.down

    @property
    def is_roll(self) -> bool:
        """Whether it is cut after each label."""
        return self.count == 1

    @property
    def media(self) -> str:
        """The paper as CUPS names it: what a roll is cut to; empty for A4, which a printer knows."""
        length, width = self.page
        return f"Custom.{width:.0f}x{length:.0f}mm" if self.is_roll else ""

    def places(self) -> Iterator[tuple[float, float]]:
        """Give the upper left corner of each label, from the page's, row by row."""
        left = (self.page[0] - self.across * self.width - (self.across - 1) * self.gap_x) / 2
        top = (self.page[1] - self.down * self.height - (self.down - 1) * self.gap_y) / 2
        for row in range(self.down):
            for column in range(self.across):
                yield left + column * (self.width + self.gap_x), top + row * (self.height + self.gap_y)


def _roll(width: float, length: float) -> Labels:
    """Return a continuous roll, printed along its length."""
    return Labels(f"{width:.0f}mm", length, width, page=(length, width))


LABELS = {
    one.key: one
    for one in (
        _roll(62, 90),  # Brother DK-22205 and its like
        Labels("L4785", 80, 50, 2, 5, 15, 5),  # name badges; L4784, L4786, L4787 are cut alike
        Labels("L7414", 90, 52, 2, 5),
        Labels("L7160", 63.5, 38.1, 3, 7, 2.54),
        Labels("L7161", 63.5, 46.6, 3, 6, 2.54),
        Labels("L7162", 99.1, 33.9, 2, 8, 2.54),
        Labels("L7163", 99.1, 38.1, 2, 7, 2.54),
        Labels("L7164", 63.5, 72.0, 3, 4, 2.54),
        Labels("L7165", 99.1, 67.7, 2, 4, 2.54),
    )
}
ROLL, SHEET = "62mm", "L4785"

"""Looking at a PDF as a scanner does: each page as a picture, and the codes in it."""

from collections.abc import Iterator
from pathlib import Path

from pypdfium2 import PdfDocument
from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

_SCALE = 2  # pixels a point: 144 dots per inch, a cheap scanner
_QR = BarcodeFormats(BarcodeFormat.QRCode)


def codes_in(path: Path) -> Iterator[str]:
    """Return the text of every QR code on the pages of a PDF."""
    with PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=_SCALE, grayscale=True).to_pil()
            for found in read_barcodes(picture, formats=_QR):
                yield found.text


def pages_and_text(path: Path) -> tuple[int, str]:
    """Return how many pages a PDF has, and the text on them."""
    with PdfDocument(path) as document:
        return len(document), "\n".join(page.get_textpage().get_text_bounded() for page in document)

from collections.abc import Callable
from io import BytesIO

import pytest
import qrcode
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from qrcode.util import MODE_ALPHA_NUM, QRData
from reportlab.pdfgen.canvas import Canvas

from checkin.documents import qr


@pytest.mark.parametrize(("level", "modules"), [("M", 25), ("H", 29)])
def test_a_code_takes_version_2_at_m_and_3_at_h(
    codes: Callable[[int], list[str]], level: str, modules: int
) -> None:
    (code,) = codes(1)
    drawn = qr.symbol(code, level)
    assert {len(drawn), *map(len, drawn)} == {modules}
    assert qr.side(drawn) == modules + 8


@pytest.mark.parametrize("level", ["M", "H"])
def test_a_png_is_read_back_with_its_level(codes: Callable[[int], list[str]], level: str) -> None:
    for code in codes(20):
        found = zxingcpp.read_barcode(Image.open(BytesIO(qr.png(code, level))))
        assert found is not None
        assert (found.text, found.ec_level) == (code, level)


@pytest.mark.parametrize("text", ["A", "https://competences.example/é", "CBDEFGHI" * 20])
def test_any_text_takes_the_version_it_needs(text: str) -> None:
    found = zxingcpp.read_barcode(Image.open(BytesIO(qr.png(text))))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("level", ["M", "H"])
@given(text=st.text("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=1, max_size=80))
def test_a_symbol_is_what_the_library_makes(text: str, level: str) -> None:
    maker = qrcode.QRCode(error_correction={"M": 0, "H": 2}[level], mask_pattern=0)
    maker.add_data(QRData(text.encode(), mode=MODE_ALPHA_NUM))
    maker.make()
    assert qr.symbol(text, level) == tuple("".join("01"[bool(m)] for m in row) for row in maker.modules)


def test_a_png_keeps_its_quiet_zone_white(codes: Callable[[int], list[str]]) -> None:
    picture = Image.open(BytesIO(qr.png(codes(1)[0], scale=5)))
    assert picture.size == (37 * 5, 37 * 5)
    assert picture.mode == "1"
    picture.paste(255, (20, 20, 37 * 5 - 20, 37 * 5 - 20))
    assert picture.getextrema() == (255, 255)


def test_what_is_drawn_on_paper_is_the_symbol(
    codes: Callable[[int], list[str]], rasterised: Callable[[bytes, int], list[Image.Image]]
) -> None:
    drawn = qr.symbol(codes(1)[0])
    size = qr.side(drawn)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(3 * size, 3 * size))
    qr.draw(canvas, drawn, 0, 0, 3)
    canvas.save()
    (page,) = rasterised(out.getvalue(), 72)
    found = tuple(
        "".join("01"[page.getpixel((3 * column + 1, 3 * row + 1)) == 0] for column in range(4, size - 4))
        for row in range(4, size - 4)
    )
    assert found == drawn

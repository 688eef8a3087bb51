import pypdfium2
import pytest
import zxingcpp

from checkin.documents.calibration import calibration_pdf
from checkin.domain.calibration import TEXT


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sheet_shows_the_text_that_scanners_are_tried_with(language: str) -> None:
    document = pypdfium2.PdfDocument(calibration_pdf(language))
    assert len(document) == 1
    found = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
    assert [one.text for one in found] == [TEXT]

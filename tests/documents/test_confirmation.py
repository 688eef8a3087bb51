import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from checkin.documents.confirmation import Confirmation, Holder, confirmation_pdf
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event, Policy, Slot
from checkin.domain.ticket import grouped

Codes = Callable[[int], list[str]]
PartyOf = Callable[..., tuple[Attendee, ...]]
Rasterised = Callable[[bytes, int], list[Image.Image]]


@pytest.fixture
def confirmation(event: Event, party: PartyOf, codes: Codes) -> Callable[..., Confirmation]:
    def make(count: int, language: str = "fr") -> Confirmation:
        holders = tuple(map(Holder, party(count), codes(count)))
        return Confirmation(event, holders, language)

    return make


Confirm = Callable[..., Confirmation]


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(("people", "pages"), [(1, 1), (2, 1), (6, 1), (7, 2), (16, 2), (17, 3)])
def test_six_people_share_the_first_page_and_ten_each_further_one(
    confirmation: Confirm, info: Callable[[bytes], dict[str, str]], people: int, pages: int
) -> None:
    found = info(confirmation_pdf(confirmation(people)))
    assert found["Pages"] == str(pages)
    assert "A4" in found["Page size"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_file_names_its_language_and_its_title(
    confirmation: Confirm, event: Event, info: Callable[[bytes], dict[str, str]], language: str
) -> None:
    content = confirmation_pdf(confirmation(1, language))
    assert re.search(rb"/Lang \((..)\)", content).group(1).decode() == language  # type: ignore[union-attr]  # or fail
    assert event.title in info(content)["Title"]


def test_everything_one_needs_to_know_is_on_it(
    confirmation: Confirm, event: Event, text: Callable[[bytes], str]
) -> None:
    words = " ".join(text(confirmation_pdf(confirmation(2))).split())
    for said in (
        event.title,
        event.subject,
        event.organiser,
        "jeudi 24 novembre 2022",
        "10h00 – 12h45",
        event.building,
        event.address,
        "Cour d’honneur",
        "Salle des Accords",
        "10h15",
        "Aller vers l’« autre monde »",
        event.reply_to,
        "Élodie",
        "Martin",
        "Jean-Baptiste",
    ):
        assert said in words


def test_english_guests_read_english_dates(confirmation: Confirm, text: Callable[[bytes], str]) -> None:
    words = text(confirmation_pdf(confirmation(1, "en")))
    assert "Thursday" in words
    assert "10:00 – 12:45" in words
    assert "Bring an identity document" in words


def test_no_identity_document_is_asked_for_where_none_is_checked(
    confirmation: Confirm, event: Event, text: Callable[[bytes], str]
) -> None:
    free = replace(event, policy=Policy(identity_required=False))
    words = text(confirmation_pdf(replace(confirmation(1, "en"), event=free)))
    assert "identity" not in words


def test_each_code_stands_in_clear_too(
    confirmation: Confirm, codes: Codes, text: Callable[[bytes], str]
) -> None:
    words = " ".join(text(confirmation_pdf(confirmation(9))).split())
    for code in codes(9):
        assert grouped(code)[:17] in words
        assert grouped(code)[18:] in words


def test_letters_of_every_script_are_embedded(
    confirmation: Confirm, fonts: Callable[[bytes], list[list[str]]], text: Callable[[bytes], str]
) -> None:
    content = confirmation_pdf(confirmation(9))
    assert {tuple(words[-5:-2]) for words in fonts(content)} == {("yes", "yes", "yes")}
    words = text(content)
    for name in ("Hồng Nhung", "Παπαδοπούλου", "Çelik", "Þórðarson", "Œillet-d’Huisserie"):
        assert name in words


def test_the_file_of_a_party_of_six_is_small(event: Event, party: PartyOf, codes: Codes) -> None:
    six = (replace(person, given_name="Zoë", family_name="d’Artois") for person in party(6))
    assert len(confirmation_pdf(Confirmation(event, tuple(map(Holder, six, codes(6)))))) < 40_000


@pytest.mark.parametrize("dpi", [100, 150, 300])
@pytest.mark.parametrize("people", [1, 9])
def test_every_code_is_read_back(
    confirmation: Confirm, codes: Codes, rasterised: Rasterised, people: int, dpi: int
) -> None:
    pages = rasterised(confirmation_pdf(confirmation(people)), dpi)
    assert sorted(code for page in pages for code in read(page)) == sorted(codes(people))


def photocopied(page: Image.Image) -> Image.Image:
    """Grey on grey: contrast down to a third, a little blur, and noise of a tenth of what is left."""
    noise = Image.effect_noise(page.size, 10)
    faded = ImageEnhance.Contrast(page.filter(ImageFilter.GaussianBlur(0.8))).enhance(0.35)
    return ImageChops.add(faded, noise, scale=1, offset=-128)


def folded(page: Image.Image) -> Image.Image:
    """A worn crease across the middle row of codes, and the lower half in the shadow and a little askew."""
    middle = page.height * 3 // 4
    lower = page.crop((0, middle, *page.size)).rotate(0.2, fillcolor=255).point(lambda grey: grey * 4 // 5)
    creased = page.copy()
    creased.paste(lower, (0, middle))
    creased.paste(255, (0, middle - 1, page.width, middle + 1))
    return creased


@pytest.mark.parametrize("worn", [photocopied, folded])
def test_a_worn_print_at_150_dpi_is_read_back(
    confirmation: Confirm, codes: Codes, rasterised: Rasterised, worn: Callable[[Image.Image], Image.Image]
) -> None:
    (page,) = rasterised(confirmation_pdf(confirmation(6)), 150)
    assert sorted(read(worn(page))) == sorted(codes(6))


@pytest.mark.parametrize("people", [1, 6])
def test_a_symbol_is_at_least_30_mm_wide_with_its_quiet_zone_free(
    confirmation: Confirm, rasterised: Rasterised, people: int
) -> None:
    dpi = 150
    (page,) = rasterised(confirmation_pdf(confirmation(people)), dpi)
    for found in zxingcpp.read_barcodes(page):
        corners = found.position
        left, top, right = corners.top_left.x, corners.top_left.y, corners.bottom_right.x
        wide = right - left
        assert wide / dpi * 25.4 >= 30
        quiet = int(3.5 * wide / 29)  # of 4 modules; the rest for the blur of the edge
        around = page.crop((left - quiet, top - quiet, right + quiet, corners.bottom_right.y + quiet))
        around.paste(255, (quiet - 2, quiet - 2, around.width - quiet + 3, around.height - quiet + 3))
        assert around.getextrema() == (255, 255)


def test_a_long_programme_and_a_long_title_leave_room_for_the_codes(
    confirmation: Confirm,
    event: Event,
    codes: Codes,
    rasterised: Rasterised,
    info: Callable[[bytes], dict[str, str]],
) -> None:
    long = replace(
        event,
        title="Une rencontre sur " + "les compétences, l’insertion et les territoires " * 6,
        subject="Un sous-titre qui n’en finit pas " * 10,
        building="Une administration au nom interminable " * 4,
        programme=tuple(Slot(s.starts, s.ends, f"{s.title} " * 9) for s in event.programme * 10),
    )
    content = confirmation_pdf(replace(confirmation(6), event=long))
    assert info(content)["Pages"] == "1"
    assert sorted(read(rasterised(content, 100)[0])) == sorted(codes(6))

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from checkin.documents.badge import Badge, badges_pdf
from checkin.documents.labels import LABELS, ROLL, SHEET, Labels
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.event import Event

Party = Callable[..., tuple[Attendee, ...]]
POINTS_PER_MM = 72 / 25.4


@pytest.fixture
def pdf(event: Event, party: Party) -> Callable[..., bytes]:
    def make(count: int, labels: str = SHEET, start: int = 1, **fields: object) -> bytes:
        people = party(count, **fields)
        return badges_pdf([Badge(person, people[0]) for person in people], event, LABELS[labels], "fr", start)

    return make


@pytest.mark.parametrize("labels", LABELS.values(), ids=lambda one: one.key)
def test_every_label_lies_on_its_page_and_on_no_other(labels: Labels) -> None:
    places = list(labels.places())
    assert len(places) == labels.count
    wide, high = labels.page
    for x, y in places:
        assert 0 <= x <= wide - labels.width + 0.01
        assert 0 <= y <= high - labels.height + 0.01
    for place, (x, y) in enumerate(places):
        for other_x, other_y in places[place + 1 :]:
            assert abs(x - other_x) >= labels.width - 0.01 or abs(y - other_y) >= labels.height - 0.01


@pytest.mark.parametrize(
    ("key", "left", "top", "right", "down"),
    [("L4785", 17.5, 13.5, 95, 55), ("L7160", 7.2, 15.15, 66.04, 38.1), ("L7163", 4.6, 15.15, 101.6, 38.1)],
)
def test_labels_stand_where_the_maker_cuts_them(
    key: str, left: float, top: float, right: float, down: float
) -> None:
    places = list(LABELS[key].places())
    (x, y), across = places[0], LABELS[key].across
    assert (x, y) == pytest.approx((left, top), abs=0.1)
    assert places[1][0] - x == pytest.approx(right, abs=0.1)
    assert places[across][1] - y == pytest.approx(down, abs=0.1)


def test_a_roll_has_a_page_for_each_and_is_as_wide_as_the_roll(
    pdf: Callable[..., bytes], info: Callable[[bytes], dict[str, str]]
) -> None:
    told = info(pdf(3, ROLL))
    assert told["Pages"] == "3"
    wide, high = (float(word) for word in told["Page size"].split() if word[0].isdigit())
    assert (wide, high) == pytest.approx((90 * POINTS_PER_MM, 62 * POINTS_PER_MM), abs=0.1)


def test_a_sheet_begun_goes_on_where_it_was(
    pdf: Callable[..., bytes],
    info: Callable[[bytes], dict[str, str]],
    rasterised: Callable[[bytes, int], list[Image.Image]],
) -> None:
    content = pdf(8, start=4)
    assert info(content)["Pages"] == "2"
    first, second = rasterised(content, 40)
    half, row = first.width // 2, first.height // 5
    assert first.crop((0, 0, half, 2 * row)).getextrema() == (255, 255)
    assert first.crop((half, 0, first.width, row)).getextrema() == (255, 255)
    assert first.crop((half, row, first.width, 2 * row)).getextrema() != (255, 255)
    assert second.crop((0, first.height // 4, first.width, first.height)).getextrema() == (255, 255)


def test_there_is_no_label_before_the_first_nor_after_the_last(pdf: Callable[..., bytes]) -> None:
    for start in (0, 11):
        with pytest.raises(ValueError, match=str(start)):
            pdf(1, start=start)


def test_name_organisation_mark_and_event_stand_on_it(
    pdf: Callable[..., bytes], text: Callable[[bytes], str]
) -> None:
    words = text(pdf(1, ROLL, organisation="AFPA", mark=Mark.SPEAKER))
    for said in ("Élodie", "Martin", "AFPA", "Intervenant", "Repérer"):
        assert said in words


@pytest.mark.parametrize("labels", [ROLL, "L7160"])
def test_every_name_stays_on_its_label(
    pdf: Callable[..., bytes], rasterised: Callable[[bytes, int], list[Image.Image]], labels: str
) -> None:
    """No ink between the labels, whatever the name."""
    product = LABELS[labels]
    dots = 100 / 25.4
    for page in rasterised(pdf(9, labels, organisation="Mission locale " * 12, mark=Mark.SPEAKER), 100):
        rest = page.copy()
        for x, y in product.places():
            left, top = round(x * dots), round(y * dots)
            size = round(product.width * dots), round(product.height * dots)
            rest.paste(Image.new("L", size, 255), (left, top))
        assert rest.getextrema() == (255, 255)


def test_who_has_no_name_has_a_line_to_write_it_on(
    pdf: Callable[..., bytes], text: Callable[[bytes], str]
) -> None:
    assert "avec Élodie Martin" in text(pdf(3))


def test_a_short_name_is_larger_than_a_long_one(
    event: Event, party: Party, poppler: Callable[..., str]
) -> None:
    def height(family: str) -> float:
        person = replace(party(1)[0], given_name="", family_name=family)
        content = badges_pdf([Badge(person)], event, LABELS[ROLL])
        told = poppler(content, "pdftotext", "-bbox", last="-")
        word = next(line for line in told.splitlines() if family[:4] in line)
        sides = {part.split("=")[0]: float(part.split('"')[1]) for part in word.split(">")[0].split()[1:]}
        return sides["yMax"] - sides["yMin"]

    assert height("Martin") > height("Papadopoulou-Konstantinidou") > 8


def test_fonts_are_embedded(pdf: Callable[..., bytes], fonts: Callable[[bytes], list[list[str]]]) -> None:
    assert {tuple(words[-5:-2]) for words in fonts(pdf(9))} == {("yes", "yes", "yes")}

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from checkin.app import Desk
from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.badging import ROLL


def words(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


@pytest.fixture
def _people(bring: Callable[..., None]) -> None:
    bring(
        Proposal(Reply.CONFIRMED, PersonName("Zoé", "d’Artois"), Source("list", 2), unnamed_companions=1),
        Proposal(Reply.CONFIRMED, PersonName("Anna", "Aubert"), Source("list", 3)),
    )


@pytest.mark.usefixtures("_people")
def test_everybody_has_one_in_alphabetical_order(desk: Desk) -> None:
    pages = words(desk.badges.pdf(ROLL))
    assert [("Aubert" in one, "d’Artois" in one) for one in pages] == [
        (True, False),
        (False, True),
        (False, True),  # the one without a name, who comes with her
    ]


@pytest.mark.usefixtures("_people")
def test_one_person_has_one_page(desk: Desk, person: Callable[[str], Attendee]) -> None:
    (page,) = words(desk.badges.one(person("Aubert").id))
    assert "Aubert" in page


@pytest.mark.usefixtures("_people")
def test_a_label_that_is_not_there_is_refused_with_how_many_there_are(desk: Desk) -> None:
    with pytest.raises(InputError, match="10"):
        desk.badges.pdf("L4785", start=11)


def test_without_anybody_there_is_nothing_to_print(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        desk.badges.save(tmp_path / "badges.pdf")
    assert not (tmp_path / "badges.pdf").exists()

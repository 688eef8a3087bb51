from collections.abc import Callable
from io import BytesIO
from uuid import UUID

from PIL import Image

from checkin.documents.confirmation import Confirmation, Holder, confirmation_pdf, write_confirmations
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event

PartyOf = Callable[..., tuple[Attendee, ...]]


def test_a_screen_reader_finds_the_parts_in_their_order(
    event: Event, party: PartyOf, codes: Callable[[int], list[str]], poppler: Callable[..., str]
) -> None:
    holders = tuple(map(Holder, party(8), codes(8)))
    content = confirmation_pdf(Confirmation(event, holders, "en"))
    told = poppler(content, "pdfinfo", "-struct-text")
    said = [
        "Document",
        "H1",
        event.title[:30],
        "Thursday",
        "10:15",
        "Bring an",
        "Élodie Martin",
        "Figure",
        "Çelik",
    ]
    places = [told.find(words) for words in said]
    assert -1 not in places
    assert places == sorted(places)
    assert told.count("Figure") == 8
    assert "Tagged:          yes" in poppler(content, "pdfinfo")


def test_tags_leave_no_trace_on_paper(
    event: Event,
    party: PartyOf,
    codes: Callable[[int], list[str]],
    rasterised: Callable[..., list[Image.Image]],
) -> None:
    confirmation = Confirmation(event, tuple(map(Holder, party(6), codes(6))))
    out = BytesIO()
    write_confirmations(out, [confirmation])
    bare = rasterised(out.getvalue(), 100)[0].tobytes()
    assert rasterised(confirmation_pdf(confirmation), 100)[0].tobytes() == bare


def test_a_picture_says_whose_code_it_is(event: Event, codes: Callable[[int], list[str]]) -> None:
    guest = Attendee(UUID(int=1), UUID(int=1), 0, "Zoé", "Lu (Lucas)")
    content = confirmation_pdf(Confirmation(event, (Holder(guest, codes(1)[0]),), "en"))
    assert rb"/Alt (QR code of Zo\351 Lu \(Lucas\))" in content

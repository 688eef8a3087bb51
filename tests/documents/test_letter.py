import email
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from io import BytesIO
from typing import cast
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image

from checkin.documents.confirmation import Confirmation, Holder
from checkin.documents.entry import Entry
from checkin.documents.letter import Letter, compose, draft, message_id
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event, Policy
from checkin.domain.mailing import LetterKind

AT = datetime(2022, 11, 10, 8, 30, tzinfo=UTC)
PartyOf = Callable[..., tuple[Attendee, ...]]
Codes = Callable[[int], list[str]]


@pytest.fixture
def letter(event: Event, party: PartyOf, codes: Codes) -> Callable[..., Letter]:
    def make(count: int = 2, language: str = "fr", kind: LetterKind = LetterKind.CONFIRMATION) -> Letter:
        holders = tuple(map(Holder, party(count), codes(count)))
        is_cancelled = kind is LetterKind.CANCELLATION
        entry = Entry(event, UUID(int=1), 1, AT, "elodie@example.org", language, is_cancelled)
        confirmation = Confirmation(event, holders, language)
        return Letter(confirmation, entry, message_id("abc", "sec@cab.example"), "sec@cab.example", kind=kind)

    return make


Make = Callable[..., Letter]


def parsed(letter: Letter) -> EmailMessage:
    return email.message_from_bytes(bytes(compose(letter)), policy=policy.default)


def shape(part: EmailMessage) -> object:
    if not part.is_multipart():
        return part.get_content_type()
    return part.get_content_subtype(), *(shape(cast("EmailMessage", one)) for one in part.iter_parts())


def body(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content())


def test_text_and_html_and_pictures_and_the_page_to_print(letter: Make) -> None:
    assert shape(parsed(letter(2))) == (
        "mixed",
        ("alternative", "text/plain", ("related", "text/html", "image/png", "image/png")),
        "application/pdf",
        "text/calendar",
    )


def test_the_headers_are_those_of_a_message_nobody_s_absence_answers(letter: Make, event: Event) -> None:
    message = parsed(letter())
    assert message["From"] == f"{event.organiser} <sec@cab.example>"
    assert message["To"] == "Élodie Martin <elodie@example.org>"
    assert message["Reply-To"] == event.reply_to
    assert message["Subject"] == f"Confirmation\N{NO-BREAK SPACE}: {event.title}, jeudi 24 novembre 2022"
    assert message["Date"].datetime == AT
    assert message["Message-ID"] == "<abc@cab.example>"
    assert message["Content-Language"] == "fr"
    assert message["Auto-Submitted"] == "auto-generated"


def test_each_picture_in_the_html_is_there_and_is_that_person_s_code(letter: Make, codes: Codes) -> None:
    message = parsed(letter(3))
    html = body(message, "html")
    pictures = [part for part in message.walk() if part.get_content_type() == "image/png"]
    for part, code in zip(pictures, codes(3), strict=True):
        assert f'src="cid:{part["Content-ID"].strip("<>")}"' in html
        (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(part.get_content())))
        assert found.text == code


def test_it_is_all_there_without_pictures(letter: Make, event: Event, codes: Codes) -> None:
    said = body(parsed(letter(2)), "plain")
    for words in (event.title, "jeudi 24 novembre 2022", "10h00 – 12h45", event.address, "Cour d’honneur"):
        assert words in said
    assert "pièce d’identité" in said
    assert "".join(codes(1)) in said.replace(" ", "")


@pytest.mark.parametrize(("language", "words"), [("fr", "Vous êtes attendu"), ("en", "You are expected")])
def test_it_speaks_the_guest_s_language(letter: Make, language: str, words: str) -> None:
    message = parsed(letter(1, language))
    assert words in body(message, "plain")
    assert f'lang="{language}"' in body(message, "html")


def test_html_in_a_name_stays_text(letter: Make, event: Event) -> None:
    guest = Attendee(UUID(int=1), UUID(int=1), 0, "<b>Zoé</b>", "O'Neil & fils", organisation="<i>")
    made = letter(1)
    made = replace(
        made, confirmation=Confirmation(event, (replace(made.confirmation.holders[0], attendee=guest),))
    )
    html = body(parsed(made), "html")
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt;Zoé&lt;/b&gt; O&#x27;Neil &amp; fils" in html


def test_no_identity_document_is_asked_for_where_none_is_checked(letter: Make, event: Event) -> None:
    made = letter(1, "en")
    free = replace(event, policy=Policy(identity_required=False))
    made = replace(made, confirmation=replace(made.confirmation, event=free))
    assert "identity" not in body(parsed(made), "plain")


def test_every_line_passes_every_server(letter: Make) -> None:
    content = bytes(compose(letter(9)))
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_name_with_line_ends_makes_no_header(letter: Make) -> None:
    made = letter(1)
    guest = replace(made.confirmation.holders[0].attendee, given_name="Zoé\r\nBcc: all@example.org")
    holders = (replace(made.confirmation.holders[0], attendee=guest),)
    message = parsed(replace(made, confirmation=replace(made.confirmation, holders=holders)))
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "address", ["", "zoe", "zoe@", "@example.org", "a b@example.org", "a@b.org; c@d.org"]
)
def test_what_is_no_address_is_refused(letter: Make, address: str) -> None:
    made = letter(1)
    with pytest.raises(ValueError, match="not an address"):
        compose(replace(made, entry=replace(made.entry, to=address)))


def test_a_cancellation_takes_the_event_back_and_carries_no_code(letter: Make, codes: Codes) -> None:
    message = parsed(letter(2, kind=LetterKind.CANCELLATION))
    assert shape(message) == ("mixed", ("alternative", "text/plain", "text/html"), "text/calendar")
    assert "ne sont plus valables" in body(message, "plain")
    assert codes(1)[0][:8] not in body(message, "plain") + body(message, "html")


def test_a_draft_is_nobody_s_yet(letter: Make) -> None:
    message = email.message_from_bytes(draft(letter(1)), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert [message[name] for name in ("From", "Date", "Message-ID")] == [None] * 3
    assert message["To"] == "Élodie Martin <elodie@example.org>"

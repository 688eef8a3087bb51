from collections.abc import Callable
from io import BytesIO
from itertools import count, islice, pairwise

import pytest

from checkin.documents.confirmation import Confirmation, Holder, write_confirmations
from checkin.documents.paper import Pen, begin, end_page
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event

PartyOf = Callable[..., tuple[Attendee, ...]]


def test_a_page_goes_out_when_it_is_ended_and_leaves_nothing_behind() -> None:
    out = BytesIO()
    canvas = begin(out, "Many", "fr")
    kept, written = [], []
    for number in range(30):
        pen = Pen(canvas)
        pen.line(100, 700, f"{number}", 12)
        pen.done()
        end_page(canvas)
        kept.append(len(canvas._doc.idToObject))
        written.append(len(out.getvalue()))
    assert len(set(kept)) == 1
    assert all(later > sooner for sooner, later in pairwise(written))


def test_a_document_of_many_pages_is_whole(
    event: Event,
    party: PartyOf,
    codes: Callable[[int], list[str]],
    info: Callable[[bytes], dict[str, str]],
    poppler: Callable[..., str],
) -> None:
    out = BytesIO()
    code = codes(1)[0]
    parties = (Confirmation(event, (Holder(party(1, number)[0], code),)) for number in islice(count(1), 200))
    assert write_confirmations(out, parties) == 200
    content = out.getvalue()
    assert info(content)["Pages"] == "200"
    assert len(poppler(content, "pdftotext", last="-").split("\f")) == 201
    assert len(content) / 200 < 4000


@pytest.mark.parametrize("letters", ["Élodie", "Ёлкин"])
def test_the_table_says_where_each_object_is(letters: str) -> None:
    out = BytesIO()
    canvas = begin(out, "One", "fr")
    pen = Pen(canvas)
    pen.line(100, 700, letters, 12)
    pen.done()
    end_page(canvas)
    canvas.save()
    content = out.getvalue()
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    table, size = content[start:].split(b"\n")[:2]
    assert table == b"xref"
    lines = content[start:].split(b"\n")[3 : 2 + int(size.split()[1])]
    for number, line in enumerate(lines, 1):
        assert content[int(line.split()[0]) :].startswith(b"%d 0 obj\n" % number)

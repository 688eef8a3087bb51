"""How fast confirmations and the roster come out beside the plain way, how large, and in how much memory.

Run as `python tests/bench/bench_documents.py [count]`; believe the ratios.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache, partial
from io import BytesIO, RawIOBase
from itertools import cycle, islice
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from tracemalloc import get_traced_memory, start, stop
from typing import Any
from uuid import UUID

import qrcode
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from checkin.documents import fonts
from checkin.documents.confirmation import Confirmation, Holder, confirmation_pdf, write_confirmations
from checkin.documents.press import Press
from checkin.documents.roster import Order, Roster, write_roster
from checkin.documents.roster_lines import Line, pages
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind, Event, Slot
from checkin.domain.ticket import code_for, grouped

EVENT = Event(
    UUID(int=1),
    "Repérer et remobiliser les décrocheurs et les invisibles via les réseaux sociaux",
    datetime(2022, 11, 24, 9, tzinfo=UTC),
    datetime(2022, 11, 24, 11, 45, tzinfo=UTC),
    organiser="Haut-commissariat aux compétences",
    subject="Les « maraudes numériques », onze projets retenus",
    building="Ministère du Travail",
    address="127 rue de Grenelle, 75007 Paris",
    programme=tuple(
        Slot(
            datetime(2022, 11, 24, 9 + hour, tzinfo=UTC), datetime(2022, 11, 24, 10 + hour, tzinfo=UTC), title
        )
        for hour, title in enumerate(
            ("Introduction", "Renouer le dialogue", "Décrypter", "Repérer pour agir")
        )
    ),
    checkpoints=(
        Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "127 rue de Grenelle"),
        Checkpoint(UUID(int=3), CheckpointKind.ROOM, "Salle des Accords"),
    ),
)
SAID = [  # the lines that a confirmation writes on every page
    *(EVENT.organiser, "Confirmation", EVENT.title[:47], EVENT.title[47:], EVENT.subject, "Programme"),
    *("Date", "jeudi 24 novembre 2022", "Horaires", "10h00 – 12h45", "Salle", "Salle des Accords"),
    *("Lieu", "Ministère du Travail", EVENT.address, "Entrée", "127 rue de Grenelle", "Vos codes d’accès"),
    *(text for slot in EVENT.programme for text in ("10h00", slot.title)),
    *("Munissez-vous d’une pièce d’identité.", "Présentez votre code QR.", "Une question ?", "Invité(e)"),
]
ROUNDS = 5


def people(count: int) -> list[Attendee]:
    """Make invented people in parties of one, two and three."""
    numbers = iter(range(count))
    made: list[Attendee] = []
    while batch := list(islice(numbers, len(made) % 3 + 1)):
        party = UUID(int=batch[0])
        made.extend(
            Attendee(
                UUID(int=number),
                party,
                place,
                f"Élodie {number}",
                f"d’Artois-{number * 7919 % count}",
                organisation="AFPA",
            )
            for place, number in enumerate(batch)
        )
    return made


def plain_page(canvas: Canvas, font: str, holder: Holder) -> None:
    """Draw what a confirmation says the plain way: qrcode's defaults, one rectangle a module."""
    canvas.setFont(font, 12)
    said = (*SAID, holder.attendee.name, grouped(holder.code))
    for line, text in enumerate(said):
        canvas.drawString(60, 780 - 16 * line, text)
    code = qrcode.QRCode()
    code.add_data(holder.code)
    code.make()
    for row, modules in enumerate(code.modules):
        for column, dark in enumerate(modules):
            if dark:
                canvas.rect(100 + 3 * column, 500 - 3 * row, 3, 3, stroke=0, fill=1)
    canvas.showPage()


def plain_files(holders: list[Holder]) -> None:
    for holder in holders:
        canvas = Canvas(BytesIO(), pagesize=A4)
        plain_page(canvas, "plain", holder)
        canvas.save()


def plain_together(holders: list[Holder]) -> None:
    canvas = Canvas(BytesIO(), pagesize=A4)
    for holder in holders:
        plain_page(canvas, "plain", holder)
    canvas.save()


def files(holders: list[Holder]) -> None:
    for holder in holders:
        confirmation_pdf(Confirmation(EVENT, (holder,)))


def together(holders: list[Holder]) -> None:
    write_confirmations(BytesIO(), (Confirmation(EVENT, (holder,)) for holder in holders))


def on_two_cores(batches: list[tuple[int, list[Confirmation]]], press: Press) -> None:
    for _key, _pdfs in press.printed(batches):
        pass


class Nowhere(RawIOBase):
    """Takes what is written, and keeps none of it."""

    size = 0

    def write(self, content: Any) -> int:
        self.size += len(content)
        return len(content)


def memory(holders: list[Holder], count: int) -> None:
    """Print how large a page is and what each adds to the memory that is held, in one file and in many."""
    for name, draw in (("one file", together_into), ("a file each", files_into)):
        draw(Nowhere(), holders[:10])  # what is made once a process
        few, _size = peak(draw, holders, count)
        many, size = peak(draw, holders, 10 * count)
        print(  # noqa: T201 - a benchmark tells
            f"confirmations, {name:13} {size / 10 / count / 1000:6.2f} kB a page   {10 * count} pages in "
            f"{many / 1e6:5.2f} MB, {(many - few) / (9 * count) / 1000:6.3f} kB for each more"
        )


def peak(draw: Callable[..., None], holders: list[Holder], count: int) -> tuple[int, int]:
    """Return the most memory that Python held while so many pages were drawn, and their size, in bytes."""
    start()
    out = Nowhere()
    draw(out, islice(cycle(holders), count))
    most = get_traced_memory()[1]
    stop()
    return most, out.size


def together_into(out: Nowhere, holders: Iterable[Holder]) -> None:
    write_confirmations(out, (Confirmation(EVENT, (holder,)) for holder in holders))  # type: ignore[arg-type]  # writes


def files_into(out: Nowhere, holders: Iterable[Holder]) -> None:
    for holder in holders:
        out.write(confirmation_pdf(Confirmation(EVENT, (holder,))))


def two_cores(holders: list[Holder]) -> None:
    """Run the plain way on one core and ours on two, in turns; then count what each core has to do."""
    sheets = [Confirmation(EVENT, (holder,)) for holder in holders]
    batches = [(place, sheets[place : place + 25]) for place in range(0, len(sheets), 25)]
    with Press(10**6, 2) as press:
        on_two_cores(batches[:8], press)  # the processes are there
        ours = partial(on_two_cores, press=press)
        beside("confirmations, two cores", plain_files, lambda _given: ours(batches), holders, len(holders))
    by_their_own_clocks(holders, batches)


def by_their_own_clocks(holders: list[Holder], batches: list[tuple[int, list[Confirmation]]]) -> None:
    """Print the same ratio by the seconds that the processes worked: others on the machine don't count."""
    before = process_time()
    plain_files(holders)
    plain = process_time() - before
    spent = [cpu_of(batches[: len(batches) // times]) for times in (2, 1)]
    share = 2 * (spent[1] - spent[0])  # of all of them, without what starting takes
    print(  # noqa: T201 - a benchmark tells
        f"{'  by their own clocks':28} plain {plain / len(holders) * 1000:7.3f} ms   "
        f"ours {share / len(holders) * 1000:7.3f} ms   {plain / share:5.2f} times as fast"
    )


def cpu_of(batches: list[tuple[int, list[Confirmation]]]) -> float:
    """Return the seconds that the busiest of the three processes worked, its start included."""
    before, children = process_time(), getrusage(RUSAGE_CHILDREN)
    with Press(10**6, 2) as press:
        on_two_cores(batches, press)
    ended = getrusage(RUSAGE_CHILDREN)
    theirs = ended.ru_utime + ended.ru_stime - children.ru_utime - children.ru_stime
    return max(process_time() - before, theirs / 2)


@cache
def laid_out(attendees: tuple[Attendee, ...]) -> list[list[Line]]:
    return pages(attendees, Order.NAME, 690)


def bare_roster(attendees: list[Attendee]) -> None:
    """Draw the roster's lines of text, each with one call, and nothing else; not even find the page."""
    canvas = Canvas(BytesIO(), pagesize=A4)
    for page in laid_out(tuple(attendees)):
        canvas.setFont("plain", 10)
        for place, line in enumerate(page):
            canvas.drawString(60, 780 - 27 * place, f"{line.person.list_name} {line.person.organisation}")
        canvas.showPage()
    canvas.save()


def roster(attendees: list[Attendee]) -> None:
    write_roster(BytesIO(), Roster(EVENT, tuple(attendees), EVENT.starts))


def grown(count: int) -> None:
    """Print by how much memory grows while a roster of that many is drawn, and by how much it may."""
    attendees = tuple(people(count))
    before = getrusage(RUSAGE_SELF).ru_maxrss
    pages_drawn = write_roster(BytesIO(), Roster(EVENT, attendees, EVENT.starts))
    more = (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"roster of {count}: {pages_drawn} pages, {more:.0f} MB more (500 allowed)")  # noqa: T201 - the same


def beside(
    name: str, plain: Callable[..., None], ours: Callable[..., None], given: object, count: int
) -> None:
    """Run both in turns and print the best of each, a thing, and their ratio."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for place, run in enumerate((plain, ours)):
            start = perf_counter()
            run(given)
            best[place] = min(best[place], perf_counter() - start)
    was, now = (seconds / count * 1000 for seconds in best)
    print(  # noqa: T201 - a benchmark tells
        f"{name:28} plain {was:7.3f} ms   ours {now:7.3f} ms   {was / now:5.2f} times as fast"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    fonts.register()
    # Another weight: ReportLab takes two fonts of one file for the same, and this one is to be the plain way.
    registerFont(TTFont("plain", str(fonts.file("SourceSansPro-Light"))))
    attendees = people(count * 10)
    holders = [Holder(person, code_for(bytes(32), person.id)) for person in attendees[:count]]
    beside("confirmations, a file each", plain_files, files, holders, count)
    beside("confirmations, one file", plain_together, together, holders, count)
    two_cores(holders)
    memory(holders, count)
    beside("roster, a name", bare_roster, roster, attendees, len(attendees))
    grown(count * 100)


if __name__ == "__main__":
    main()

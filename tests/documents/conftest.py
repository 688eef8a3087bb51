import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from checkin.domain import ticket
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.event import Checkpoint, CheckpointKind, Event, Slot

SECRET = bytes(range(32))
NAMES = (
    ("Élodie", "Martin"),
    ("Jean-Baptiste", "de La Rochefoucauld-Montmorency d’Artois"),
    ("", ""),
    ("Nguyễn Thị", "Hồng Nhung"),
    ("Ελένη", "Παπαδοπούλου"),
    ("Maximiliana-Theodora Alexandrina", "Wolfeschlegelsteinhausenbergerdorff"),
    ("Yusuf", "Çelik"),
    ("Ólafur", "Þórðarson"),
    ("Zoë", "Œillet-d’Huisserie"),
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2022, 11, 24, hour - 1, minute, tzinfo=UTC)


@pytest.fixture
def poppler(tmp_path: Path) -> Callable[..., str]:
    """Run one of Poppler's tools on the bytes of a PDF: `poppler(content, "pdftotext", last="-")`."""

    def run(content: bytes, tool: str, *options: str, last: str | None = None) -> str:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"{tool} (poppler-utils) is not installed")
        path = tmp_path / "document.pdf"
        path.write_bytes(content)
        command = [found, *options, str(path), *([] if last is None else [last])]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60).stdout

    return run


@pytest.fixture
def text(poppler: Callable[..., str]) -> Callable[[bytes], str]:
    """Read the text of a PDF."""
    return lambda content: poppler(content, "pdftotext", last="-")


@pytest.fixture
def info(poppler: Callable[..., str]) -> Callable[[bytes], dict[str, str]]:
    """Read what a PDF says of itself."""

    def read(content: bytes) -> dict[str, str]:
        lines = poppler(content, "pdfinfo").splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    return read


@pytest.fixture
def fonts(poppler: Callable[..., str]) -> Callable[[bytes], list[list[str]]]:
    """List the fonts of a PDF, a list of words each: emb, sub and uni stand fifth to third from the end."""
    return lambda content: [line.split() for line in poppler(content, "pdffonts").splitlines()[2:]]


@pytest.fixture
def rasterised(poppler: Callable[..., str], tmp_path: Path) -> Callable[[bytes, int], list[Image.Image]]:
    """Turn the pages of a PDF into grey pictures at that many dots an inch."""

    def draw(content: bytes, dpi: int) -> list[Image.Image]:
        stem = tmp_path / f"page{dpi}"
        poppler(content, "pdftoppm", "-r", str(dpi), "-gray", last=str(stem))
        return [Image.open(page) for page in sorted(tmp_path.glob(f"{stem.name}-*.pgm"))]

    return draw


@pytest.fixture
def event() -> Event:
    return Event(
        UUID(int=1),
        "Repérer et remobiliser les décrocheurs et les invisibles via les réseaux sociaux",
        at(10),
        at(12, 45),
        subject="Les « maraudes numériques », onze projets retenus",
        organiser="Haut-commissariat aux compétences",
        reply_to="accueil@competences.example",
        building="Ministère du Travail, du Plein emploi et de l’Insertion",
        address="127 rue de Grenelle, 75007 Paris",
        programme=(
            Slot(at(10), at(10, 15), "Introduction"),
            Slot(at(10, 15), at(11, 15), "Aller vers l’« autre monde » pour renouer le dialogue"),
            Slot(at(11, 15), at(12, 45), "Décrypter", "Nadia Lemaître, sociologue"),
        ),
        checkpoints=(
            Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "Cour d’honneur"),
            Checkpoint(UUID(int=3), CheckpointKind.ROOM, "Salle des Accords", 120),
        ),
    )


@pytest.fixture
def codes() -> Callable[[int], list[str]]:
    """Make as many codes as wanted, the same ones each time."""
    return lambda count: [ticket.code_for(SECRET, UUID(int=number)) for number in range(count)]


@pytest.fixture
def party() -> Callable[..., tuple[Attendee, ...]]:
    """Make a party of invented people, with the hardest names among the first six."""

    def make(count: int, number: int = 1, **fields: object) -> tuple[Attendee, ...]:
        return tuple(
            Attendee(
                UUID(int=number * 1000 + position),
                UUID(int=number),
                position,
                *NAMES[position % len(NAMES)],
                **fields,  # type: ignore[arg-type]  # each test names the fields it is about
            )
            for position in range(count)
        )

    return make


@pytest.fixture
def crowd() -> Callable[[int], tuple[Attendee, ...]]:
    """Make that many people in parties of one to five, one companion in seven without a name."""
    given = ("Élodie", "Jean-Baptiste", "Zoë", "Nour", "Inès", "Hugo", "Thị Hồng", "Karim", "Ελένη")
    family = (
        "Martin",
        "d’Artois",
        "Di Martino",
        "Le Goff",
        "El Amrani",
        "Nguyễn",
        "Çelik",
        "Œillet",
        "Kowalczyk",
        "Yılmaz",
        "Παπαδοπούλου",
        "Ёлкин",
        "de La Rochefoucauld-Montmorency d’Artois-Saint-Évremond",
    )

    def make(count: int) -> tuple[Attendee, ...]:
        chance = random.Random(count)  # noqa: S311 - samples, no secret
        people: list[Attendee] = []
        while len(people) < count:
            number = len(people) + 1
            for position in range(min(chance.choice((1, 1, 1, 2, 3, 5)), count - len(people))):
                named = position == 0 or chance.random() > 1 / 7
                people.append(
                    Attendee(
                        UUID(int=number * 10 + position),
                        UUID(int=number),
                        position,
                        f"{chance.choice(given)} {len(people)}" if named else "",
                        chance.choice(family) if named else "",
                        organisation=chance.choice(("AFPA", "Région Grand Est", "", "Mission locale " * 12)),
                        mark=chance.choice((Mark.NONE, Mark.NONE, Mark.SPEAKER)),
                    )
                )
        return tuple(people)

    return make

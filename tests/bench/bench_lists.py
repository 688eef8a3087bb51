"""How long 100,000 rows of ten cells take to read, beside what python-calamine and the csv module alone take.

    python tests/bench/bench_lists.py [rows]

Both are measured in the same run, the best of three; believe the ratios.
"""

import csv
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from checkin.intake.files import read
from checkin.intake.lists.tables import open_table

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
HEADER = (
    *("Nom", "Prénom", "Courriel", "Structure", "Fonction"),
    *("Présence", "Accompagnants", "Remarques", "Tél.", "N°"),
)
# Hardly a family name, and no address or companion, stands there twice; given names do, as on any list.
FAMILIES = ("{}", "{}", "{}", "É{}", "LE {}", "D'{}", "SAINT-{}", "VAN DER {}")
GIVEN = ("Jean-Baptiste", "Hélène", "Noël", "Zoé", "Yann", "Aïcha", "Léa", "Luc")


def _row(number: int) -> tuple[str | int, ...]:
    name = _name(number)
    return (
        FAMILIES[number % 8].format(name), GIVEN[number // 8 % 8], f"p{number}@example.org",
        f"Structure numéro {number % 500}", "Directrice adjointe", "oui" if number % 9 else "non",
        f"Paul {name[::-1]} / Léa Petit" if number % 10 == 0 else "",
        "arrive à 10h30" if number % 7 == 0 else "", "01 00 00 00 00", number,
    )  # fmt: skip


def _name(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _write(folder: Path) -> tuple[Path, Path]:
    book, text = folder / "list.xlsx", folder / "list.csv"
    rows = [HEADER, *map(_row, range(ROWS))]
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet()
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    with text.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return book, text


def _csv_alone(path: Path) -> None:
    with path.open(encoding="cp1252", newline="") as file:
        list(csv.reader(file, delimiter=";"))


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return min(times)


def _calamine_alone(path: Path) -> None:
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _rows_of_text(path: Path) -> None:
    open_table(path).tabs[0].read()


def _compare(name: str, alone: Callable[[Path], None], path: Path) -> str:
    bare, ours = _best(partial(alone, path)), _best(partial(_rows_of_text, path))
    whole = _best(partial(read, path, path.name))
    text = f"rows of text {ours:5.2f} s ({ours / bare:.2f}×)"
    return f"{name:14} alone {bare:5.2f} s   {text}   proposals {whole:5.2f} s\n"


def main() -> None:
    """Write the files, read them, tell the times."""
    with tempfile.TemporaryDirectory() as folder:
        book, text = _write(Path(folder))
        sys.stdout.write(_compare("calamine .xlsx", _calamine_alone, book))
        sys.stdout.write(_compare("csv .csv", _csv_alone, text))


if __name__ == "__main__":
    main()

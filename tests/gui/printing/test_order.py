import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from checkin.documents.evacuation import Evacuation, evacuation_pdf
from checkin.domain.errors import PlaceError
from checkin.domain.event import Checkpoint, CheckpointKind, Event
from checkin.domain.presence import Muster
from checkin.gui.memory import Memory
from checkin.gui.printing.dialog import Kind, printer_for
from checkin.gui.printing.order import PrintOrder, carry_out, order_of, print_pages

NOW = datetime(2022, 11, 24, 9, tzinfo=UTC)
EVENT = Event(
    UUID(int=1), "Journée", NOW, NOW, checkpoints=(Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "Porte"),)
)
# A spooler that keeps what it was told and given, and refuses one printer.
SPOOLER = f"""#!{sys.executable}
import sys
from pathlib import Path
here = Path(__file__).parent
(here / "told").write_text("\\n".join(sys.argv[1:]))
(here / "given").write_bytes(sys.stdin.buffer.read())
print("request id is Loge-RDC-12 (1 file(s))")
sys.exit("broken" in sys.argv)
"""


@pytest.fixture
def pdf() -> bytes:
    return evacuation_pdf(Evacuation(EVENT, Muster((), NOW)))


@pytest.fixture
def spooler(put_spooler: Callable[[str], Path]) -> Path:
    return put_spooler(SPOOLER)


def told(spooler: Path) -> list[str]:
    return (spooler / "told").read_text().split("\n")


def test_the_spooler_is_given_the_pdf_itself(spooler: Path, pdf: bytes) -> None:
    carry_out(pdf, PrintOrder("Liste", "Couloir", 2, 1, 3, "two-sided-long-edge"))
    assert (spooler / "given").read_bytes() == pdf
    options = ["-d", "Couloir", "-t", "Liste", "-n", "2", "-P", "1-3", "-o", "sides=two-sided-long-edge", "-"]
    assert told(spooler) == options


def test_without_a_printer_the_system_chooses(spooler: Path, pdf: bytes) -> None:
    done = carry_out(pdf, PrintOrder("Liste"))
    assert told(spooler) == ["-t", "Liste", "-n", "1", "-"]
    assert done.printer == "Loge-RDC"  # which it says


def test_labels_are_not_fitted_to_the_page(spooler: Path, pdf: bytes) -> None:
    carry_out(pdf, PrintOrder("Badge", actual_size=True, media="Custom.62x90mm"))
    assert {"print-scaling=none", "media=Custom.62x90mm"} < set(told(spooler))


@pytest.mark.usefixtures("spooler")
def test_a_printer_that_refuses_is_named_with_what_to_do(pdf: bytes) -> None:
    with pytest.raises(PlaceError, match="broken") as refused:
        carry_out(pdf, PrintOrder("Liste", "broken"))
    assert "Imprimer" in refused.value.to_do


def test_a_machine_without_any_printer_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: bytes
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlaceError, match="Couloir"):
        carry_out(pdf, PrintOrder("Liste", "Couloir"))


def test_printing_to_a_file_keeps_the_pdf(tmp_path: Path, pdf: bytes) -> None:
    carry_out(pdf, PrintOrder("Liste", file=str(tmp_path / "a.pdf")))
    assert (tmp_path / "a.pdf").read_bytes() == pdf
    with pytest.raises(PlaceError):
        carry_out(pdf, PrintOrder("Liste", file=str(tmp_path / "none" / "a.pdf")))


def test_what_was_chosen_in_the_dialog_is_the_order(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setFromTo(2, 5)
    order = order_of(printer, "Liste")
    assert (order.file, order.first, order.last) == (str(tmp_path / "a.pdf"), 2, 5)


@pytest.mark.usefixtures("qapp")
def test_where_no_pdf_is_taken_each_page_is_drawn_in_its_size(tmp_path: Path, pdf: bytes) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(pdf, printer, PrintOrder("Liste")) == 1
    printed = QPdfDocument()
    assert printed.load(str(tmp_path / "printed.pdf")) is QPdfDocument.Error.None_
    assert printed.pageCount() == 1
    assert (printed.pagePointSize(0) - QSizeF(595, 842)).width() < 2
    printed.close()


def test_each_kind_of_document_has_a_printer_of_its_own(memory: Memory) -> None:
    memory.remember_printer(Kind.BADGE, "Étiquettes")
    memory.remember_printer(Kind.ROSTER, "Couloir")
    assert [memory.printer(kind) for kind in (Kind.BADGE, Kind.ROSTER, Kind.EVACUATION)] == [
        "Étiquettes",
        "Couloir",
        "",
    ]


def test_a_remembered_printer_that_is_gone_is_not_insisted_on(memory: Memory) -> None:
    memory.remember_printer(Kind.ROSTER, "Disparue")
    assert printer_for(memory, Kind.ROSTER, "Liste").printerName() != "Disparue"

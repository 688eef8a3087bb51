import sys
from collections.abc import Iterator
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkin.domain.calibration import TEXT, Fault
from checkin.domain.keyboards import as_on, on_keys_of
from checkin.gui.memory import Memory
from checkin.gui.scanning.panel import ScannersWindow
from checkin.gui.scanning.scanners import Scanners


@pytest.fixture
def scanners(counter: Any, memory: Memory) -> Iterator[Scanners]:
    made = Scanners(counter, memory)
    counter.wedge.deleteLater()
    counter.wedge = made.wedge
    made.scanned.connect(counter.read.append)
    yield made
    made.close()


@pytest.fixture
def window(scanners: Scanners, counter: Any) -> ScannersWindow:
    scanners.open_panel()
    found = counter.findChild(ScannersWindow)
    assert isinstance(found, ScannersWindow)
    return found


def typed(text: str, computer: str) -> str:
    keys = on_keys_of("us", text)
    assert keys is not None
    return as_on(computer, keys) or ""


def test_a_page_hears_of_every_scanner_by_one_signal(
    scanners: Scanners, counter: Any, code: str, qtbot: QtBot
) -> None:
    counter.keys(code + "\n")
    scanners.use_camera("none of that name")
    assert scanners.camera is not None
    scanners.camera.scanned.emit("seen")
    scanners.use_serial("")
    assert scanners.serial is not None
    scanners.serial.scanned.emit("sent")
    qtbot.waitUntil(lambda: counter.read == [code, "seen", "sent"])


def test_what_was_chosen_is_remembered(scanners: Scanners, memory: Memory) -> None:
    scanners.use_camera("front")
    scanners.use_serial("/dev/not-there")
    assert (memory.camera, memory.serial_port) == ("front", "/dev/not-there")
    scanners.use_camera("")
    assert memory.camera == ""


def test_a_hidden_page_gives_its_devices_back(scanners: Scanners, counter: Any) -> None:
    scanners.use_camera("front")
    counter.hide()
    assert scanners.camera is not None
    assert not scanners.camera.is_running
    counter.show()
    assert scanners.camera.chosen == "front"


@pytest.mark.parametrize("missing", ["camera", "serial"])
def test_a_machine_without_them_still_has_the_keyboard(
    scanners: Scanners, counter: Any, code: str, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, f"checkin.gui.scanning.{missing}", None)
    getattr(scanners, f"use_{missing}")("any")
    assert getattr(scanners, missing) is None
    scanners.open_panel()
    counter.keys(code)
    assert counter.read == [code]


def test_the_panel_offers_none_and_what_is_unplugged(window: ScannersWindow, scanners: Scanners) -> None:
    scanners.use_serial("/dev/not-there")
    ports = window.panel.ports
    assert ports.itemText(0) == "Pas de lecteur sur un port série"
    assert ports.currentText() == "(débranché)"


def test_the_code_on_the_panel_is_the_sheet_s(window: ScannersWindow) -> None:
    shown = window.panel.trial.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (shown.width(), shown.height())
    picture = Image.frombytes("L", size, bytes(shown.constBits()), "raw", "L", shown.bytesPerLine(), 1)
    assert [one.text for one in zxingcpp.read_barcodes(picture)] == [TEXT]


@pytest.mark.parametrize(
    ("text", "title", "faults"),
    [
        (TEXT + "\n", "Ce lecteur est bien réglé", ()),
        (
            typed(TEXT, "fr") + "\n",
            "Ce lecteur fonctionne\u00a0; il pourrait être mieux réglé",
            (Fault.LAYOUT,),
        ),
        (TEXT[:20], "Ce lecteur ne peut pas servir en l’état", (Fault.CUT, Fault.NO_END)),
    ],
)
def test_a_scan_is_judged_in_words_and_goes_nowhere_else(
    window: ScannersWindow, counter: Any, qtbot: QtBot, text: str, title: str, faults: tuple[Fault, ...]
) -> None:
    trial = window.panel.trial
    trial.begin.setChecked(True)
    with qtbot.waitSignal(trial.found) as got:
        counter.keys(text)
    assert got.args[0].faults == faults
    assert title in {one.text() for one in trial.findChildren(QLabel)}
    assert (counter.read, counter.field.text()) == ([], "")


def test_a_closed_panel_gives_the_keys_back(
    window: ScannersWindow, counter: Any, code: str, qtbot: QtBot
) -> None:
    window.panel.trial.begin.setChecked(True)
    window.close()
    counter.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    counter.keys(code)
    assert counter.read == [code]


def test_the_sheet_can_be_saved(window: ScannersWindow, tmp_path: Any) -> None:
    window.panel.trial.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")

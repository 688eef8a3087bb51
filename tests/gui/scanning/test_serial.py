import os
import sys
import tty
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.scanning.serial import SerialScanner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal stands for the port")


class Line:
    """A pseudo-terminal: what is written at its end arrives at the port."""

    def __init__(self) -> None:
        self.end, self._port = os.openpty()
        tty.setraw(self._port)
        self.name = os.ttyname(self._port)

    def send(self, text: bytes) -> None:
        os.write(self.end, text)

    def close(self) -> None:
        os.close(self.end)
        os.close(self._port)


@pytest.fixture
def line() -> Iterator[Line]:
    try:
        made = Line()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals (devpts is not mounted)")
    yield made
    made.close()


@pytest.fixture
def scanner(line: Line) -> Iterator[SerialScanner]:
    made = SerialScanner()
    made.choose(line.name)
    assert made.is_open
    yield made
    made.close()


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b""])
def test_a_reading_ends_as_the_scanner_ends_it(
    scanner: SerialScanner, line: Line, qtbot: QtBot, code: str, end: bytes
) -> None:
    with qtbot.waitSignal(scanner.scanned) as got:
        line.send(code.encode() + end)
    assert got.args == [code]


def test_letters_beyond_ascii_arrive(scanner: SerialScanner, line: Line, qtbot: QtBot) -> None:
    for sent in ("FN:Zoé".encode(), "FN:Zoé".encode("cp1252")):
        with qtbot.waitSignal(scanner.scanned) as got:
            line.send(sent + b"\r\n")
        assert got.args == ["FN:Zoé"]


def test_two_readings_in_one_delivery_are_two(
    scanner: SerialScanner, line: Line, qtbot: QtBot, code: str
) -> None:
    got: list[str] = []
    scanner.scanned.connect(got.append)
    line.send(f"{code}\r{code}\rP<UTO<<\rL898".encode())
    qtbot.waitUntil(lambda: len(got) == 3)
    assert got == [code, code, "P<UTO<<\rL898"]


def test_a_port_that_is_not_there_is_told() -> None:
    scanner = SerialScanner()
    scanner.choose("/dev/not-there")
    assert not scanner.is_open
    assert "branché" in scanner.state
    scanner.close()


def test_the_ports_of_this_computer_can_be_asked_for() -> None:
    assert all(name for name in SerialScanner.names().values())

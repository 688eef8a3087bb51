"""A scanner on a serial port (USB-CDC): what it sends does not pass through any keyboard."""

import re

from PySide6.QtCore import QIODeviceBase, QObject, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from checkin.domain.ticket import Unreadable, read
from checkin.gui.scanning.burst import PAUSE
from checkin.language import _

_AGAIN = 2000  # ms between two looks for a port that went away
_LONGEST = 4096  # bytes; a port that sends more without an end is no scanner
_AROUND = "\r\n\t \0\x02\x03"  # STX and ETX too
_LINE = re.compile(rb"\s*[^\r\n\t\x03]+[\r\n\t\x03]+")


class SerialScanner(QObject):
    """`scanned` gives each reading: what came until CR, LF, Tab or a pause of 100 ms.

    `changed` when the port came or went. Lines that follow each other at once are one reading, but for codes
    of ours, which are given at their end.
    """

    scanned = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self._received = bytearray()
        self._port = QSerialPort(self)
        self._port.readyRead.connect(self._receive)
        self._port.errorOccurred.connect(self._fail)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._give)
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self._open)

    @staticmethod
    def names() -> dict[str, str]:
        """Return the ports of this computer that may have a scanner: where, and their names for people."""
        ports = QSerialPortInfo.availablePorts()
        return {
            port.systemLocation(): f"{port.description() or port.manufacturer()} ({port.portName()})".strip()
            for port in ports
        }

    def choose(self, port: str) -> None:
        """Listen to the port at that place, "" for none; one that is not there is used once it is."""
        self.close()
        self.chosen = port
        if port:
            self._open()
        self.changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether the port is listened to."""
        return self._port.isOpen()

    @property
    def state(self) -> str:
        """What a person is to know of it; "" where there is nothing to say."""
        if self.chosen and not self.is_open:
            return _("The scanner is not there. It goes on once it is plugged in again.")
        return ""

    def close(self) -> None:
        """Give the port back."""
        self._again.stop()
        self._pause.stop()
        if self._port.isOpen():
            self._port.close()

    def _open(self) -> None:
        self._received.clear()
        self._port.setPortName(self.chosen)
        if self._port.open(QIODeviceBase.OpenModeFlag.ReadOnly):
            self._again.stop()
            self.changed.emit()
        else:
            self._again.start()

    def _receive(self) -> None:
        self._received += bytes(self._port.readAll().data())
        del self._received[:-_LONGEST]
        while line := _LINE.match(bytes(self._received)):
            if isinstance(read(_text(line[0])), Unreadable):
                break
            del self._received[: line.end()]
            self.scanned.emit(_text(line[0]))
        if self._received:
            self._pause.start()

    def _give(self) -> None:
        text = _text(self._received)
        self._received.clear()
        if text:
            self.scanned.emit(text)

    def _fail(self, error: QSerialPort.SerialPortError) -> None:
        if error is QSerialPort.SerialPortError.ResourceError and self._port.isOpen():
            self._port.close()
            self._again.start()
            self.changed.emit()


def _text(raw: bytes | bytearray) -> str:
    """Return what was sent, without what stands around it; older scanners send Latin letters of one byte."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.strip(_AROUND)

"""A scanner that types like a keyboard, told from a person wherever the focus is.

Keys reach the window before they reach a field. There they are held until it is known whose they are: what
came too fast for a person is a scan and goes to nobody else; what did not is typed after all, in its order.
The times are those of the events, so that a window that was busy does not take a scan for typing.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from checkin.domain.keyboards import Stroke, meant
from checkin.domain.ticket import LENGTH, Unreadable, read
from checkin.gui.scanning.burst import PAUSE, Burst

Recorder = Callable[[Stroke, int], None]

_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_SILENT = {  # keys that belong to another key
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Mode_switch,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_MOST_COMPOSED = 2  # letters that a dead key makes; an input method writes words
_DEAD = range(Qt.Key.Key_Dead_Grave, Qt.Key.Key_Dead_Longsolidusoverlay + 1)
_X11_OFFSET = 8  # what X adds to the kernel's key codes


class Wedge(QObject):
    """Watches the keys of the window while `page` is shown; `scanned` gives each reading as it was meant.

    A reading ends with Enter, Tab or a pause of 100 ms. One of our codes is given at its last letter, and
    what follows it without a pause is dropped. Lines that follow each other at once are one reading, parted
    by line feeds or tabs as the scanner did: a machine-readable zone, a visiting card.
    """

    scanned = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._burst, self._typed = Burst(), Burst()  # being decided; found to be typing last
        self._held: list[tuple[QObject, QEvent]] = []
        self._recorder: Recorder | None = None
        self._replays = False
        self._after_scan: int | None = None  # when the last key of a reading came
        self._clock = QElapsedTimer()
        self._clock.start()
        self._watched: dict[str, QObject] = {}
        self._idle = QTimer(self, singleShot=True, interval=0)  # keys that already wait come first
        self._idle.timeout.connect(self._finish)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._idle.start)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_window)
            application.focusObjectChanged.connect(self._watch_object)
            self._watch_window(application.focusWindow())
            self._watch_object(application.focusObject())

    def record(self, recorder: Recorder | None) -> None:
        """Give every key that types, and its milliseconds, to `recorder` alone; None ends it."""
        self._finish()
        self._recorder = recorder

    @property
    def is_deciding(self) -> bool:
        """Whether keys are held back."""
        return bool(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what may be a scan."""
        kind = event.type()
        if self._replays:
            return False
        if isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            if kind == QEvent.Type.KeyPress:
                return self._listens and self._press(watched, event)
            if kind == QEvent.Type.KeyRelease and self._held:
                self._held.append((watched, _copy(event)))
                return True
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._forestall(event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._compose(watched, event)
        return False

    @property
    def _listens(self) -> bool:
        return self._page.isVisible() and self._page.isEnabled()

    def _watch_window(self, window: QWindow | None) -> None:
        self._watch("window", window)

    def _watch_object(self, target: QObject | None) -> None:
        self._watch("object", target)

    def _watch(self, part: str, target: QObject | None) -> None:
        before = self._watched.pop(part, None)
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if target is not None:
            target.installEventFilter(self)
            self._watched[part] = target

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        """Return whether the key is held back."""
        if event.key() in _SILENT:
            return False
        at = event.timestamp() or self._clock.elapsed()
        if not self._burst.goes_on(at):
            self._finish()
        stroke = _stroke(event)
        if self._recorder is not None and stroke is not None:
            self._recorder(stroke, at)
            return True
        if event.isAutoRepeat() or stroke is None:
            self._finish()
            return False
        if stroke.shown in {"\n", "\t"}:
            return self._end(window, event, at, stroke)
        self._hold(window, event, at, stroke)
        return True

    def _hold(self, window: QWindow, event: QKeyEvent, at: int, stroke: Stroke) -> None:
        self._burst.add(stroke, at)
        self._held.append((window, _copy(event)))
        if len(self._burst.strokes) >= LENGTH and _is_code(self._burst.shown[-LENGTH:]):
            self._give(self._burst.shown)
        elif self._burst.is_typing:
            self._finish()
        else:
            self._timer.start(self._burst.patience)

    def _end(self, window: QWindow, event: QKeyEvent, at: int, stroke: Stroke) -> bool:
        """Enter or Tab: the end of a reading, or of one of its lines."""
        if not self._burst.strokes:
            return self._follows(at)
        if not self._burst.is_scan:
            if self._follows(self._burst.times[0]):
                self._drop()
                return True
            self._finish()
            return False
        text = self._reading()
        if _is_code(text):
            self._burst.times.append(at)
            self._give(text)
        else:
            self._hold(window, event, at, stroke)
        return True

    def _follows(self, at: int) -> bool:
        """Whether a key came right behind a reading, as its suffix."""
        return self._after_scan is not None and 0 <= at - self._after_scan <= PAUSE

    def _forestall(self, event: QKeyEvent) -> bool:
        """Keep a shortcut from taking a key out of the middle of a burst."""
        is_ours = bool(self._burst.strokes) or (event.key() in _ENDS and self._follows(event.timestamp()))
        if is_ours and _stroke(event) is not None:
            event.accept()
            return True
        return False

    def _compose(self, target: QObject, event: QInputMethodEvent) -> bool:
        """Take what a dead key made of two keys in the middle of a burst."""
        letters = event.commitString()
        if len(letters) > _MOST_COMPOSED:
            self._finish()
        if not self._burst.strokes or not letters:
            return False
        for letter in letters:
            self._burst.add(Stroke(letter), self._burst.times[-1])
        composed = QInputMethodEvent()
        composed.setCommitString(letters, event.replacementStart(), event.replacementLength())
        self._held.append((target, composed))
        return True

    def _finish(self) -> None:
        """Decide what the held keys were: a scan, what a scanner adds to one, or typing."""
        if not self._burst.strokes:
            return
        if self._burst.is_scan:
            self._give(self._reading().rstrip("\n\t"))
        elif self._follows(self._burst.times[0]):
            self._drop()
        else:
            self._type()

    def _reading(self) -> str:
        """Return what was scanned, with what of it was taken for typing because the scanner faltered."""
        text = meant(self._burst.strokes)
        if _is_code(text) or not self._typed.precedes(self._burst):
            return text
        whole = meant([*self._typed.strokes, *self._burst.strokes])
        if not _is_code(whole):
            return text
        self._take_back()
        return whole

    def _take_back(self) -> None:
        """Take out of the field what was typed there of a scan."""
        field, self._typed, shown = QApplication.focusWidget(), Burst(), self._typed.shown
        if isinstance(field, QLineEdit) and field.text()[: field.cursorPosition()].endswith(shown):
            for _letter in shown:
                field.backspace()

    def _give(self, text: str) -> None:
        self._after_scan = self._burst.times[-1]
        self._drop()
        self.scanned.emit(text)

    def _drop(self) -> None:
        if self._burst.times:
            self._after_scan = max(self._after_scan or 0, self._burst.times[-1])
        self._burst, self._held = Burst(), []
        self._timer.stop()
        self._idle.stop()

    def _type(self) -> None:
        whole = self._burst.after(self._typed)
        if len(whole.strokes) >= LENGTH and whole.is_quick and _is_code(text := meant(whole.strokes)):
            self._take_back()
            self._give(text)
            return
        held, self._typed = self._held, whole
        self._burst, self._held = Burst(), []
        self._timer.stop()
        self._idle.stop()
        self._replays = True
        try:
            for target, event in held:
                if isValid(target):
                    QCoreApplication.sendEvent(target, event)
        finally:
            self._replays = False


def _is_code(text: str) -> bool:
    return not isinstance(read(text), Unreadable)


def _stroke(event: QKeyEvent) -> Stroke | None:
    """Return a key that types something or ends a line; None for one that does something else."""
    key = event.key()
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in _ENDS:
        return Stroke(_ENDS[Qt.Key(key)])
    place = _place(event.nativeScanCode())
    if key in _DEAD:
        return Stroke("", place, shift)
    text, is_command = event.text(), event.modifiers() & _COMMANDS
    if is_command and not event.modifiers() & Qt.KeyboardModifier.AltModifier:  # both are AltGr
        return None
    return Stroke(text, place, shift) if text and text.isprintable() else None


def _place(native: int) -> int:
    """Return where on the keyboard a key is (see domain.keyboards), 0 where the system does not tell."""
    match QGuiApplication.platformName():
        case "xcb" | "wayland":
            return max(0, native - _X11_OFFSET)
        case "windows":
            return native
        case _:
            return 0


def _copy(event: QKeyEvent) -> QKeyEvent:
    made = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    made.setTimestamp(event.timestamp())
    return made

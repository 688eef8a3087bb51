"""The window's beginning: paint first, import and open after, on the worker."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from checkin.gui.errors import catch_bugs
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.opening import Opener
from checkin.gui.theme import dress
from checkin.language import language
from checkin.resource import resource


def run(opener: Opener, arguments: Sequence[str] = ()) -> int:
    """Open the window, and return the exit code when it is closed."""
    application = QApplication([*arguments] or ["checkin"])
    prepare(application)
    window = MainWindow(opener, Memory())
    catch_bugs(window)
    window.painted.connect(window.start, Qt.ConnectionType.QueuedConnection)
    window.show()
    return application.exec()


def prepare(application: QApplication) -> None:
    """Give the application its name, its icon, its look, and Qt's own words in the language of the screen."""
    application.setApplicationName("checkin")
    application.setDesktopFileName("checkin")
    application.setWindowIcon(QIcon(str(resource("icons", "application.svg"))))
    QLocale.setDefault(QLocale(language()))
    translator = QTranslator(application)
    if translator.load(
        QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(translator)
    dress(application)

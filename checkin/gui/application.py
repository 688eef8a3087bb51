"""What every window of the program shares: its name, its look, and Qt's own words in French."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from checkin.gui.theme import dress
from checkin.language import language
from checkin.resource import resource


def the_application() -> QApplication:
    """Return the process's application, made and prepared if there is none yet."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    made = QApplication(["checkin"])
    prepare(made)
    return made


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

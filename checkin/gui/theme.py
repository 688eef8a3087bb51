"""The look, given to Qt: Fusion underneath, our palette, letters and style sheet above."""

from importlib.util import find_spec
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from checkin.gui.tokens import Colour, Radius, Size, Space
from checkin.resource import resource

FAMILY = "Source Sans Pro"
_FACES = ("Regular", "Semibold", "Bold", "It")


def dress(application: QApplication) -> None:
    """Give every window of `application` the program's look."""
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette())
    _load_letters()
    font = QFont(FAMILY)
    font.setPixelSize(Size.BODY)
    application.setFont(font)
    application.setStyleSheet(style_sheet())


def style_sheet() -> str:
    """Return resources/theme.qss with the tokens filled in; a token that does not exist is a KeyError."""
    return Template(resource("theme.qss").read_text("utf-8")).substitute(_values())


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet looks at, and have it look again if they changed."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _values() -> dict[str, str]:
    values = {colour.name.lower(): colour.value for colour in Colour}
    for scale, prefix in ((Space, "space"), (Radius, "radius"), (Size, "size")):
        values |= {
            f"{prefix}_{name.lower()}": f"{value}px" for name, value in vars(scale).items() if name.isupper()
        }
    return values | {"icons": resource("icons").as_posix()}


def _load_letters() -> None:
    """Register Source Sans Pro (OFL-1.1), which a package brings; without it Qt takes what there is."""
    found = find_spec("font_source_sans_pro")
    for folder in found.submodule_search_locations or () if found else ():
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(Path(folder, "files", f"SourceSansPro-{face}.ttf")))


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: Colour.CANVAS,
        QPalette.ColorRole.WindowText: Colour.INK,
        QPalette.ColorRole.Base: Colour.PAPER,
        QPalette.ColorRole.AlternateBase: Colour.CANVAS,
        QPalette.ColorRole.Text: Colour.INK,
        QPalette.ColorRole.Button: Colour.PAPER,
        QPalette.ColorRole.ButtonText: Colour.INK,
        QPalette.ColorRole.Highlight: Colour.ACCENT,
        QPalette.ColorRole.HighlightedText: Colour.PAPER,
        QPalette.ColorRole.ToolTipBase: Colour.INK,
        QPalette.ColorRole.ToolTipText: Colour.PAPER,
        QPalette.ColorRole.PlaceholderText: Colour.MUTED,
        QPalette.ColorRole.Link: Colour.ACCENT,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(Colour.EDGE))
    return palette

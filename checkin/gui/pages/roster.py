"""The page « Roster »."""

from PySide6.QtWidgets import QVBoxLayout

from checkin.gui.page import Frame, Page
from checkin.gui.widgets.empty import EmptyState


class RosterPage(Page):
    """Stands here until the page is written."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        QVBoxLayout(self).addWidget(EmptyState("list", "Roster", ""))

"""What the columns of presence answer together on one row: of each day, each answer, the order, or one."""

from collections.abc import Iterable, Mapping

from checkin.intake.lists.answers import answer_in, asked_by, is_date
from checkin.intake.patterns import pattern, plain
from checkin.intake.proposals import Reply
from checkin.language import _

_OF_ORDER = pattern(r"""\b(?:order|commande|paiement|payment|reservation|booking|dossier|demande|application|
    inscription|registration|billet|ticket|approval|validation)\b""")
_FIRST = (Reply.CANCELLED, Reply.CONFIRMED, Reply.TENTATIVE, Reply.DECLINED, Reply.NO_RSVP)
ASIDE = {Reply.DECLINED, Reply.CANCELLED}


class Answers:
    """The columns of presence of one sheet, by their indices."""

    def __init__(self, labels: Mapping[int, str], cells: Iterable[str]) -> None:
        """Take the columns' labels, and what stands in them on all the rows."""
        self._labels = labels
        self._of_order = {at for at, label in labels.items() if _OF_ORDER.search(plain(label))}
        self.are_given = any(answer_in(cell) != Reply.NO_RSVP for cell in cells)
        self._say_who_stays_away = {asked_by(label) for label in labels.values()} <= ASIDE

    def of(self, cells: list[str]) -> tuple[Reply, str]:
        """Return what a row answers, and why that is not sure ("" if it is)."""
        said = [at for at in self._labels if at < len(cells) and cells[at]]
        answers = self._said(cells, [at for at in said if at not in self._of_order] or said)
        if Reply.CANCELLED in (self._answer(at, cells[at]) for at in said):
            answers.add(Reply.CANCELLED)  # the order, with all in it
        if answers == {None}:
            return Reply.TENTATIVE, _("The answer is not a plain yes or no.")
        silence = Reply.CONFIRMED if self._say_who_stays_away else Reply.NO_RSVP
        return next((reply for reply in _FIRST if reply in answers), silence), ""

    def _said(self, cells: list[str], columns: list[int]) -> set[Reply | None]:
        """Return what the cells answer; the day of an answer confirms only where no other tells which."""
        told = {self._answer(at, cells[at]) for at in columns if not is_date(cells[at])}
        return told if told - {Reply.NO_RSVP} else {self._answer(at, cells[at]) for at in columns}

    def _answer(self, at: int, cell: str) -> Reply | None:
        """Return what a cell answers; a tick under « Absent » says what the label says."""
        answer, asked = answer_in(cell), asked_by(self._labels[at])
        if asked in {None, Reply.CONFIRMED, Reply.NO_RSVP}:
            return answer
        if answer is Reply.CONFIRMED:
            return asked
        return Reply.CONFIRMED if answer is Reply.DECLINED and asked is not Reply.TENTATIVE else answer

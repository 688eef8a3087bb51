"""The corpus of mails: what each comes to, and that no refusal is ever taken for a promise."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkin.domain.folding import fold
from checkin.intake.mail.message import Kind, Letter, read_letter
from checkin.intake.mail.replies import latest, understand_letter
from checkin.intake.proposals import PersonName, Proposal, Reply, Source

if TYPE_CHECKING:
    from tests.intake.mail.conftest import Case

Corpus = Callable[[str], "list[Case]"]
HERE = Path(__file__).parent
FILES = sorted(file.name for file in (HERE / "corpus").glob("*.txt") if file.name != "answers.txt")
UNSEEN = sorted((HERE / "unseen").iterdir())


def understood(case: "Case") -> Proposal:
    return understand_letter(read_letter(case.raw), Source("mails", message=case.number))


def whole(name: tuple[str, str]) -> str:
    """A name folded, for where a label parts given and family name otherwise (« Van der »)."""
    return fold(" ".join(name))


def names(people: tuple[PersonName, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((one.given_name, one.family_name) for one in people)


def said(text: str, sender: str = "Ana Blin <ana.blin@example.org>") -> Proposal:
    name, address = sender.rstrip(">").split(" <")
    return understand_letter(Letter(sender=name, address=address, text=text), Source("mail"))


@pytest.mark.parametrize("file", FILES)
def test_status_of_every_mail(corpus: Corpus, file: str) -> None:
    wrong = [c.number for c in corpus(file) if understood(c).reply.value != c.label.status]
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_guest_of_every_mail(corpus: Corpus, file: str) -> None:
    proposals = [(case, understood(case).name) for case in corpus(file) if case.label.guest]
    wrong = [case.number for case, one in proposals if (one.given_name, one.family_name) != case.label.guest]
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_companions_of_every_mail(corpus: Corpus, file: str) -> None:
    proposals = [(case, understood(case)) for case in corpus(file)]
    wrong = [case.number for case, one in proposals if names(one.companions) != case.label.companions]
    assert wrong == []
    assert [c.number for c, one in proposals if one.unnamed_companions != c.label.unnamed] == []


@pytest.mark.parametrize("file", FILES)
def test_who_does_not_come_is_never_surely_coming(corpus: Corpus, file: str) -> None:
    away = {"declined", "cancelled", "no_rsvp"}
    proposals = [(case.number, understood(case)) for case in corpus(file) if case.label.status in away]
    assert [number for number, one in proposals if one.reply is Reply.CONFIRMED and one.sure] == []


def test_answers_of_one_sentence(corpus: Corpus) -> None:
    read = [(case, understood(case)) for case in corpus("answers.txt")]
    assert [case.number for case, one in read if case.label.status != one.reply.value] == []
    away = [one for case, one in read if case.label.status not in {"confirmed", "tentative"}]
    assert not any(one.reply is Reply.CONFIRMED and one.sure for one in away)


@pytest.fixture(scope="module")
def unseen(mails: Callable[[Path], "list[Case]"]) -> "list[tuple[Case, Proposal]]":
    """Mails that were written by others, that no rule was made for and no model has learnt from."""
    return [(case, understood(case)) for file in UNSEEN for case in mails(file)]


def test_unseen_mails_are_understood(unseen: "list[tuple[Case, Proposal]]") -> None:
    right = sum(case.label.status == one.reply.value for case, one in unseen)
    assert right >= 0.98 * len(unseen)


def test_guests_of_unseen_mails(unseen: "list[tuple[Case, Proposal]]") -> None:
    meant = [(guest, one.name) for case, one in unseen if (guest := case.label.guest)]
    right = [whole(guest) == whole((one.given_name, one.family_name)) for guest, one in meant]
    assert sum(right) >= 0.96 * len(right)


def test_companions_of_unseen_mails(unseen: "list[tuple[Case, Proposal]]") -> None:
    labelled = {(case.raw, whole(name)) for case, _ in unseen for name in case.label.companions}
    found = {(case.raw, whole(name)) for case, one in unseen for name in names(one.companions)}
    assert len(labelled & found) >= 0.95 * len(labelled)
    assert len(labelled & found) >= 0.95 * len(found)


def test_no_refusal_of_unseen_mails_is_surely_coming(unseen: "list[tuple[Case, Proposal]]") -> None:
    away = [one for case, one in unseen if case.label.status in {"declined", "cancelled", "no_rsvp"}]
    assert not any(one.reply is Reply.CONFIRMED and one.sure for one in away)


def test_needs_are_passed_on(corpus: Corpus) -> None:
    asked = [case for file in FILES for case in corpus(file) if "Assistance" in case.headers]
    assert len(asked) == 5
    assert all(case.headers["Assistance"] in understood(case).assistance for case in asked)


def test_the_sentences_that_decided_are_kept() -> None:
    proposal = said("Bonjour,\n\nIl fait beau. Je serai présente avec Luc Roy. À bientôt")
    assert proposal.evidence == ("Je serai présente avec Luc Roy.",)


def test_what_was_written_is_kept_with_the_lines_that_decided() -> None:
    written = (
        "Bonjour,\n\nJe serai présente le 24 novembre prochain, et nous viendrons en nombre\n"
        "avec :\n- Luc Roy\n- Ana Paz\n\nAna Blin"
    )
    proposal = said(written + "\n\nLe 07/11/2022 à 10:12, Le secrétariat a écrit :\n> Venez !")
    assert proposal.text == written
    assert all(line in written.split("\n") or line in written for line in proposal.evidence)
    assert proposal.evidence[-2:] == ("- Luc Roy", "- Ana Paz")


def test_a_question_is_a_note() -> None:
    proposal = said("Je serai présente. Y a-t-il un parking ?")
    assert proposal.notes == "Y a-t-il un parking ?"


def test_an_unclear_reply_says_why() -> None:
    proposal = said("Je confirme ma présence.", sender="Accueil <contact@example.org>")
    assert proposal.reply is Reply.CONFIRMED
    assert not proposal.sure
    assert proposal.doubts


def test_what_decides_by_its_headers_is_not_read() -> None:
    letter = Letter(sender="Ana Blin", text="Je confirme ma présence.", kind=Kind.AUTOMATIC)
    assert understand_letter(letter, Source("mail")).reply is Reply.NO_RSVP


def test_a_later_answer_takes_the_place_of_the_earlier() -> None:
    first = said("Je confirme ma présence.\n\nAna Blin")
    other = said("Je confirme ma présence.\n\nLuc Roy", sender="Luc Roy <luc.roy@example.org>")
    question = said("À quelle heure commence la matinée ?\n\nAna Blin")
    second = said("Je serai représentée par M. Paul Vidal.\n\nAna Blin")
    assert second.in_place_of == first.name
    assert latest([first, other, question, second]) == [other, question, second]
    assert latest([first, question]) == [first, question]

"""The rules of what a clause says: quick on any text, and each kind on the phrases it is for."""

import pytest

from checkin.intake.mail.phrases import Says, denies, says
from checkin.intake.mail.sentences import plain

PHRASES = {
    Says.SURELY: [
        "Je ne manquerai pas d'être présente",
        "Je ne raterais ça pour rien au monde",
        "I wouldn't miss it",
    ],
    Says.ASIDE: [
        "Je n'ai pas reçu le programme",
        "J'aurais été ravie d'être présente",
        "Merci de me confirmer l'adresse",
        "J'accuse réception de votre invitation",
        "Je ne manquerai pas de vous répondre",
    ],
    Says.CANCELS: [
        "Je dois annuler ma venue",
        "Je ne pourrai plus venir",
        "Finalement je ne serai pas là",
        "Un empêchement de dernière minute m'oblige à me désister",
        "I can no longer attend",
    ],
    Says.MAYBE: [
        "Je ne sais pas encore",
        "Sous réserve de mon agenda, je viendrai",
        "Je devrais pouvoir être là",
        "Je ne peux pas encore vous confirmer ma présence",
        "J'espère pouvoir venir",
        "I might come",
    ],
    Says.NO: [
        "Je ne pourrai pas être présent",
        "Je suis au regret de ne pouvoir assister à cette matinée",
        "Je serai absente",
        "Je ne souhaite pas participer",
        "Mon agenda ne me permet pas d'être parmi vous",
        "je peux pas venir",
        "Je décline votre invitation",
        "I won't be able to make it",
        "Ce ne sera pas possible pour moi",
    ],
    Says.YES: [
        "Je vous confirme ma présence",
        "J'y serai",
        "Je viendrai avec plaisir",
        "OK pour moi",
        "Comptez sur moi",
        "Merci de m'inscrire",
        "Mon directeur et moi aurons le plaisir de participer",
        "I will attend",
        "Count me in",
    ],
    Says.POLITE: ["À jeudi", "Hâte d'y être"],
    Says.NOTHING: ["Bonjour Madame", "Le programme est très riche", "Merci pour votre invitation"],
}
WORST = [
    "a " * 750,
    "je " * 500,
    "ne " * 500,
    "serai " * 250,
    "merci, " * 200,
    "n'" * 700,
    "¤¤¤ et " * 200,
    "," * 1500,
    "inscrire a, " * 120,
]


@pytest.mark.parametrize(("said", "phrase"), [(said, one) for said, many in PHRASES.items() for one in many])
def test_what_a_phrase_says(said: Says, phrase: str) -> None:
    assert says(plain(phrase))[0] is said


@pytest.mark.parametrize("text", WORST)
def test_no_text_holds_a_rule_up(text: str) -> None:
    assert says(text)[0] is Says.NOTHING  # a rule that never ends is ended by the run's own limit


def test_a_yes_that_denies_something_is_told() -> None:
    assert denies("je viendrai, elle ne viendra pas")
    assert not denies("je viendrai avec plaisir")

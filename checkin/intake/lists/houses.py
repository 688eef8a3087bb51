"""Words that organisations and functions are told by, in cells that no label explains."""

import re

from checkin.intake.patterns import pattern, plain

_HOUSE = pattern(
    r"""\b(?:ministere|mairie|ville|region|departement|conseil|association|agence|mission|prefecture|universite|
    direction|caisse|fondation|institut|centre|federation|sas|sarl|afpa|groupe|academie|rectorat|lycee|
    france|company|ltd|inc|council|university|productions?)\b"""
)
_HEADING = pattern(
    r"""\b(?:cabinet|(?:sous )?directions?|delegations?|secretariat|bureau|services?|poles?|departements?|
    ministeres?|collectivites?|administrations?|associations?|entreprises?|institutions?|fondations?|
    operateurs?|federations?|syndicats?|reseaux|missions? locales?)\b"""
)
_FUNCTION = pattern(
    r"""\b(?:directeur|directrice|charge|chargee|responsable|chef|cheffe|president|presidente|conseiller|
    conseillere|delegue|deleguee|maire|secretaire|adjoint|adjointe|coordinateur|coordinatrice|manager|
    director|officer|educateur|educatrice|ingenieur|sociologue|journaliste|assistant|assistante|referent|
    referente)\b"""
)
_BEFORE = re.compile(r"(?:(?:vice|sous|co|ex|haut|premiere?|assistant) )?")


def holds_house(text: str) -> bool:
    """Whether a text holds a word that organisations are called by."""
    return bool(_HOUSE.search(plain(text)))


def heads_group(text: str) -> bool:
    """Whether a lone cell heads the people of one house: « CABINET DU MINISTRE », « Pôle emploi »."""
    return bool(_HEADING.match(plain(text)))


def holds_function(text: str) -> bool:
    """Whether a text holds a word for what someone does."""
    return bool(_FUNCTION.search(plain(text)))


def is_function(text: str) -> bool:
    """Whether a text begins by what someone does: « Chargée de mission », and not « Mission locale »."""
    folded = plain(text)
    begins = _BEFORE.match(folded)
    return bool(_FUNCTION.match(folded, begins.end() if begins else 0))

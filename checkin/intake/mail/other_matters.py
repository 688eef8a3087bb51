# ruff: noqa: E501 - a pattern reads best on one line
"""Whether a message is about another matter than the invitation: an order, a delivery, an application, an interview.

Who delivers the breakfast is « présent dès 8h » as well: being there is then no answer, unless they speak of
their attendance. One such word makes an answer unsure, two of them make it none.
"""

import re
from collections.abc import Iterable

from checkin.intake.mail.clauses import Clause
from checkin.intake.mail.sentences import plain

_WORDS = (
    # trade
    r"devis\b|tarifs?\b|catalogue\b|offre commerciale|quot(?:e|ation)\b",
    r"commandes?\b|bons? de commande|purchase order|your order\b",
    r"livraisons?\b|livr(?:er|erons|era|eront|ee?s?|eurs?)\b|deliver(?:y|ies|ed|ing)?\b",
    r"factur\w+|invoices?\b|paiements?\b|virements?\b|reglement de|payment\b",
    r"traiteur|buffet|petits[- ]dejeuners?|cocktail|viennoiseries|catering|plateaux[- ]repas",
    r"installation|montage|demontage|technicien\w*|sonorisation|regie\b|materiel\b|videoproj\w+|micros?\b|set-?up\b",
    r"prestations?\b|prestataires?\b|fournisseurs?\b|client(?:s|ele)?\b|contrat\b",
    r"impression (?:de|des)\b|kakemonos?\b|signaletique|nettoyage|maintenance|depannage",
    r"reservation de (?:la |votre )?(?:salle|chambre)|location de",
    r"logiciels?\b|solutions? (?:digitales?|numeriques?|innovantes?)|demonstration|demo\b|referencement",
    # work
    r"candidatures?\b|postuler|lettre de motivation|mon cv\b|curriculum|job application|resume attached",
    r"recherche d'(?:un |une )?(?:stage|emploi|alternance|apprentissage)|stage de fin|fin d'etudes|internship|recrut\w+|poste (?:de|a pourvoir)",
    # the press
    r"journalistes?\b|redaction\b|presse\b|reporter\b|accreditations?\b",
    r"interview\w*|reportage|captation|reperages?\b|article sur|tournage",
    # somebody's journey
    r"votre (?:taxi|hotel|billet|chambre|vol|colis)|(?:chauffeur|livreur|coursier)s? (?:sera|seront|se|vous|pass)",
)
_SUBJECTS = re.compile(r"\b(?:" + "|".join(_WORDS) + ")")
_OF_ATTENDING = re.compile(
    r"\b(?:presence|participation|venue|invitation|invitee?s?|evenement|matinee|participe\w*|participer\w*|assister\w*|parmi vous|des votres|attend\w*|invited|accept\w*)\b"
)
_MANY = 2


def matters(lines: Iterable[str]) -> int:
    """Return how many words of other matters `lines` hold."""
    return len(set(_SUBJECTS.findall(plain("\n".join(lines)))))


def is_another_matter(lines: Iterable[str], clauses: Iterable[Clause]) -> bool:
    """Whether a message speaks of other matters, and of coming only as those who work there do."""
    said = [clause.sentence.plain for clause in clauses if clause.says.comes]
    if any(matters([line]) >= _MANY for line in said):
        return True
    return matters(lines) >= _MANY and not any(_OF_ATTENDING.search(line) for line in said)

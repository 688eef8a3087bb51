"""What the words at the head of a column say of it, in French and English.

The rules are tried in their order on the folded words of a label (no accents, no punctuation), the traps
before what they imitate: « Nom d'utilisateur » is no name, « Nom de la structure » is an organisation.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.folding import fold
from checkin.intake.memory import remembered
from checkin.intake.patterns import pattern


class Role(StrEnum):
    """What a column holds."""

    NOTHING = ""
    FULL = "full"  # a whole name, in either order
    FAMILY = "family"
    BIRTH = "birth"  # the family name at birth, used where there is no other
    GIVEN = "given"
    TITLE = "title"
    EMAIL = "email"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    PRESENCE = "presence"
    MARK = "mark"  # intervenant, VIP, presse; or that the row is a companion's
    ASSISTANCE = "assistance"
    NOTES = "notes"
    LANGUAGE = "language"
    COMPANIONS = "companions"  # names, a number, or yes and no, in one cell
    COMPANION_GIVEN = "companion_given"
    COMPANION_FAMILY = "companion_family"
    COMPANION_COUNT = "companion_count"
    PARTY_SIZE = "party_size"  # how many come, this person among them
    LEAD = "lead"  # whom this person accompanies
    PARTY = "party"  # rows with the same value came in one order


COMPANION_ROLES = {Role.COMPANIONS, Role.COMPANION_COUNT, Role.COMPANION_GIVEN, Role.COMPANION_FAMILY}


@dataclass(frozen=True, slots=True)
class Said:
    """What a label says: the role, whether of another than who comes, and how plainly (3 to 1).

    Another is who paid, who filled in the form, who is to be called, or a companion’s employer.
    """

    role: Role
    other: bool = False
    weight: int = 1


_NONE = Said(Role.NOTHING, weight=0)
_LONGEST = 250

_OTHER = pattern(r"""\b(?:acheteur|acheteuse|buyer|payer|payeur|purchaser|billing|facturation|invoice|
    commanditaire|customer|client|assistante?|secretaire|superieure?|hierarchique|manager|urgence|emergency|
    a (?:contacter|prevenir)|saisie? par|ayant \w+|rempli par|inscrite? par|submitted by|created by)\b""")
_ITS = re.compile(r" (?:de l|de la|du|de votre)$")
_OF_GUEST = pattern(
    r"\b(?:votre|your|participante?|attendee|invitee?|guest|inscrite?|porteur|beneficiaire)\b"
)
_COMPANION = pattern(r"""\b(?:accompagn(?!ement)\w*|accompan(?:y|ies|ied)\w*|companions?|
    (?:come|coming|join|joining) (?:with )?you|plus (?:ones?|1)|(?:guest|invite) ?(?:n )?\d+|
    personnes? (?:supplementaires?|en plus|avec vous|qui vous)|additional (?:guests?|attendees?|people)|
    bring(?:ing)?|(?:nombre|nbre?|nb) (?:d )?acc(?:omp)?|
    ^acc(?:omp)? ?(?:n )?\d+|invites? supplementaires?|enfants?|children|epou(?:x|se)|spouse|
    partner|guest (?:names?|count)|names? of (?:your )?guests?|number of guests|how many guests|
    nombre d invites|
    nb invites|conjoint(?:e| e)?|autres personnes|other guests?)\b""")
_COUNT = pattern(r"\b(?:nombre|nb|nbr|nbre|combien|number|how many|count|total|qty)\b")
_SIZE = pattern(r"""^(?:nombre|nb|nbr|nbre|combien|number|how many|total)(?: total)?(?: de| of| d)? ?
    (?:personnes?|pers|participants?|places?|people|attendees|persons|convives?|serez vous|etes vous)\b|
    ^(?:places?|seats?) (?:reserve\w*|demande\w*|souhaite\w*|requested)$|
    ^(?:places|seats|spaces)$|^party size$""")
_LEAD = pattern(r"""^(?:accompagne|accompagnant de|accompagnante? de|accompagne qui|accompagnateur de|
rattache a|
    invite (?:principal|par|de)|invited by|personne accompagnee|guest of|companion of|lead|
    nom de la personne accompagnee|personne que (?:vous|j) accompagne[sz]?)$""")
_ACCOMPANIED = re.compile(r"\s*accompagné\W*(?:e\W*)?$", re.IGNORECASE)  # has company; « accompagne » is it
_NOT_OF_LEAD = pattern(r"""\b(?:e ?mail|mail|courriel|fonction|poste|organisme|organisation|structure|societe|
    entreprise|tel|telephone|mobile|phone|company|job|function|naissance|piece|civilite|titre|title)\b""")
_GIVEN = pattern(r"\b(?:prenoms?|first ?names?|given ?names?|forenames?|name first|fname|vorname)\b")
_FAMILY = pattern(r"""\b(?:noms?|last ?names?|sur ?names?|family ?names?|patronymes?|nom d usage|lname|name|
    nachname)\b""")
_BOTH = pattern(r"""\b(?:noms? (?:de famille )?(?:et |and |ou |d usage )?(?:le )?prenoms?|
    prenoms? (?:et |and )?(?:le )?noms?|first (?:and |name and |name )?last ?name|
    last name (?:and )?first ?name|last first|first last|name and surname|
    (?:surname|family name) (?:and )?(?:first|given) names?|
    (?:first|given) names? (?:and )?(?:surname|family name))\b""")
_WHOLE = pattern(r"""^(?:full ?name|nom complet|complete name|participante?s?|invites?|invitee?s?|attendees?|
    attendee name|guests?|identite|personnes?|noms? affiche|contact|participant name|
    nom (?:du|de la|de l) (?:participant|participante|invite|personne|contact|intervenant)|
    name of (?:guest|participant|attendee)|confirmes?|convives?|beneficiaire|visiteurs?|visitors?|qui|who|
    (?:participants?|invites?) (?:confirmes?|inscrits?|attendus?)|inscrits|
    liste des (?:invites|participants|presents|inscrits))$""")
_SAYS_YES = pattern(r"\b(?:oui|si|accompagnants|personnes|companions|yes)\b")
_NUMBERED = re.compile(r"(?<=[a-z])\d$")  # « Nom2 », as Forms calls a second question of one name
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # « firstName »
_INCLUSIVE = re.compile(r"(?<=\w)(?:\((?:e|s|es|ne|le)\)|[·•](?:e|s|es|ne|le)(?:[·•]s)?)(?!\w)")
_ONE_MORE = re.compile(r"\+\s*1\b")  # « Nom du +1 »
_PLUS_ONE = re.compile(r"\s*\+\s*\d?\s*$")
_NUMBER_SIGNS = ("#", "№", "Nº", "N°")
_GUESTS = pattern(r"\b(?:guests|invites|companions|accompagnants)\b")
_CLAUSE = re.compile(r"\s*[:\]]\s*")

# The rest, in order. A weight of 3 is what heads a list of people, 1 what may stand anywhere.
_RULES = (
    (
        "^(?:reponse|confirmation|rsvp|presence)\\b(?!.*\\b(?:adresse|numero|number|code|id|date|le|on)\\b)",
        Role.PRESENCE,
        2,
    ),
    (
        """\\b(?:utilisateur|username|user name|sam account name|principal name|
        nom complet de l adresse|display name|e ?mail (?:2|3) .*|
        adresse de messagerie (?:2|3)|(?:nom|titre|name|title|id) (?:de l |of )?(?:evenement|event)|
        ^evenement$|^event(?: (?:name|id|title|date))?$|formulaire|type d adresse|e mail type|e mail display|
        seat|ticket secret|secret|barcode|code barres?|voucher|coupon|sales channel|prix|price|
        montant|amount|currency|devise|paid|paye|paiement|payment|fees|tax|quantity|quantite|
        checked in|controle|scanne|gate|remboursement|refund|type de messagerie|middle name|suffix|suffixe|
        deuxieme prenom|initiales|initials|badge imprime|confirmation (?:number|code|id|no|nr)|
        (?:numero|code|n) de confirmation|entree|sortie)\\b""",
        Role.NOTHING,
        0,
    ),
    (
        """\\b(?:dejeuner|cocktail|buffet|repas|lunch|dinner|diner|parking|photos?|image|rgpd|gdpr|consent\\w*|
        accept\\w*|newsletter|autoris\\w*|visite|hebergement|hotel|train|vaccin\\w*|relance|relances)\\b""",
        Role.NOTHING,
        0,
    ),
    (
        """^(?:order(?: code| id| n| no| number| nr)?|
        (?:n|no|nr|num|numero|ref|reference)(?: de)?(?: la)? (?:commande|reservation|dossier|groupe|
        inscription)|
        code(?: de)?(?: la)? (?:commande|reservation)|commande|groupe|group|party|party id|foyer|delegation|
        booking(?: id| reference)?|reservation)$""",
        Role.PARTY,
        1,
    ),
    (
        """^(?:id|ids|n|no|nr|num|
        numero|number|ligne|line|sid|uid|serial|seed|tete de serie|rang|ordre|index)$|
        \\b(?:id|identifiant|ip|uid|url|horodat\\w*|timestamp|brouillon|draft|telephone|tel|portable|mobile|phone|
        fax|telecopie|birthday|anniversaire|adresse postale|address line|street|rue|ville|city|code postal|
        zip|pays|country|age|token|jeton|code d acces|access code|derniere page|last page|lastpage|
        start time|completion time|last modified|heure de (?:debut|fin|la derniere modification|soumission)|
        numero de serie|serial number|device|date de naissance|date of birth)\\b""",
        Role.NOTHING,
        0,
    ),
    (
        """\\b(?:pmr|
        handicap\\w*|accessib\\w*|mobilite|besoins?|amenagements?|fauteuil|assistance|special needs|
        special requirements?|wheelchair|accompagnement|interprete|lsf)\\b""",
        Role.ASSISTANCE,
        1,
    ),
    ("\\b(?:naissance|jeune fille|maiden|birth name|name at birth)\\b", Role.BIRTH, 1),
    (
        """\\b(?:e ?mails?|emails?|mails?|courriels?|couriel|messagerie|
        (?:adresse|courrier) electronique|mel)\\b""",
        Role.EMAIL,
        2,
    ),
    (
        """^(?:type|nature|taille|secteur|category|categorie) (?:de |d |of )
        .*(?:struct|organi|soci|entre|compan)""",
        Role.NOTHING,
        0,
    ),
    (
        """\\b(?:organismes?|organi[sz]ations?|org|orga|structures?|societe|ste|entreprise|company|employeur|employer|
        etablissement|institution|association|administration|ministere|collectivite|affiliation|
        raison sociale|entite|rattachement|compagnie|account name)\\b""",
        Role.ORGANISATION,
        2,
    ),
    (
        """\\b(?:fonctions?|
        poste|profession|job|metier|intitule|function|responsabilite|titre professionnel)\\b|
        ^(?:position|role)$""",
        Role.FUNCTION,
        2,
    ),
    (
        """^(?:date (?:de |d |du )?(?:la )?(?:confirmation|reponse|retour|rsvp)|confirmation date|confirme le|
        date confirmed|repondu le|reponse le)$""",
        Role.PRESENCE,
        2,
    ),
    ("^(?:date|heure|time|debut|fin|start|end|started|submitted|submit)\\b", Role.NOTHING, 0),
    ("\\b(?:langues?|languages?|locale|lang)\\b", Role.LANGUAGE, 1),
    (
        """^(?:
        oui|non|yes|no|peut etre|maybe|annulations?|desistements?|cancellations?|
        absente?s?|absents?|excuse\\w*|decline\\w*|refus\\w*|ne vient pas|
        en attente|annule\\w*|cancel\\w*)$|
        \\b(?:presences?|presente?s?|present e|participe\\w*|participation|viendra\\w*|vient|viendrez|
        confirm\\w+|rsvp|statut|status|suivi|attend|attending|attendance|venue|coming|serez vous|
        pourrez vous|pourriez vous|des notres|parmi nous|
        assister\\w*|assistera|inscrite?|etat|reponses?|response|reply|retour|join(?:ing)?|venir)\\b""",
        Role.PRESENCE,
        2,
    ),
    (
        """^(?:civilites?|
        titre|title|civ|m mme|mme m|m mme mlle|mme mlle m|genre|salutation|prefix|prefixe|
        politesse|appellation|gender|sexe|honorific|attendee title|titre de civilite|formule)$""",
        Role.TITLE,
        1,
    ),
    (
        """\\b(?:intervenante?s?|speakers?|vip|presse|press|orateurs?|badge|categorie|category|profil|type|tarif|
        ticket type|billet|product|produit|role|qualite|marque)\\b""",
        Role.MARK,
        1,
    ),
    (
        """\\b(?:remplacee?s? par|represente\\w* par|remplacante?|substitute|replaced by|
        notes?|remarques?|commentaires?|observations?|comments?|remarks?|questions?|precisions?|
        informations? (?:complementaires?|utiles?)|messages?|divers|additional info\\w*|souhaits?)\\b""",
        Role.NOTES,
        1,
    ),
    ("\\b(?:service|departement|department|direction|region)\\b", Role.ORGANISATION, 1),
)
_COMPILED = tuple((pattern(words), Said(role, weight=weight)) for words, role, weight in _RULES)


@remembered
def said_by(label: str) -> Said:
    """Return what the label of a column says."""
    folded = _NUMBERED.sub("", fold(_CAMEL.sub(" ", _INCLUSIVE.sub("", _ONE_MORE.sub("plus 1", label)))))
    if _PLUS_ONE.match(label) or (label.lstrip().startswith(_NUMBER_SIGNS) and _GUESTS.search(folded)):
        return Said(Role.COMPANION_COUNT)  # « +1 », « # Guests »: signs that folding leaves out
    if not folded or len(folded) > _LONGEST:  # no label, but a paragraph
        return _NONE
    if _LEAD.match(folded) and not _ACCOMPANIED.match(label):
        return Said(Role.LEAD)
    if _COMPANION.search(folded):
        return _companion(folded)
    if _SIZE.match(folded):
        return Said(Role.PARTY_SIZE)
    other = bool(_OTHER.search(folded))
    if other:
        folded = _ITS.sub("", _OTHER.sub("", folded).strip())
    said = _of_person(folded, label)
    return Said(said.role, other, 0 if other else said.weight)


def names_guest(label: str) -> bool:
    """Whether a label says that it is of the guest: « Attendee email » beside « Email »."""
    return bool(_OF_GUEST.search(fold(label)))


def _companion(folded: str) -> Said:
    if _NOT_OF_LEAD.search(folded):
        return Said(Role.NOTHING, other=True, weight=0)
    if _COUNT.search(folded):
        return Said(Role.COMPANION_COUNT)
    given, family = bool(_GIVEN.search(folded)), bool(_FAMILY.search(_GIVEN.sub("", folded)))
    if given != family and not _SAYS_YES.search(folded):
        return Said(Role.COMPANION_GIVEN if given else Role.COMPANION_FAMILY)
    return Said(Role.COMPANIONS)


def _of_person(folded: str, label: str) -> Said:
    if _BOTH.search(folded) or _WHOLE.match(folded):
        tail = fold(_CLAUSE.split(label.strip().rstrip("]: "))[-1])
        return _of_person(tail, tail) if tail not in {folded, ""} else Said(Role.FULL, weight=3)
    for piece in label.split("/")[1:] and map(fold, label.split("/")):  # « Qualité / Nom »
        if _GIVEN.fullmatch(piece) or _FAMILY.fullmatch(piece):
            return Said(Role.GIVEN if _GIVEN.fullmatch(piece) else Role.FAMILY, weight=3)
    for words, said in _COMPILED:
        if words.search(folded):
            return said
    if _GIVEN.search(folded):
        return Said(Role.GIVEN, weight=3)
    return Said(Role.FAMILY, weight=3) if _FAMILY.search(folded) else _NONE

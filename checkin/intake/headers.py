"""What the words at the head of a column say of it, in French and English.

The rules are tried in their order on the folded words of a label (no accents, no punctuation), the traps
before what they imitate: « Nom d'utilisateur » is no name, « Nom de la structure » is an organisation.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from checkin.domain.folding import fold


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
    LEAD = "lead"  # whom this person accompanies
    PARTY = "party"  # rows with the same value came in one order


@dataclass(frozen=True, slots=True)
class Said:
    """What a label says: the role, whether of who paid and not of who comes, and how plainly (3 to 1)."""

    role: Role
    buyer: bool = False
    weight: int = 1


_NONE = Said(Role.NOTHING, weight=0)

_BUYER = re.compile(
    r"\b(?:acheteur|acheteuse|buyer|payer|payeur|purchaser|billing|facturation|invoice|commanditaire|"
    r"customer|client)\b"
)
_COMPANION = re.compile(
    r"\b(?:accompagn(?!ement|ateur social)\w*|companions?|plus (?:one|1)|(?:guest|invite) (?:n )?\d+|"
    r"personnes? (?:supplementaires?|en plus|avec vous|qui vous)|additional (?:guests?|attendees?|people)|"
    r"bring(?:ing)?|guest name|number of guests|nombre d invites|nb invites|conjoint e?|\d+ ?personnes?)\b"
)
_COUNT = re.compile(r"\b(?:nombre|nb|nbr|nbre|combien|number|how many|count|total|qty|nb de)\b")
_LEAD = re.compile(
    r"^(?:accompagne|accompagnant de|accompagnante? de|accompagne qui|accompagnateur de|rattache a|"
    r"invite (?:principal|par|de)|invited by|personne accompagnee|guest of|companion of|lead|"
    r"nom de la personne accompagnee|personne que (?:vous|j) accompagne[sz]?)$"
)
_NOT_OF_LEAD = re.compile(
    r"\b(?:e ?mail|mail|courriel|fonction|poste|organisme|organisation|structure|societe|entreprise|tel|"
    r"telephone|mobile|phone|company|job|function|naissance|piece|civilite|titre|title)\b"
)
_GIVEN = re.compile(r"\b(?:prenoms?|first ?names?|given ?names?|forenames?|fname|firstname)\b")
_FAMILY = re.compile(
    r"\b(?:noms?|last ?names?|sur ?names?|family ?names?|patronymes?|nom d usage|lname|lastname|name)\b"
)
_BOTH = re.compile(
    r"\b(?:noms? (?:de famille )?(?:et |and |ou |d usage )?(?:le )?prenoms?|prenoms? (?:et |and )?(?:le )?noms?|"
    r"first (?:and|name and|name) last ?name|last name (?:and )?first ?name|name and surname)\b"
)

# The rest, in order. A weight of 3 is what heads a list of people, 1 what may stand anywhere.
_RULES: tuple[tuple[str, Role, int], ...] = (
    (
        r"\b(?:utilisateur|username|user name|nom complet de l adresse|display name|e ?mail (?:2|3) .*|"
        r"adresse de messagerie (?:2|3)|evenement|event|formulaire|type d adresse|e mail type|e mail display|"
        r"seat|ticket secret|secret|barcode|code barres?|voucher|coupon|sales channel|prix|price|"
        r"montant|amount|currency|devise|paid|paye|paiement|payment|fees|tax|quantity|quantite|"
        r"checked in|controle|scanne|gate|remboursement|refund)\b",
        Role.NOTHING,
        0,
    ),
    (
        r"\b(?:dejeuner|cocktail|buffet|repas|lunch|dinner|diner|parking|photos?|image|rgpd|gdpr|consent\w*|"
        r"accept\w*|newsletter|autoris\w*|visite|hebergement|hotel|train|vaccin\w*)\b",
        Role.NOTHING,
        0,
    ),
    (
        r"^(?:order(?: code| id| n| no| number| nr)?|(?:n|no|nr|num|numero|ref|reference)(?: de)?(?: la)? "
        r"(?:commande|reservation|dossier|groupe|inscription)|code(?: de)?(?: la)? (?:commande|reservation)|commande|"
        r"groupe|group|party|party id|booking(?: id| reference)?|reservation|foyer|delegation)$",
        Role.PARTY,
        1,
    ),
    (
        r"^(?:id|ids|n|no|nr|num|numero|number|ligne|line|sid|uid|serial|seed|tete de serie|rang|ordre|index)$|"
        r"\b(?:id|identifiant|ip|uid|url|horodat\w*|timestamp|brouillon|draft|telephone|tel|portable|mobile|phone|"
        r"fax|telecopie|birthday|anniversaire|adresse postale|address line|street|rue|ville|city|code postal|"
        r"zip|pays|country|age|token|jeton|code d acces|access code|derniere page|last page|lastpage|"
        r"start time|completion time|last modified|heure de (?:debut|fin|derniere modification|soumission)|"
        r"numero de serie|serial number|device)\b",
        Role.NOTHING,
        0,
    ),
    (
        r"\b(?:pmr|handicap\w*|accessib\w*|mobilite|besoins?|amenagements?|fauteuil|assistance|special needs|"
        r"special requirements?|wheelchair|accompagnement|interprete|lsf)\b",
        Role.ASSISTANCE,
        1,
    ),
    (r"\b(?:naissance|jeune fille|maiden)\b(?<!date de naissance)|\bbirth name\b", Role.BIRTH, 1),
    (
        r"\b(?:e ?mails?|emails?|mails?|courriels?|couriel|messagerie|adresse electronique|mel)\b",
        Role.EMAIL,
        2,
    ),
    (
        r"^(?:type|nature|taille|secteur|category of|categorie) (?:de |d |of ).*(?:struct|organi|soci|entre|compan)",
        Role.NOTHING,
        0,
    ),
    (
        r"\b(?:organismes?|organi[sz]ations?|orga|structures?|societe|ste|entreprise|company|employeur|employer|"
        r"etablissement|institution|association|administration|ministere|collectivite|affiliation|"
        r"raison sociale|entite|rattachement|compagnie)\b",
        Role.ORGANISATION,
        2,
    ),
    (
        r"\b(?:fonctions?|poste|profession|job|job title|titre du poste|metier|intitule|function|"
        r"fonction occupee|responsabilite)\b|^(?:position|role)$",
        Role.FUNCTION,
        2,
    ),
    (
        r"^(?:date (?:de |d |du )?(?:la )?(?:confirmation|reponse|retour|rsvp)|confirmation date|confirme le|"
        r"date confirmed|repondu le|reponse le)$",
        Role.PRESENCE,
        2,
    ),
    (r"^(?:date|heure|time|debut|fin|start|end|started|submitted|submit)\b(?! de presence)", Role.NOTHING, 0),
    (r"\b(?:langues?|languages?|locale|lang)\b", Role.LANGUAGE, 1),
    (
        r"\b(?:presences?|presente?s?|present e|participe\w*|participation|participerez|viendra\w*|vient|viendrez|"
        r"confirm\w+|rsvp|statut|status|attend|attending|attendance|attendee status|venue|coming|serez vous|"
        r"assister\w*|assistera|inscrite?|etat|reponses?|response|reply|retour|join us|joining|venir)\b",
        Role.PRESENCE,
        2,
    ),
    (
        r"^(?:civilites?|titre|title|civ|m mme|mme m|m mme mlle|mme mlle m|genre|salutation|prefix|prefixe|politesse|"
        r"appellation|gender|sexe|honorific|attendee title|titre de civilite|formule)$",
        Role.TITLE,
        1,
    ),
    (
        r"\b(?:intervenante?s?|speakers?|vip|presse|press|orateurs?|badge|categorie|category|profil|type|tarif|"
        r"ticket type|billet|product|produit|role|qualite|marque|statut de l invite)\b",
        Role.MARK,
        1,
    ),
    (
        r"\b(?:notes?|remarques?|commentaires?|observations?|comments?|remarks?|questions?|precisions?|"
        r"informations? (?:complementaires?|utiles?)|messages?|divers|additional info\w*|souhaits?)\b",
        Role.NOTES,
        1,
    ),
    (r"\b(?:service|departement|department|direction|region)\b", Role.ORGANISATION, 1),
)
_COMPILED = tuple((re.compile(pattern), Said(role, weight=weight)) for pattern, role, weight in _RULES)
_WHOLE = re.compile(
    r"^(?:full ?name|nom complet|complete name|participante?s?|invites?|invitee?s?|attendees?|attendee name|"
    r"guests?|identite|personnes?|noms? affiche|contact|nom (?:du|de la|de l) (?:participant|participante|invite|"
    r"personne|contact|intervenant)|participant name|name of (?:guest|participant|attendee))$"
)
_CLAUSE = re.compile(r"\s*[:\]]\s*")


@lru_cache(maxsize=4096)
def said_by(label: str) -> Said:
    """Return what the label of a column says."""
    folded = fold(label)
    if not folded or len(folded) > 250:  # noqa: PLR2004 - no label, but a paragraph
        return _NONE
    if _LEAD.match(folded):
        return Said(Role.LEAD, weight=1)
    if _COMPANION.search(folded):
        return _companion(folded)
    buyer = bool(_BUYER.search(folded))
    if buyer:
        folded = " ".join(_BUYER.sub("", folded).replace(" de l ", " ").split()).removesuffix(" de l").strip()
    said = _of_person(folded, label)
    return Said(said.role, buyer, 0 if buyer else said.weight)


def _companion(folded: str) -> Said:
    if _NOT_OF_LEAD.search(folded):
        return _NONE
    if _COUNT.search(folded):
        return Said(Role.COMPANION_COUNT, weight=1)
    given, family = bool(_GIVEN.search(folded)), bool(_FAMILY.search(_GIVEN.sub("", folded)))
    if given != family and not re.search(r"\b(?:oui|si|accompagnants|personnes|companions)\b", folded):
        return Said(Role.COMPANION_GIVEN if given else Role.COMPANION_FAMILY, weight=1)
    return Said(Role.COMPANIONS, weight=1)


def _of_person(folded: str, label: str) -> Said:
    if _BOTH.search(folded) or _WHOLE.match(folded):
        tail = fold(_CLAUSE.split(label.strip().rstrip("]: "))[-1])
        return _of_person(tail, tail) if tail not in {folded, ""} else Said(Role.FULL, weight=3)
    for pattern, said in _COMPILED:
        if pattern.search(folded):
            return said
    if _GIVEN.search(folded):
        return Said(Role.GIVEN, weight=3)
    return Said(Role.FAMILY, weight=3) if _FAMILY.search(folded) else _NONE

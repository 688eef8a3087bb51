"""What a clause that no rule knows is likely to say: by what it speaks of, and whether that is denied.

A guess from single words, taken only where no sentence of the message is understood by a rule, and shown as
a guess. « J'ai trop de travail pour venir »: coming is spoken of, and « trop … pour » denies it.
"""

import re

from checkin.intake.mail.phrases import Says


def _any(words: str) -> re.Pattern[str]:
    """Return the pattern of any of these words; `*` stands for an ending, `_` for a space."""
    one = "|".join(word.replace("*", r"\w*").replace("_", " ") for word in words.split())
    return re.compile(rf"(?<!\w)(?:{one})(?!\w)")


# who is spoken of: who writes, somebody named, or those who keep the list
_SOMEBODY = re.compile(
    r"¤|(?<!\w)(?:je|j'|nous|on|moi|ma|mon|mes|notre|nos|me|m'|i|i'm|i'll|we|we'll|my|our|us)(?:(?<=')|(?!\w))"
)
_COMING = _any(
    """
    venir viendr* viens vient vienne venue particip* assist* present presente presents presentes
    presence inscription rejoin* retrouver* arriverai arriverons arrive_* parmi_vous des_votres
    avec_vous liberer me_libere libre disponib* dispo deplacer deplacerai deplacement inscrire
    inscrit* des_participants a_vos_cotes verrez verrai verra voir_jeudi m'absenter
    to_attend can_attend will_attend i_attend attending attendance
    come coming join joining be_there make_it participate present register registered be_with
    in_person on_the_list to_the_list the_morning
    """
)
_OBSTACLE = _any(
    """
    empech* retenu* pris prise absent absente absents absentes absence conge* vacances formation
    reunion seminaire colloque permanence arret malade grippe covid hospital*
    operation obligation* engagement* travail
    conflit* indispon* audience examen cours voyage l'etranger garde astreinte deuil obseques
    rendez-vous conseil comite away leave holiday busy booked clash* conflict* engaged abroad
    travelling teaching unwell ill sick commitment* unavailable
    """
)
_DENIAL = _any(
    """
    ne n'\\w+ pas plus jamais aucun* rien personne non sans ni impossible trop helas malheureusement
    passer* refus* not \\w+n't cannot unable never no unfortunately sadly too
    """
)
_DOUBT = _any(
    """
    si s'il peut-etre encore attends attendons attente dire dirai des_que selon lorsque quand voir_si
    pas_encore ignore doute incertain* whether if unclear maybe let_you_know perhaps unsure yet
    confirm_next let_you_know might depend* possibl*
    """
)
_BACK = _any(
    "supprim* retir* annul* enlev* desinscri* efface* raye* remove withdraw cancel* delete take_me_off"
)


def sense(clause: str) -> tuple[Says, re.Match[str] | None]:
    """Return what a plain clause is likely to say, and where: NOTHING if it speaks of nobody's coming."""
    coming, obstacle = _COMING.search(clause), _OBSTACLE.search(clause)
    spoken = coming or obstacle
    if spoken is None or not (_SOMEBODY.search(clause) or _BACK.search(clause)):
        return Says.NOTHING, None
    if coming and _BACK.search(clause):
        return Says.CANCELS, coming
    if _DOUBT.search(clause):
        return (Says.MAYBE if coming else Says.NOTHING), coming
    denied = bool(_DENIAL.search(clause))
    comes = not denied if coming and not obstacle else denied and not coming
    return (Says.POLITE if comes else Says.NO), spoken

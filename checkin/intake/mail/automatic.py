# ruff: noqa: E501 - a pattern reads best on one line
"""Messages that nobody wrote to answer, and whose headers don't say so: absence notices, receipts, bounces, spam."""

import re

from checkin.intake.mail.sentences import plain

_SUBJECTS = (
    re.compile(
        r"\b(?:reponse automatique|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|absence du bureau|absente? du bureau|"
        r"message d'absence|notification d'absence|autoreply|ooo\b)|^\W*absente?(?! (?:le |jeudi|a |pour |excusee?))\b.{0,30}$|^\W*absence\W*$"
    ),
    re.compile(
        r"\b(?:undeliver\w*|delivery (?:status|failure|has failed)|mail delivery|returned mail|failure notice|non remis|echec de (?:la )?(?:remise|distribution)|non distribue|remise (?:retardee|impossible)|message non)"
    ),
    re.compile(
        r"^\W*(?:lu|read|not read|non lu|confirmation de lecture|accuse de (?:lecture|reception)|read receipt|supprime sans etre lu)\s*:"
    ),
)
# An absence notice gives two of these signs, one of them how to be answered all the same.
_AWAY = re.compile(
    r"\b(?:absente?s?\b|absence\b|en conges?|conges? (?:maternite|paternite|parental|annuels?)|indisponible|on (?:annual |maternity |parental |sick )?leave|on (?:holiday|vacation)|away from|out of (?:the )?office|not in the office)"
)
_BACK = re.compile(
    r"\b(?:retour\b|jusqu'|de retour|reviens le|reprendrai|du \d{1,2} .{0,20}au \d|inclus\b|on my return|be back|returning|return to|until\b|back (?:in|on))"
)
_MEANWHILE = re.compile(
    r"\b(?:urgen\w+|en mon absence|pendant (?:mon|cette) absence|(?:vous pouvez|merci de|veuillez|a|peuvent etre) (?:\w+ )?(?:contacter|joindre|adresse\w*|ecrire)|adressez|contactez|rempla[c]ante?|prendrai connaissance|"
    r"in my absence|please contact|please email|limited access|not (?:be )?(?:checking|monitoring)|acces (?:limite|restreint|a ma messagerie)|will (?:respond|reply|read))"
)
_MACHINE = re.compile(
    r"(?:message|reponse|courriel|mail) automatique|automatic (?:reply|response|message)|automatically|ne pas repondre a ce|do not reply|out of (?:the )?office|numero de (?:ticket|dossier|demande)|ticket (?:number|#)"
)
_OF_COMING = re.compile(
    r"\b(?:viendr\w+|venir|viens|participer\w*|participation|presence|present\w*|assister\w*|rejoindre|parmi vous|des votres|invitation|le 24|jeudi|attending|attendance|join(?:ing)?|come|coming)\b"
)
_SPAM = re.compile(
    r"(?:cliquez ici|click here|se desabonner|unsubscribe|se desinscrire|gerer (?:mes|vos) preferences|desinscription|offres? exclusives?|promo(?:tion)?s?\b|livraison gratuite|gagne\w* (?:un|une|des|\d)|bitcoin|crypto|casino|viagra|lottery|million (?:dollars|euros|usd)|"
    r"devis gratuit|referencement|seo\b|votre compte (?:a ete|sera)|newsletter|webinar|remise de \d|-\d\d ?%|heritage|transfert de fonds|mot de passe)"
)


def is_automatic_subject(subject: str) -> bool:
    """Whether a subject is one that a program gives to an absence notice, a bounce or a receipt."""
    folded = plain(subject)
    return any(rule.search(folded) for rule in _SUBJECTS)


def is_notice(text: str) -> bool:
    """Whether a text is an absence notice or another program's answer, by what it says."""
    folded = plain(text)
    meanwhile, machine = bool(_MEANWHILE.search(folded)), bool(_MACHINE.search(folded))
    signs = bool(_AWAY.search(folded)) + bool(_BACK.search(folded)) + meanwhile + machine
    return signs > 1 and (meanwhile or machine) and not _OF_COMING.search(folded)


def is_advertisement(text: str) -> bool:
    """Whether a text holds two or more of the phrases that advertisements hold."""
    return len(_SPAM.findall(plain(text))) > 1

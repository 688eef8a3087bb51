"""Who wrote: the signer, the sender's display name, or what the address says; and who is the same person."""

import re
from dataclasses import replace

from checkin.domain.folding import fold, words
from checkin.intake.casing import is_capitals
from checkin.intake.mail.mentions import is_person, mentions
from checkin.intake.mail.message import Letter
from checkin.intake.mail.ordinary_words import NOT_NAMES
from checkin.intake.mail.prose import in_prose
from checkin.intake.names import understand
from checkin.intake.order import likely_given
from checkin.intake.proposals import PersonName

NOBODY = PersonName("", "")
_MOST_WORDS = 4  # in a display name without capitals
_SHORTEST_CALL_NAME = 3  # « Max » for Maxence
_BEGINNINGS = {1, *range(_SHORTEST_CALL_NAME, 20)}  # letters: an initial, or a call name
_GIVEN_AND_FAMILY = 2
_KNOWN = 2  # what `likely_given` says of a given name that is no family name
_COUPLE = re.compile(r"^([^\W\d_][\w'’-]+) (?:et|and|&) ([^\W\d_][\w'’-]+(?: [\w'’-]+){1,3})$")
_ASIDE = re.compile(
    r"\s*(?:\\?\([^)]*\)?|\[[^\]]*\]?|<[^>]*>?|\s[-–|/]\s.*$|,\s*(?:direct|chef|charg|respons|prés|minist).*$)"
)
_VIA = re.compile(r"(?i)\s+(?:via|par|de la part de|on behalf of)\s+.*$")
_SHARED_BOX = re.compile(
    r"(?:contact|info|accueil|secretariat|direction|cabinet|no-?reply|ne-pas-repondre|communication|mairie|admin|bureau|service|equipe|presidence|partenariats?|stage|courrier|pole)"
)


def writer(letter: Letter, signer: PersonName | None) -> PersonName:
    """Return who wrote a letter, as completely as signature, display name and address say it together."""
    displayed = _displayed(letter.sender)
    others = [
        one
        for one in (
            _in_order_of_address(displayed, letter.address) if displayed else None,
            _addressed(letter.address),
        )
        if one
    ]
    if signer is None:
        return next(filter(_is_whole, others), others[0]) if others else NOBODY
    for other in others:
        if _is_whole(other) and _abbreviates(signer, other):
            return _accented(other, signer)
    called = next((one for one in others if _is_call_name(signer, one) or _is_given_of(signer, one)), None)
    if called:
        return called
    if _is_whole(signer):
        return _in_order_of_address(signer, letter.address)
    for other in others:
        if _is_whole(other) and _may_be(signer, other):
            return _accented(other, signer)
    return signer if signer.family_name or not others else _completed(signer, others)


def sender_words(letter: Letter) -> frozenset[str]:
    """Return the folded words of the display name and of the address before its @."""
    return frozenset(words(_bare(letter.sender))) | frozenset(
        words(letter.address.split("@")[0].replace(".", " "))
    )


def same_person(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be one person's: one's words are among the other's, initials counted."""
    ones, others = _words(one), _words(other)
    if not ones or not others:
        return False
    if _given_apart(one, other):
        return False
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    if one.family_name and other.family_name and fold(one.family_name) != fold(other.family_name):
        joined = {fold(one.family_name).replace(" ", ""), fold(other.family_name).replace(" ", "")}
        return len(joined) == 1 or sorted(ones) == sorted(others)
    short, long = sorted((ones, others), key=len)
    return all(
        any(w == v or (len(w) == 1 and v.startswith(w)) or (len(v) == 1 and w.startswith(v)) for v in long)
        for w in short
    )


def unique(people: list[PersonName], but: PersonName = NOBODY) -> tuple[PersonName, ...]:
    """Return `people` without `but` and without the same person twice, the fullest spelling of each."""
    kept: list[PersonName] = []
    for one in people:
        if same_person(one, but):
            continue
        at = next((at for at, other in enumerate(kept) if same_person(one, other)), None)
        if at is None:
            kept.append(one)
        elif len(_words(one)) > len(_words(kept[at])):
            kept[at] = one
    return tuple(kept)


def _given_apart(one: PersonName, other: PersonName) -> bool:
    """Whether two of one family have given names of which neither begins the other: Ange, Marie-Ange."""
    short, long = sorted((words(one.given_name), words(other.given_name)), key=len)
    return (
        fold(one.family_name) == fold(other.family_name)
        and bool(short)
        and len(short[0]) > 1
        and len(short) < len(long)
        and short[0] in long[1:]
        and short[0] != long[0]
    )


def partner(letter: Letter) -> PersonName | None:
    """Return the second of a couple that shares a mailbox: « Gérard et Annie Poulain »."""
    found = _COUPLE.match(_bare(letter.sender))
    return in_prose(found[2]) if found and is_person(found[2]) else None


def _first_of_couple(displayed: str) -> str:
    couple = _COUPLE.match(displayed)
    return f"{couple[1]} {in_prose(couple[2]).family_name}" if couple and is_person(couple[2]) else displayed


def _bare(sender: str) -> str:
    return _VIA.sub("", _ASIDE.sub("", sender.replace("\\", ""))).strip(" '\"")


def _displayed(sender: str) -> PersonName | None:
    bare = _first_of_couple(_bare(sender))
    if "@" in bare:
        return _addressed(bare)
    if "," in bare:
        family, given = (side.strip() for side in bare.split(",", 1))
        return understand(f"{family}, {given}") if is_person(f"{given} {family}") else None
    if is_person(bare):
        return mentions(bare)[0].name
    named = mentions(bare)
    if len(named) == 1 and set(words(bare[: named[0].start] + bare[named[0].end :])) <= NOT_NAMES:
        return named[0].name  # « Général Jean-Marc Oster »
    parts = re.split(r"[\s.]+", bare)
    if (
        1 < len(parts) <= _MOST_WORDS
        and any(map(likely_given, parts))
        and bare.replace(".", " ").replace(" ", "").isalpha()
    ):
        return in_prose(" ".join(part.title() for part in parts))
    return None


def _addressed(address: str) -> PersonName | None:
    """« prenom.nom@ » and « nom-prenom@ » name somebody; « contact@ » doesn't."""
    local = address.split("@", maxsplit=1)[0]
    parts = [part for part in re.split(r"[._]", re.sub(r"\d+$", "", local)) if part]
    if (
        len(parts) != _GIVEN_AND_FAMILY
        or _SHARED_BOX.search(local)
        or not all(re.fullmatch(r"[^\W\d_-]{2,}(?:-[^\W\d_]+)*", p) for p in parts)
    ):
        return None
    return in_prose(" ".join("-".join(piece.title() for piece in part.split("-")) for part in parts))


def _abbreviates(signer: PersonName, whole: PersonName) -> bool:
    """Whether a signature holds but initials of the given names: « PE Thoreau » of Paul-Émile, « JR »."""
    given, family = words(whole.given_name), words(whole.family_name)
    short = "".join(word[0] for word in given)
    rest = [word for word in _words(signer) if word not in family]
    written = "".join(rest)
    return (
        bool(rest)
        and len(rest) < len(_words(signer)) + (not signer.family_name)
        and written in {short, short + "".join(word[0] for word in family)}
        and bool(short[1:])
    )


def _is_call_name(signer: PersonName, whole: PersonName) -> bool:
    """Whether one of the same family signs with a shorter given name: Seb, Nate, Funke of Olufunke."""
    short, long = (fold(one.given_name) for one in (signer, whole))
    begins = long[:_SHORTEST_CALL_NAME] == short[:_SHORTEST_CALL_NAME]
    return (
        _is_whole(signer)
        and fold(signer.family_name) == fold(whole.family_name)
        and _SHORTEST_CALL_NAME <= len(short) < len(long)
        and (begins or long.endswith(short))
    )


def _is_given_of(signer: PersonName, whole: PersonName) -> bool:
    """Whether somebody signs with both given names and no family name: « Thi Mai »."""
    given = words(whole.given_name)
    return _is_whole(whole) and len(given) > 1 and _words(signer) == given


def _in_order_of_address(name: PersonName, address: str) -> PersonName:
    """Return `name` turned round if its address is given.family@ and no capitals say otherwise."""
    local = address.split("@", maxsplit=1)[0].split(".")
    given, family = (fold(part).replace(" ", "") for part in (name.given_name, name.family_name))
    short = "".join(word[0] for word in words(name.family_name))  # m.placide@, rm.celestin@
    if len(local) != _GIVEN_AND_FAMILY or fold(local[1]) != given or fold(local[0]) not in {family, short}:
        return name
    if any(map(is_capitals, name.written.split())):
        return name
    told = likely_given(name.given_name) == _KNOWN and likely_given(name.family_name) == 0
    if told and "-" not in name.family_name and fold(local[0]) == family:
        return name  # « dupont.sophie@ »
    return replace(name, given_name=name.family_name, family_name=name.given_name)


def _is_whole(name: PersonName) -> bool:
    parts = (name.given_name, name.family_name)
    return all(parts) and not any(re.fullmatch(r"(?:\w\.?-?)+(?<!\w\w)\.?", part) for part in parts)


def _may_be(short: PersonName, whole: PersonName) -> bool:
    """Whether a part of a name, initials too, is of a whole one: « Max », « Jack T. », « M. Dupont »."""
    wholes = _words(whole)
    family = words(short.family_name)
    return any(_begins(w, v) for w in _words(short) for v in wholes) and (
        not family
        or not short.given_name
        or bool(set(family) & set(wholes))
        or (len(family[0]) == 1 and words(whole.family_name)[0].startswith(family[0]))
    )


def _begins(short: str, whole: str) -> bool:
    return short == whole or (len(short) in _BEGINNINGS and whole.startswith(short))


def _completed(signer: PersonName, others: list[PersonName]) -> PersonName:
    """Return who a lone given name is, if display name or address says it."""
    return next((one for one in others if _may_be(signer, one)), signer)


def _accented(whole: PersonName, signer: PersonName) -> PersonName:
    """Return `whole` with the given name as it was signed: an address has no accents."""
    if signer.given_name and fold(signer.given_name) == fold(whole.given_name):
        return replace(whole, given_name=signer.given_name)
    return whole


def completed(name: PersonName, elsewhere: list[PersonName]) -> PersonName:
    """Return a name of which only a part was written, as it stands whole elsewhere in the message."""
    spelt_out = [one for one in elsewhere if _is_whole(one) and _abbreviates(name, one)]
    if spelt_out:
        return spelt_out[0]
    if _is_whole(name) or not (name.given_name or name.family_name):
        return name
    whole = [one for one in elsewhere if _is_whole(one) and _may_be(name, one)]
    return replace(whole[0], title=name.title or whole[0].title) if whole else name


def _words(name: PersonName) -> tuple[str, ...]:
    return (*words(name.given_name), *words(name.family_name))

"""How far two parts of a name agree, and why: the words that the comparison of names is made in."""

from dataclasses import dataclass
from enum import StrEnum

SAME = 0  # however it is spelled
KNOWN = 1  # a usual form of the same; one of them makes a match, two are looked at
DOUBTFUL = 2  # a human looks
OTHER = 9  # another name


class NameReason(StrEnum):
    """What the card points at; its words are made elsewhere."""

    ORDER = "order"  # given name and surname stand the other way round on the list
    PARTICLE = "particle"  # one side has a particle (de, von, El) that the other lacks
    SPELLING = "spelling"  # another spelling or transliteration of the same name
    SHORT_FORM = "short_form"  # a usual short form or nickname
    TYPING = "typing"  # a slip of the hand apart
    CLOSE_NAMES = "close_names"  # two given names a letter apart: Jean and Jeanne, Pascal and Pascale
    INITIAL = "initial"  # one side has initials only
    COMPOUND = "compound"  # a compound given name, or two given names: they differ in a part
    SECOND_GIVEN_NAME = "second_given_name"  # the list has what the document has further on
    GIVEN_CUT = "given_cut"  # the document's given names end where its field does
    FAMILY_CUT = "family_cut"  # the document's surname ends where its field does
    GIVEN_MISSING = "given_missing"  # one side has no given name
    ONE_OF_TWO = "one_of_two"  # one side has one of the other's two surnames
    USAGE_NAME = "usage_name"  # surnames differ: a usage name or a birth name?
    GENERATION = "generation"  # a father's and a son's mark (Jr, Sr) differ
    SCRIPT = "script"  # the list has the name in a script that is compared by eye
    OTHER_GIVEN = "other_given"
    OTHER_FAMILY = "other_family"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two parts agree (SAME to OTHER), and why not wholly; None where there is nothing to say."""

    weight: int
    reason: NameReason | None = None

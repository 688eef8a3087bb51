"""Address cards of every version."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.errors import InputError
from checkin.intake.lists.vcard import _cards
from checkin.intake.proposals import Reading

CARDS = {
    "3.0": (
        """
BEGIN:VCARD
VERSION:3.0
N:DI MARTINO;Nicolas;;M.;
FN:Nicolas DI MARTINO
ORG:ZQSD Productions;Studio
EMAIL;TYPE=INTERNET:nicolas@example.org
TITLE:Producteur
END:VCARD""",
        ["Nicolas / Di Martino <nicolas@example.org> [ZQSD Productions]"],
    ),
    "2.1, quoted-printable": (
        """
BEGIN:VCARD
VERSION:2.1
N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:d'ARTOIS;H=E9l=E8ne
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89cole de la=
 seconde chance
EMAIL;INTERNET:helene@example.org
END:VCARD""",
        ["Hélène / d'Artois <helene@example.org> [École de la seconde chance]"],
    ),
    "4.0, folded lines, groups and escapes": (
        """
BEGIN:VCARD
VERSION:4.0
FN:Yann LE
  GOFF
item1.EMAIL;PREF=1:yann@example.org
EMAIL:other@example.org
ORG:Mairie\\, service culture
PHOTO:data:image/png;base64,AAAA
 AAAA
END:VCARD""",
        ["Yann / Le Goff <yann@example.org> [Mairie, service culture]"],
    ),
    "4.0, ranks of addresses, and two family names": (
        """
BEGIN:VCARD
VERSION:4.0
N:García,Lopez;Ana;;;
FN:Ana García Lopez
EMAIL;PREF=2:old@example.org
EMAIL;PREF=1:ana@example.org
END:VCARD""",
        ["Ana / García Lopez <ana@example.org>"],
    ),
    "3.0, preference among types": (
        """
BEGIN:VCARD
VERSION:3.0
FN:DUPONT Jean
EMAIL;TYPE=home:home@example.org
EMAIL;TYPE="work,pref":jean@example.org
END:VCARD""",
        ["Jean / Dupont <jean@example.org>"],
    ),
    "2.1, soft line breaks, a photograph, small letters": (
        """
begin:vcard
version:2.1
n;charset=utf-8;encoding=quoted-printable:Lef=C3=A8v=
re;Zo=C3=A9
photo;jpeg;encoding=base64:
 /9j/4AAQSkZJRgABAQ=

email;pref;internet:zoe@example.org
org:AFPA;
end:vcard""",
        ["Zoé / Lefèvre <zoe@example.org> [AFPA]"],
    ),
    "an address for a name": (
        """BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:info@example.org
EMAIL:info@example.org
END:VCARD""",
        ["line 1"],
    ),
    "several: one twice, one of a house, one cut short": (
        """BEGIN:VCARD
FN:Jean Dupont
END:VCARD
BEGIN:VCARD
FN:Mairie
ORG:Mairie
END:VCARD
BEGIN:VCARD
N:Dupont;Jean;;;
EMAIL:jean@example.org
END:VCARD
BEGIN:VCARD
N:Petit;Léa;;;
""",
        ["Jean / Dupont <jean@example.org>", "Léa / Petit", "line 4"],
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "expected"), CARDS.values(), ids=CARDS.keys())
def test_cards_of_every_version_are_read(
    text: str,
    expected: list[str],
    ending: str,
    read_text: Callable[..., Reading],
    in_words: Callable[[Reading], list[str]],
) -> None:
    assert in_words(read_text(text.replace("\n", ending), name="contacts.vcf")) == expected


def test_a_file_without_cards_is_refused(read_text: Callable[..., Reading]) -> None:
    with pytest.raises(InputError):
        read_text("Nom;Prénom\n", name="contacts.vcf")


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    assert isinstance(list(_cards(f"BEGIN:VCARD\n{text}")), list)

"""The code on the confirmation, and every way to spoil one."""

import random
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.ticket import ALPHABET, LENGTH, Ticket, Unreadable, code_for, digest, grouped, read

SECRET = bytes(range(32))
CODE = code_for(SECRET, UUID(int=1))

secrets = st.binary(min_size=32, max_size=32)
codes = st.builds(code_for, secrets, st.uuids())


def test_a_code_is_the_same_for_ever() -> None:
    """What stands on paper must still be read by the next version."""
    assert CODE == "BTECDVLUHCCNBIRCHHJKFURKIEFHFLCU"


@given(codes)
def test_a_code_has_the_letters_that_every_keyboard_has(code: str) -> None:
    assert len(code) == LENGTH == 32
    assert set(code) <= set(ALPHABET) == set("CBDEFGHIJKLNRTUV")


@given(codes)
def test_a_code_is_read_as_it_was_made(code: str) -> None:
    assert read(code) == code
    assert read(grouped(code)) == code
    assert grouped(code) == " ".join((code[:8], code[8:16], code[16:24], code[24:]))


@given(secrets, st.uuids(), st.uuids())
def test_each_ticket_has_its_own_code(secret: bytes, one: UUID, other: UUID) -> None:
    assert (code_for(secret, one) == code_for(secret, other)) is (one == other)


@given(secrets, secrets, st.uuids())
def test_another_secret_makes_another_code(one: bytes, other: bytes, ticket_id: UUID) -> None:
    assert (code_for(one, ticket_id) == code_for(other, ticket_id)) is (one == other)


@pytest.mark.parametrize("place", range(LENGTH))
def test_every_wrong_letter_is_told(place: int) -> None:
    for wrong in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") - {CODE[place]}:
        assert read(CODE[:place] + wrong + CODE[place + 1 :]) is Unreadable.MISREAD


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_wrong_letter_of_any_code_is_told(code: str, place: int, wrong: str) -> None:
    spoilt = code[:place] + wrong + code[place + 1 :]
    assert read(spoilt) == (code if spoilt == code else Unreadable.MISREAD)


@given(codes, st.integers(0, LENGTH - 2))
def test_two_swapped_letters_are_told(code: str, place: int) -> None:
    spoilt = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert read(spoilt) == (code if spoilt == code else Unreadable.MISREAD)


@given(codes, st.integers(0, LENGTH - 1))
def test_a_lost_letter_is_told(code: str, place: int) -> None:
    assert read(code[:place] + code[place + 1 :]) is Unreadable.MISREAD


@given(codes, st.integers(0, LENGTH - 1), st.integers(1, 4), st.randoms(use_true_random=False))
def test_up_to_four_spoilt_letters_in_a_row_are_told(
    code: str, start: int, length: int, chance: random.Random
) -> None:
    """A burst of 16 bits or fewer never slips through the CRC."""
    end = min(start + length, LENGTH)
    burst = "".join(chance.choice(ALPHABET) for _ in range(start, end))
    spoilt = code[:start] + burst + code[end:]
    assert read(spoilt) == (code if spoilt == code else Unreadable.MISREAD)


def test_random_letters_are_no_code() -> None:
    chance = random.Random(2022)  # noqa: S311 - a test that repeats itself
    tried = 50_000
    passed = sum(
        read("".join(chance.choices(ALPHABET, k=LENGTH))) is not Unreadable.MISREAD for _ in range(tried)
    )
    assert passed <= 5  # one in 65,536 has the right check by chance


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "{}\r\n",
        "{}\t",
        "\x02{}\x03",
        "]Q3{}\r",  # AIM identifiers (ISO/IEC 15424): QR, Data Matrix, Code 128, Aztec
        "]Q1{}",
        "]d2{}",
        "]C0{}",
        "]z3{}",
        "$Q&{}",  # ]Q1 through a French keyboard: every key is another
        "*{}*",
        "QR:{}",
        "https://example.org/t/{}?x=1",
        "*** {} ***",
        "Code\u00a0: {}",
    ],
)
@given(code=codes)
def test_what_a_scanner_adds_is_ignored(around: str, code: str) -> None:
    assert read(around.format(code)) == code
    assert read(around.format(code.lower())) == code
    assert read(around.format(code.swapcase())) == code


@given(codes, st.lists(st.integers(0, LENGTH), max_size=12), st.sampled_from(" \t\n\r\u00a0\u202f"))
def test_blanks_anywhere_are_ignored(code: str, places: list[int], blank: str) -> None:
    for place in places:
        code = code[:place] + blank + code[place:]
    assert read(code) == "".join(code.split())


@given(codes, st.text(ALPHABET, max_size=6), st.text(ALPHABET, max_size=6))
def test_a_code_is_found_between_letters_of_its_own_alphabet(code: str, before: str, after: str) -> None:
    found = read(before + code + after)
    assert isinstance(found, str)
    assert found in before + code + after


@pytest.mark.parametrize("around", ["]Q3{}", "]d2{}", "{}\r\n", "<{}>"])
@pytest.mark.parametrize("lost", [0, 15, 31])
def test_a_lost_letter_is_told_after_a_scanner_s_prefix(around: str, lost: int) -> None:
    assert read(around.format(CODE[:lost] + CODE[lost + 1 :])) is Unreadable.MISREAD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\r\n",
        "Jean Dupont",
        "CBDEFGHI",  # the first group alone
        CODE[:16],
        CODE[:29],
        "https://www.example.org/billet/6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "https://example.org/" + "abc123" * 20,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Dupont;Jean\r\nTEL:+33123456789\r\nEND:VCARD\r\n",
        "WIFI:S:invites;T:WPA;P:motdepasse;;",
        "6f9619ff8b86d011b42d00c04fc964ff",  # 32 hexadecimal digits
        "0123456789" * 3 + "01",
        "IDFRADUPONT<<<<<<<<<<<<<<<<<<<<<<<<<",  # a card's own lines, scanned into the wrong field
        "9206101234567JEAN<<MARIE<<<<7505126M8",
        "SPCAPECB5DEMONSTRATION123456ABCD",  # other tickets
        "M1DUPONT/JEAN E123456 CDGJFKAF 0022 328Y014C0007 100",
        "3760123456789",
        "&é\"'(-è_çà" * 3 + "&é",  # digits of a badge through a French keyboard
        "\u0000" * 32,
        "ＣＢＤＥ" * 8,
        "🎫" * 32,
        "С" * 32,  # Cyrillic
        "é" * 32,
        "e\u0301" * 32,
    ],
)
def test_what_is_not_ours_is_foreign(text: str) -> None:
    assert read(text) is Unreadable.FOREIGN


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    found = read(text)
    assert isinstance(found, Unreadable) or len(found) == LENGTH


@given(codes, codes)
def test_the_database_recognises_a_code_by_its_digest(one: str, other: str) -> None:
    assert len(digest(one)) == 32
    assert (digest(one) == digest(other)) is (one == other)


def test_a_ticket_lives_until_it_is_revoked() -> None:
    now = datetime(2022, 11, 24, 9, tzinfo=UTC)
    assert Ticket(UUID(int=1), UUID(int=2), UUID(int=3), now).is_live
    assert not Ticket(UUID(int=1), UUID(int=2), UUID(int=3), now, now).is_live

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.keyboards import LAYOUTS, PLACES, Stroke, as_on, meant, on_keys_of
from checkin.domain.ticket import code_for, read

CODE = code_for(bytes(32), UUID(int=7))
MRZ = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F4012315<<<<<<<<<<<<<<06",
    "IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n9007138F3002119FRA<<<<<<<<<<<6\nMARTIN<<MAELYS<GAELLE<MARIE<<<",
    "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6",
)
FOREIGN = (
    "https://example.org/t/12?id=34&k=Zz_9",
    "BEGIN:VCARD\nFN:Zoe Martin\nEND:VCARD",
    "WIFI:T:WPA;S:hall;;",
)


def on(computer: str, keys: list[Stroke], *, caps: bool = False, told: bool = True) -> list[Stroke]:
    """Return what a computer with that layout makes of keys, and whether it tells which they were."""
    shown = [as_on(computer, [key]) or "" for key in keys]
    shown = [letter.swapcase() if caps else letter for letter in shown]
    return [
        Stroke(letter, key.place, key.shift) if told else Stroke(letter)
        for letter, key in zip(shown, keys, strict=True)
    ]


def keys_of(scanner: str, text: str) -> list[Stroke]:
    keys = on_keys_of(scanner, text)
    assert keys is not None
    return keys


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_a_letter_for_every_place(layout: str) -> None:
    assert [len(row) for row in LAYOUTS[layout]] == [len(PLACES)] * 2


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("computer", LAYOUTS)
@pytest.mark.parametrize("scanner", LAYOUTS)
def test_a_code_is_read_on_every_keyboard(scanner: str, computer: str, *, caps: bool) -> None:
    typed = on(computer, keys_of(scanner, CODE), caps=caps)
    assert read(meant(typed)) == CODE


@pytest.mark.parametrize("computer", LAYOUTS)
@pytest.mark.parametrize("scanner", ["us", "fr", "de"])
@pytest.mark.parametrize("text", MRZ)
def test_the_lines_of_a_document_are_read_where_the_keys_are_told(
    scanner: str, computer: str, text: str
) -> None:
    if scanner == "us":
        assert meant(on(computer, keys_of("us", text))) == text
    else:
        assert meant(on(computer, keys_of(scanner, text))).upper() == text


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("computer", ["us", "fr", "be"])
@pytest.mark.parametrize("text", MRZ)
def test_the_lines_of_a_document_are_read_by_what_was_shown_too(
    computer: str, text: str, *, caps: bool
) -> None:
    assert meant(on(computer, keys_of("us", text), caps=caps, told=False)).upper() == text


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("computer", ["us", "fr", "be"])
@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_not_ours_comes_as_it_was_meant(computer: str, text: str, *, told: bool) -> None:
    keys = [key for key in keys_of("us", text) if key.shown != "="]
    expected = text.replace("=", "")
    assert meant(on(computer, keys, told=told)) == expected


def test_a_keyboard_of_another_script_is_read_by_its_keys() -> None:
    shown = [Stroke("ж", key.place, key.shift) for key in keys_of("us", CODE)]
    assert read(meant(shown)) == CODE


def test_a_dead_key_before_the_code_does_not_matter() -> None:
    prefix = [Stroke("", PLACES[23], shift=False)]
    assert read(meant([*prefix, *on("ch", keys_of("us", CODE))])) == CODE


@given(st.text(max_size=80))
def test_nothing_is_made_of_what_is_not_sure(text: str) -> None:
    found = meant([Stroke(letter) for letter in text])
    assert found == text or "<" in found or ":" in found or "www." in found.lower()

"""Machine-readable zones: specimens as their issuers publish them, corrupted, mangled, at random."""

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.identity.check_digits import ALPHABET, check_digit
from checkin.domain.identity.checks import DocumentKind
from checkin.domain.identity.document import Document, Field, Format, PartialDate, Reason, Sex, Unread
from checkin.domain.identity.layouts import LAYOUTS
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.specimen import printed_name, write

TODAY = date(2022, 11, 24)

# What ICAO 9303 and issuing States publish as specimens; the others are written by hand for invented people.
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
TD1_LONG = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
MRV_A = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"
CARD = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6"
SPECIMENS = {
    "TD1": TD1,
    "TD1 long": TD1_LONG,
    "TD2": TD2,
    "TD3": TD3,
    "MRV-A": MRV_A,
    "MRV-B": MRV_B,
    "French card": CARD,
}


def document(text: str, today: date = TODAY) -> Document:
    found = parse(text, today)
    assert isinstance(found, Document), found
    return found


def refusal(text: str) -> Unread:
    found = parse(text, TODAY)
    assert isinstance(found, Unread)
    return found


def lines(layout: Format, **values: str) -> str:
    return "\n".join(write(layout, {Field(name): value for name, value in values.items()}))


def passport(name: str = "DARTOIS<<PASCALE<MARIE", **values: str) -> str:
    person = {"code": "P", "state": "FRA", "nationality": "FRA", "number": "12AB34567"}
    return lines(
        Format.TD3, **person | {"birth": "700212", "sex": "F", "expiry": "290131", "name": name} | values
    )


@pytest.mark.parametrize(
    ("name", "layout", "number", "birth", "expiry"),
    [
        ("TD1", Format.TD1, "D23145890", (1974, 8, 12), (2012, 4, 15)),
        ("TD1 long", Format.TD1, "D23145890734", (1934, 7, 12), (1995, 7, 12)),
        ("TD2", Format.TD2, "D23145890", (1974, 8, 12), (2012, 4, 15)),
        ("TD3", Format.TD3, "L898902C3", (1974, 8, 12), (2012, 4, 15)),
        ("MRV-A", Format.MRV_A, "L8988901C", (1940, 9, 7), (1996, 12, 10)),
        ("MRV-B", Format.MRV_B, "L8988901C", (1940, 9, 7), (1996, 12, 10)),
    ],
)
def test_the_specimens_of_icao(
    name: str, layout: Format, number: str, birth: tuple[int, int, int], expiry: tuple[int, int, int]
) -> None:
    read = document(SPECIMENS[name])
    assert (read.format, read.number) == (layout, number)
    assert read.birth == PartialDate(*birth)
    assert read.expiry == PartialDate(*expiry)
    assert read.issuing_state == "UTO"
    assert len(read.checks) == len(LAYOUTS[layout].rules)
    assert all(check.holds for check in read.checks)


def test_a_passport_field_by_field() -> None:
    read = document(TD3)
    assert read.code == "P"
    assert read.kind is DocumentKind.PASSPORT
    assert (read.name.family, read.name.given) == (("ERIKSSON",), ("ANNA", "MARIA"))
    assert not read.name.family_cut
    assert read.sex is Sex.FEMALE
    assert read.nationality == "UTO"
    assert read.optional == ("ZE184226B",)
    assert [(check.field, check.line, check.column) for check in read.checks] == [
        (Field.NUMBER, 2, 10),
        (Field.BIRTH, 2, 20),
        (Field.EXPIRY, 2, 28),
        (Field.OPTIONAL, 2, 43),
        (Field.COMPOSITE, 2, 44),
    ]


def test_the_french_card_of_1995_to_2021() -> None:
    read = document(CARD)
    assert read.format is Format.FRENCH_CARD
    assert read.kind is DocumentKind.IDENTITY_CARD
    assert (read.name.family, read.name.given) == (("BERTHIER",), ("CORINNE",))
    assert read.number == "880692310285"
    assert read.issued == PartialDate(1988, 6)
    assert read.birth == PartialDate(1965, 12, 6)
    assert read.expiry is None


def test_the_french_card_tells_compounds_from_second_given_names() -> None:
    text = lines(
        Format.FRENCH_CARD,
        code="ID",
        state="FRA",
        family="DE<LA<ROCHE",
        office="0A2B01",
        number="0901750A0001",
        given="JEAN<LUC<<EMIL",
        birth="050101",
        sex="M",
    )
    read = document(text)
    assert (read.name.family, read.name.given) == (("DE", "LA", "ROCHE"), ("JEAN LUC", "EMIL"))
    assert read.name.given_cut
    assert not read.name.family_cut
    assert read.birth == PartialDate(2005, 1, 1)


def test_what_is_wrong_is_marked_where_it_stands() -> None:
    first, second = TD3.split()
    wrong = refusal(f"{first}\n{second.replace('7408122', '7408132')}")
    assert wrong.marked()[0] == ((first, False),)
    assert [piece for piece, is_wrong in wrong.marked()[1] if is_wrong] == ["7408132", second[-1]]
    assert refusal(f"{first}\n{second[:-2]}").marked()[1] == ((second[:-2], False), ("··", True))
    broken = refusal(f"{first}\n{second[:38]}9\n{second[39:]}")
    assert [problem.line for problem in broken.problems] == [2, 3]
    assert refusal("Pascale d'Artois").marked() == ()


def test_nobody_is_born_after_their_card_was_issued() -> None:
    values = {"code": "ID", "state": "FRA", "family": "ROCHE", "given": "EMILE", "sex": "M"}
    text = lines(Format.FRENCH_CARD, number="000975010001", birth="050101", **values)
    assert document(text).birth == PartialDate(1905, 1, 1)


def test_the_french_licence() -> None:
    read = document(
        lines(
            Format.FRENCH_LICENCE,
            code="D1",
            state="FRA",
            number="13AA00002",
            expiry="281231",
            family="MARTINEZ",
        )
    )
    assert read.kind is DocumentKind.DRIVING_LICENCE
    assert (read.name.family, read.name.given, read.name.family_cut) == (("MARTINEZ",), (), True)
    assert read.expiry == PartialDate(2028, 12, 31)


@pytest.mark.parametrize(
    ("code", "state", "kind"),
    [
        ("ID", "FRA", DocumentKind.IDENTITY_CARD),
        ("IR", "FRA", DocumentKind.RESIDENCE_PERMIT),
        ("AR", "D", DocumentKind.RESIDENCE_PERMIT),
        ("C", "CHE", DocumentKind.IDENTITY_CARD),
        ("AC", "UTO", DocumentKind.OTHER),
        ("IP", "USA", DocumentKind.PASSPORT),
    ],
)
def test_the_kind_of_a_card_is_in_its_code(code: str, state: str, kind: DocumentKind) -> None:
    text = lines(
        Format.TD1,
        code=code,
        state=state,
        number="X4RTBPFW4",
        birth="900713",
        sex="F",
        expiry="300211",
        nationality=state,
        name="MARTIN<<MAELYS<GAELLE<MARIE",
    )
    read = document(text)
    assert (read.kind, read.issuing_state, read.format) == (kind, state, Format.TD1)


def test_a_romanian_card_begins_as_the_french_one_does() -> None:
    text = lines(
        Format.TD2,
        code="ID",
        state="ROU",
        name="POPESCU<<ION<ANDREI",
        number="SX123456",
        nationality="ROU",
        birth="851203",
        sex="M",
        expiry="251203",
        optional="1032221",
    )
    read = document(text)
    assert (read.format, read.kind) == (Format.TD2, DocumentKind.IDENTITY_CARD)
    assert read.name.given == ("ION", "ANDREI")


def test_a_td2_of_france_itself_is_told_from_the_old_card_by_its_check_digits() -> None:
    text = lines(
        Format.TD2,
        code="ID",
        state="FRA",
        name="BERTHIER<<CORINNE",
        number="X4RTBPFW4",
        nationality="FRA",
        birth="651206",
        sex="F",
        expiry="290101",
    )
    assert document(text).format is Format.TD2


@pytest.mark.parametrize("number", ["590330101085", "0005904483012", "ABCDEFGHIJKLMNOP"])
def test_a_long_number_with_either_way_of_check_digit(number: str) -> None:
    values = {
        "code": "ID",
        "state": "BEL",
        "birth": "850201",
        "sex": "F",
        "expiry": "290101",
        "nationality": "BEL",
        "name": "PEETERS<<MARIE",
    }
    text = lines(Format.TD1, number=number, **values)
    read = document(text)
    assert read.number == number
    assert read.checks[0].column == 15 + len(number) - 9 + 1
    tail = number[9:]
    counted = tail + check_digit(number[:9] + "<" + tail)
    other = list(text.split("\n"))
    other[0] = other[0][:15] + counted.ljust(15, "<")
    other[1] = other[1][:29] + check_digit(other[0][5:] + other[1][:7] + other[1][8:15] + other[1][18:29])
    assert document("\n".join(other)).number == number


def test_a_name_that_fills_its_field_may_go_on() -> None:
    read = document(passport("PAPANDROPOULOU<KONSTANTINIDOU<<ELENA<MARIA"[:39]))
    assert read.name.given_cut
    assert read.name.family == ("PAPANDROPOULOU", "KONSTANTINIDOU")


def test_a_name_of_one_part() -> None:
    read = document(passport("ARKFREITH"))
    assert (read.name.family, read.name.given) == (("ARKFREITH",), ())


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("<<<<<<", None),
        ("74<<<<", PartialDate(1974)),
        ("7408<<", PartialDate(1974, 8)),
        ("220101", PartialDate(2022, 1, 1)),
        ("221231", PartialDate(1922, 12, 31)),
        ("000229", PartialDate(2000, 2, 29)),
        ("230229", None),
    ],
)
def test_births_are_past_and_may_be_unknown(printed: str, known: PartialDate | None) -> None:
    found = parse(passport(birth=printed), TODAY)
    if printed == "230229":
        assert isinstance(found, Unread)
        assert found.problems[0].reason is Reason.WRONG_DATE
    else:
        assert isinstance(found, Document)
        assert found.birth == known


@pytest.mark.parametrize("text", SPECIMENS.values(), ids=SPECIMENS)
@pytest.mark.parametrize("between", ["\r\n", "\r", "\t", "", "\n\n", "\x1d", " \n "])
@pytest.mark.parametrize("change", [str.upper, str.lower, str.swapcase])
def test_however_a_reader_parts_its_lines(text: str, between: str, change: type[str]) -> None:
    assert parse(change(text).replace("\n", between) + between, TODAY) == parse(text, TODAY)


FRENCH = str.maketrans("1234567890qwazm<QWAZM", "&é\"'(-è_çàazqw,.AZQW?")
FRENCH_CAPS = str.maketrans("QWAZM<", "azqw,;")  # after lower(): every key turns round
FRENCH_CAPS_SMALL = str.maketrans("qwazm<", "AZQW?;")
LINUX_CAPS = str.maketrans("1234567890qwazm<", "&É\"'(-È_ÇÀazqw?.")
BELGIAN = str.maketrans("1234567890qwazm<QWAZM", "&é\"'(§è!çàazqw,.AZQW?")
GERMAN = str.maketrans("yz<YZ", "zy;ZY")
AMERICAN = str.maketrans("1234567890QWAZM<", "!@#$%^&*()AZQW:\\")  # a reader set up as French


@pytest.mark.parametrize(
    "text", [*SPECIMENS.values(), passport("MAZQUEZ<<WAYNE<QAYS")], ids=[*SPECIMENS, "all moved"]
)
@pytest.mark.parametrize(
    "layout",
    [FRENCH, BELGIAN, GERMAN, AMERICAN],
    ids=["French", "Belgian", "German", "American"],
)
@pytest.mark.parametrize("between", ["\r", ""])
def test_what_another_keyboard_made_of_it_is_undone(text: str, layout: dict[int, int], between: str) -> None:
    mangled = text.translate(layout).replace("\n", between)
    assert parse(mangled, TODAY) == parse(text, TODAY)


@pytest.mark.parametrize("text", [TD3, CARD, passport("MAZQUEZ<<WAYNE<QAYS")])
def test_caps_lock_on_a_french_keyboard_is_undone(text: str) -> None:
    read = parse(text, TODAY)
    assert parse(text.translate(FRENCH_CAPS).lower(), TODAY) == read
    assert parse(text.lower().translate(FRENCH_CAPS_SMALL).upper(), TODAY) == read
    accented = text.swapcase().translate(LINUX_CAPS)
    assert parse(accented, TODAY) == read


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_wrong_character_that_a_check_digit_covers_is_noticed(name: str) -> None:
    text = SPECIMENS[name]
    good = document(text)
    rows = text.split("\n")
    value = {letter: check_digit(letter) for letter in ALPHABET}
    for rule in LAYOUTS[good.format].rules:
        for span in (*rule.over, rule.at):
            for column in range(span.first - 1, span.last):
                row = rows[span.line - 1]
                for letter in ALPHABET:
                    if value[letter] != value[row[column]]:  # 0 and A weigh the same: no sum tells them apart
                        changed = row[:column] + letter + row[column + 1 :]
                        bad = [*rows[: span.line - 1], changed, *rows[span.line :]]
                        assert isinstance(parse("\n".join(bad), TODAY), Unread), (span, column, letter)


@pytest.mark.parametrize(
    ("bad", "reason", "place"),
    [
        (TD3.replace("L898902C36", "L898902C46"), Reason.WRONG_CHECK_DIGIT, (Field.NUMBER, 2, 1, 10)),
        (TD3.replace("7408122F", "7408132F"), Reason.WRONG_CHECK_DIGIT, (Field.BIRTH, 2, 14, 20)),
        (TD3.replace("7408122F", "7448122F"), Reason.WRONG_CHECK_DIGIT, (Field.BIRTH, 2, 14, 20)),
        (TD3[:-1] + "1", Reason.WRONG_CHECK_DIGIT, (Field.COMPOSITE, 2, 44, 44)),
        (TD3.replace("7408122F", "74O8122F"), Reason.WRONG_CHARACTER, (Field.BIRTH, 2, 16, 16)),
        (TD3.replace("ANNA", "ANN4"), Reason.WRONG_CHARACTER, (Field.NAME, 1, 19, 19)),
        (TD3.replace("ANNA", "ANNÀ"), Reason.WRONG_CHARACTER, (None, 1, 19, 19)),
        (TD3[:-1], Reason.WRONG_LENGTH, (None, 2, 44, 44)),
        (TD3 + "<<", Reason.WRONG_LENGTH, (None, 2, 45, 46)),
        (TD3.replace("<\n", "\n"), Reason.WRONG_LENGTH, (None, 1, 44, 44)),
        (TD1.replace("\n", "", 1).replace("<6", "6"), Reason.WRONG_LENGTH, (None, 3, 30, 30)),
        (CARD.replace("CORINNE", "CORINNA"), Reason.WRONG_CHECK_DIGIT, (Field.COMPOSITE, 2, 36, 36)),
    ],
)
def test_a_mistake_is_shown_at_its_place(
    bad: str, reason: Reason, place: tuple[Field | None, int, int, int]
) -> None:
    found = refusal(bad)
    assert found.reason is reason
    problem = found.problems[0]
    assert (problem.field, problem.line, problem.first, problem.last) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \r\n",
        "Pascale d'Artois",
        "CBDEFGHIJKLNRTUVCBDEFGHIJKLNRTUV",
        "<" * 90,
        "https://example.org/?q=<<<<<<<<",
    ],
)
def test_other_texts_are_no_zone(text: str) -> None:
    assert refusal(text).reason is Reason.NOT_AN_MRZ


def test_blanks_typed_for_fillers_are_understood() -> None:
    assert parse(TD2.replace("<", " "), TODAY) == parse(TD2, TODAY)


def test_nobody_is_born_after_their_document_ran_out() -> None:
    values = {Field.CODE: "P", Field.STATE: "FRA", Field.NAME: "BRUN<<SIMONE", Field.NUMBER: "1"}
    zone = write(Format.TD3, values | {Field.BIRTH: "150101", Field.EXPIRY: "130215"})
    read = document("\n".join(zone))
    assert read.birth is not None
    assert read.birth.year == 1915


def test_nothing_personal_is_printed() -> None:
    read = document(TD3)
    shown = repr(read) + str(read) + repr(read.name) + f"{replace(read)}"
    for secret in ("ERIKSSON", "ANNA", "L898902C3", "1974", "UTO"):
        assert secret not in shown
    assert "C4" not in repr(refusal(TD3.replace("L898902C36", "L898902C46")))


LETTERS = st.text(string.ascii_uppercase, min_size=1, max_size=9)
NAMES = st.lists(LETTERS, min_size=1, max_size=5)
DATES = st.dates(date(1930, 1, 1), TODAY)
EXPIRIES = st.dates(TODAY, date(2060, 1, 1))  # nobody is born after it
NUMBERS = st.text(string.ascii_uppercase + string.digits, min_size=1, max_size=9)
STATES = st.sampled_from(["FRA", "D", "BEL", "ROU", "UTO"])


@pytest.mark.parametrize("layout", list(Format))
@given(family=NAMES, given_names=NAMES, born=DATES, expires=EXPIRIES, number=NUMBERS, state=STATES)
@settings(max_examples=60)
def test_what_is_written_is_read(
    layout: Format,
    family: list[str],
    given_names: list[str],
    born: date,
    expires: date,
    number: str,
    state: str,
) -> None:
    card = layout in {Format.FRENCH_CARD, Format.FRENCH_LICENCE}
    fields = LAYOUTS[layout].fields
    visa = layout in {Format.MRV_A, Format.MRV_B}
    wanted = {
        Field.CODE: "V" if visa else {"FRENCH_LICENCE": "D1", "TD3": "P"}.get(layout, "ID"),
        Field.STATE: "FRA" if card else state,
        Field.NUMBER: f"2012{number:0>8}"[:12] if layout is Format.FRENCH_CARD else number,
        Field.NAME: "<".join(family) + "<<" + "<".join(given_names),
        Field.FAMILY: "<".join(family),
        Field.GIVEN: "<<".join(given_names),
        Field.BIRTH: f"{born:%y%m%d}",
        Field.SEX: "F",
        Field.EXPIRY: f"{expires:%y%m%d}",
        Field.NATIONALITY: state,
    }
    found = parse("".join(write(layout, wanted)), TODAY)
    assert isinstance(found, Document)
    assert found.format is layout
    assert found.number == wanted[Field.NUMBER]
    if Field.EXPIRY in fields:
        assert found.expiry == PartialDate(expires.year, expires.month, expires.day)
    if Field.BIRTH in fields and born < date(2020, 12, 1):
        assert found.birth == PartialDate(born.year, born.month, born.day)
    span = fields[Field.NAME if Field.NAME in fields else Field.FAMILY]
    if len(wanted[Field.NAME if Field.NAME in fields else Field.FAMILY]) <= span.last - span.first:
        assert found.name.family == tuple(family)
        assert found.name.given[: len(given_names)] == tuple(given_names) or Field.NAME not in fields


@given(st.text(max_size=120) | st.text(ALPHABET + "\r\n\t ", min_size=28, max_size=95))
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(parse(text, TODAY), Document | Unread)


@given(st.sampled_from(list(SPECIMENS.values())), st.integers(0, 91), st.text(max_size=3))
def test_no_damage_is_too_strange(text: str, place: int, junk: str) -> None:
    assert isinstance(parse(text[:place] + junk + text[place + 1 :], TODAY), Document | Unread)


def test_a_name_is_printed_as_icao_prints_it() -> None:
    assert printed_name("d’Artois", "Pascale Marie-Ève") == "DARTOIS<<PASCALE<MARIE<EVE"

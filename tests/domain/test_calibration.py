import pytest

from checkin.domain.calibration import TEXT, Fault, diagnose
from checkin.domain.keyboards import LAYOUTS, Stroke, as_on, on_keys_of

Typed = tuple[list[Stroke], list[int]]


def typed(
    scanner: str,
    computer: str,
    text: str = TEXT,
    *,
    caps: bool = False,
    told: bool = True,
    end: str = "\n",
    gap: int = 8,
) -> Typed:
    """Return what arrives when a scanner types a text on a computer."""
    keys = on_keys_of(scanner, text)
    assert keys is not None
    shown = [as_on(computer, [key]) or "" for key in keys]
    shown = [letter.swapcase() if caps else letter for letter in shown]
    strokes = [
        Stroke(letter, key.place if told else 0, key.shift and told)
        for letter, key in zip(shown, keys, strict=True)
    ]
    strokes += [Stroke(end)] if end else []
    return strokes, [number * gap for number in range(len(strokes))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_that_is_right_has_no_fault(layout: str) -> None:
    found = diagnose(*typed(layout, layout))
    assert (found.faults, found.end) == ((), "\n")


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("scanner", "computer"), [("us", "fr"), ("us", "be"), ("us", "de"), ("fr", "de")])
def test_a_layout_that_differs_is_named(scanner: str, computer: str, *, told: bool) -> None:
    found = diagnose(*typed(scanner, computer, told=told))
    assert (found.faults, found.scanner, found.computer) == ((Fault.LAYOUT,), scanner, computer)
    assert found.is_usable


@pytest.mark.parametrize(("scanner", "computer"), [("us", "us"), ("fr", "fr"), ("us", "fr")])
def test_caps_lock_is_told(scanner: str, computer: str) -> None:
    faults = diagnose(*typed(scanner, computer, caps=True)).faults
    assert Fault.CAPS_LOCK in faults
    assert (Fault.LAYOUT in faults) is (scanner != computer)


def test_caps_lock_is_told_as_windows_has_it_too() -> None:
    keys = on_keys_of("fr", TEXT)
    assert keys is not None
    shown = [Stroke(letter) for letter in as_on("fr", keys, inverted=True) or ""]
    assert diagnose([*shown, Stroke("\n")], [0] * (len(shown) + 1)).faults == (Fault.CAPS_LOCK,)


def test_what_it_adds_is_shown() -> None:
    found = diagnose(*typed("us", "us", f"]Q1{TEXT}Z"))
    assert (found.faults, found.prefix, found.suffix) == ((Fault.AROUND,), "]Q1", "Z")


def test_a_keyboard_nobody_knows_is_read_by_its_keys() -> None:
    strokes, times = typed("us", "us")
    strokes = [Stroke("ж" if key.place else key.shown, key.place, key.shift) for key in strokes]
    found = diagnose(strokes, times)
    assert (found.faults, found.scanner, found.computer) == ((Fault.LAYOUT,), "us", "")


@pytest.mark.parametrize("computer", ["us", "fr"])
def test_a_cut_text_and_one_with_gaps_are_told_apart(computer: str) -> None:
    assert diagnose(*typed("us", computer, TEXT[:30])).faults == (Fault.CUT,)
    assert diagnose(*typed("us", computer, TEXT[:20] + TEXT[23:])).faults == (Fault.GAPS,)


def test_no_end_a_slow_one_and_another_text_are_told() -> None:
    assert diagnose(*typed("us", "us", end="")).faults == (Fault.NO_END,)
    assert diagnose(*typed("us", "us", end="\t")).end == "\t"
    slow = diagnose(*typed("us", "us", gap=80))
    assert (slow.faults, round(slow.pace), slow.is_usable) == ((Fault.SLOW,), 80, False)
    assert diagnose(*typed("us", "us", "HTTP://EXAMPLE.ORG/1")).faults == (Fault.OTHER_TEXT,)
    assert diagnose([], []).faults == (Fault.OTHER_TEXT, Fault.NO_END)

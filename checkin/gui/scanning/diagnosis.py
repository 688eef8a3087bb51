"""What is wrong with a scanner, in words, and what to do about it."""

from checkin.domain.calibration import Diagnosis, Fault
from checkin.gui.tokens import Tone
from checkin.language import _


def title(found: Diagnosis) -> tuple[str, Tone]:
    """Return the verdict on a scanner in a few words, and how grave it is."""
    if not found.faults:
        return _("This scanner is set up well"), Tone.SUCCESS
    if found.is_usable:
        return _("This scanner works; it could be set up better"), Tone.WARNING
    return _("This scanner can’t be used as it is"), Tone.DANGER


def sentences(found: Diagnosis) -> list[str]:
    """Return what was found and what to do, a sentence or two a fault, the worst first."""
    return [_sentence(fault, found) for fault in found.faults] or [_("Nothing to do.")]


def _sentence(fault: Fault, found: Diagnosis) -> str:
    return {
        Fault.OTHER_TEXT: _(
            "This is not the code of the test sheet, or it can’t be recognised. Scan the sheet’s code; if"
            " that was it, reset the scanner to its factory settings with the code in its booklet."
        ),
        Fault.CUT: _(
            "The end of the code did not arrive. Lift the limit on the length that the scanner sends;"
            " with a wireless one, come nearer to its base."
        ),
        Fault.GAPS: _(
            "Some letters did not arrive. Set a delay of 5 to 10 ms between two characters; with a"
            " wireless scanner, come nearer to its base."
        ),
        Fault.SLOW: _(
            "It types too slowly to be told from a person: {pace} ms a character. Set the delay between"
            " two characters to 10 ms or less."
        ),
        Fault.NO_END: _(
            "It sends nothing at the end, so that some codes wait a moment. Have it add Enter (“CR”) as"
            " its suffix."
        ),
        Fault.CAPS_LOCK: _(
            "Caps Lock is on, or the scanner turns capitals round. The program undoes it; press Caps Lock"
            " to be right in other programs too."
        ),
        Fault.LAYOUT: _(
            "It is set up for another keyboard: {scanner}; the computer’s is: {computer}. The program"
            " undoes it; set the scanner’s country to the computer’s keyboard to be right in other"
            " programs too."
        ),
        Fault.AROUND: _(
            "It adds letters of its own: “{before}” before, “{after}” after. The program passes over"
            " them; take away the prefix and the suffix, except for Enter."
        ),
    }[fault].format(
        pace=round(found.pace),
        scanner=_layout(found.scanner),
        computer=_layout(found.computer),
        before=found.prefix,
        after=found.suffix,
    )


def _layout(name: str) -> str:
    return {
        "us": _("American (QWERTY)"),
        "fr": _("French (AZERTY)"),
        "be": _("Belgian (AZERTY)"),
        "de": _("German (QWERTZ)"),
        "ch": _("Swiss (QWERTZ)"),
    }.get(name, _("unknown"))

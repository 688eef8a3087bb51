"""`checkin demo`: the whole morning on the demonstration event, each step held to what it must do."""

from argparse import BooleanOptionalAction, Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from checkin.app import demonstration_event, desk_at, open_events
from checkin.cli.demo import before, door
from checkin.cli.demo.morning import Amiss, Morning, Step
from checkin.cli.demo.screen import has_screen
from checkin.cli.output import Exit, say
from checkin.cli.parser import Parser
from checkin.cli.shell import Shell
from checkin.domain.errors import CheckinError, PlaceError
from checkin.language import _
from checkin.settings import DEMONSTRATION, Settings


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin demo", "checkin demo somewhere/ --no-window")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar=_("FOLDER"),
        help=_("where everything goes; begun anew each time (in the data folder, if left out)"),
    )
    parser.add_argument(
        "--window",
        action=BooleanOptionalAction,
        default=None,
        help=_("end in the open window, or in pictures of its pages (the window, where there is a screen)"),
    )


def run(args: Namespace, shell: Shell) -> int:
    """Do the morning; refused if anything is not as it must be."""
    folder = (args.folder or shell.settings.folder / "demo").absolute()
    settings = replace(shell.settings, folder=folder, database=str(folder / DEMONSTRATION), event_id="")
    if not _morning(settings):
        return Exit.REFUSED
    say()
    if has_screen() if args.window is None else args.window:
        say(_("The window opens on it. Closing it ends the demonstration."))
        return shell.window.open(settings)
    pictures = shell.window.picture(settings, folder / "screenshots")
    say(
        _("No screen here: {count} pictures of the pages are in {folder}").format(
            count=len(pictures), folder=folder / "screenshots"
        )
    )
    return Exit.DONE if pictures else Exit.REFUSED


def _morning(settings: Settings) -> bool:
    _begin_anew(settings.folder)
    began = perf_counter()
    events = open_events(settings)
    morning = Morning(desk_at(settings, events, events.create(demonstration_event())), settings.folder)
    try:
        done = all(_is_done(number, step, morning) for number, step in enumerate(_steps(), 1))
    finally:
        events.database.close()
    if done:
        say()
        say(_("All is as it must be, in {seconds:.1f} s.").format(seconds=perf_counter() - began))
        for path in (settings.folder / name for name in ("confirmations", "roster.pdf", DEMONSTRATION)):
            say(f"  {path}")
    return done


def _is_done(number: int, step: Step, morning: Morning) -> bool:
    say()
    say(f"{number:>2}. {step.title}")
    began = perf_counter()
    try:
        for line in step.do(morning):
            say(f"    {line}")
    except (Amiss, CheckinError) as error:
        say("    " + _("FAILED: {error}").format(error=error))
        return False
    say("    " + _("ok · {seconds:.2f} s").format(seconds=perf_counter() - began))
    return True


def _steps() -> list[Step]:
    return [
        Step(_("The event"), before.event),
        Step(_("The list, as a French spreadsheet saves it (.csv)"), before.first_list),
        Step(_("The same list again, as .xlsx: nothing may change"), before.second_list),
        Step(_("The confirmations, a PDF for each party"), before.confirmations),
        Step(_("Each code, read back out of its PDF"), before.read_back),
        Step(_("Codes that open nothing: forged, misread, foreign"), before.forged),
        Step(_("At the entrance: an identity document checked by its machine-readable zone"), door.identity),
        Step(_("Then the guest is admitted"), door.lead),
        Step(_("The same code again: refused"), door.second_scan),
        Step(_("A companion, who comes later and alone"), door.companion),
        Step(_("No code: found by name; then the admission undone"), door.search_and_undo),
        Step(_("The room: in, out, and in again"), door.room),
        Step(_("The wave: three parties of four, before the event begins"), door.wave),
        Step(_("The attendance sheet"), door.roster),
    ]


def _begin_anew(folder: Path) -> None:
    """Take away what an earlier demonstration left: its own files, nothing else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for pattern in (
            f"{DEMONSTRATION}*",
            "confirmations/confirmation-*.pdf",
            "screenshots/*.png",
            "roster.pdf",
        ):
            for path in folder.glob(pattern):
                path.unlink()
    except OSError as error:
        raise PlaceError(
            _("The folder {folder} can't be written to.").format(folder=folder),
            _("Choose another folder: checkin demo FOLDER."),
        ) from error

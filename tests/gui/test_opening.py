from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from checkin.app import demonstration_event
from checkin.domain.errors import InputError
from checkin.domain.event import Event
from checkin.gui.opening import LAST, Source, Wish, opener
from checkin.settings import Settings, load_settings

DRAFT = Event(
    UUID(int=1), "Journée", datetime(2026, 5, 1, 8, tzinfo=UTC), datetime(2026, 5, 1, 10, tzinfo=UTC)
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data")


def test_on_a_new_machine_there_is_no_last_event(settings: Settings) -> None:
    assert opener(settings)(LAST) is None


def test_what_was_opened_is_the_last_event_the_next_time(settings: Settings) -> None:
    desk = opener(settings)(Wish(Source.NEW, draft=DRAFT))
    assert desk is not None
    desk.close()
    again = opener(load_settings(settings.folder))(LAST)
    assert again is not None
    assert again.event == desk.event
    assert again.event.entrance.name
    again.close()


def test_a_draft_that_is_no_event_is_refused(settings: Settings) -> None:
    with pytest.raises(InputError):
        opener(settings)(Wish(Source.NEW, draft=replace(DRAFT, title=" ")))


def test_the_demonstration_has_its_guests(settings: Settings) -> None:
    desk = opener(settings)(Wish(Source.DEMONSTRATION))
    assert desk is not None
    assert desk.event.title == demonstration_event().title
    assert len(desk.searching.everyone()) > 200
    desk.close()


def test_a_file_opens_on_its_event(settings: Settings, tmp_path: Path) -> None:
    made = opener(settings)(Wish(Source.NEW, draft=DRAFT))
    assert made is not None
    made.close()
    elsewhere = Settings(tmp_path / "elsewhere")
    opened = opener(elsewhere)(Wish(Source.FILE, settings.folder / "checkin.db"))
    assert opened is not None
    assert opened.event == made.event
    opened.close()

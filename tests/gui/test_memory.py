from pathlib import Path

from PySide6.QtCore import QByteArray

from checkin.gui.memory import Memory


def test_the_first_time_there_is_nothing(memory: Memory) -> None:
    assert memory.geometry.isEmpty()
    assert memory.recent == []
    assert not memory.muted


def test_it_keeps_what_it_is_told(memory: Memory) -> None:
    memory.geometry = QByteArray(b"somewhere")
    memory.muted = True
    assert memory.geometry == QByteArray(b"somewhere")
    assert memory.muted


def test_the_latest_file_stands_first_once_and_a_missing_one_nowhere(memory: Memory, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.checkin" for number in range(7)]
    for path in paths:
        path.touch()
        memory.opened(path)
    memory.opened(paths[5])
    assert memory.recent == [paths[5], paths[6], paths[4], paths[3], paths[2]]
    paths[6].unlink()
    assert memory.recent == [paths[5], paths[4], paths[3], paths[2]]

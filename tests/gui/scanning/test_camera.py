from collections.abc import Iterator

import pytest
from PySide6.QtMultimedia import QVideoSink

from checkin.gui.scanning.camera import Camera, SystemCameras


class Plugs(SystemCameras):
    """Cameras that a test plugs in and out."""

    def __init__(self) -> None:
        super().__init__()
        self.plugged: dict[str, str] = {}
        self.running = ""

    def names(self) -> dict[str, str]:
        return self.plugged

    def start(self, camera: str, _sink: QVideoSink) -> None:
        self.running = camera

    def stop(self) -> None:
        self.running = ""

    def plug(self, **names: str) -> None:
        self.plugged = names
        self.changed.emit()


@pytest.fixture
def plugs() -> Plugs:
    return Plugs()


@pytest.fixture
def camera(plugs: Plugs) -> Iterator[Camera]:
    made = Camera(plugs)
    yield made
    made.close()


def test_without_a_camera_it_says_so(camera: Camera) -> None:
    assert camera.state == "Aucune caméra n’est branchée."
    assert not camera.is_running


def test_the_chosen_one_runs_and_another_does_not(camera: Camera, plugs: Plugs) -> None:
    plugs.plug(a="Left", b="Right")
    assert plugs.running == ""
    camera.choose("b")
    assert plugs.running == "b"
    assert (camera.is_running, camera.state) == (True, "")


def test_unplugged_it_stops_and_plugged_in_again_it_goes_on(camera: Camera, plugs: Plugs) -> None:
    plugs.plug(a="Left")
    camera.choose("a")
    plugs.plug(b="Right")
    assert plugs.running == ""
    assert "débranchée" in camera.state
    plugs.plug(a="Left", b="Right")
    assert plugs.running == "a"
    assert camera.state == ""


def test_one_that_another_program_holds_is_told_and_tried_again(camera: Camera, plugs: Plugs) -> None:
    plugs.plug(a="Left")
    camera.choose("a")
    plugs.failed.emit()
    assert not camera.is_running
    assert "autre programme" in camera.state
    camera.choose("a")
    assert camera.is_running


def test_while_another_page_is_shown_it_is_given_back(camera: Camera, plugs: Plugs) -> None:
    plugs.plug(a="Left")
    camera.choose("a")
    camera.pause()
    plugs.plug(a="Left", b="Right")
    assert plugs.running == ""
    camera.choose(camera.chosen)
    assert plugs.running == "a"


def test_this_computer_s_cameras_can_be_asked_for() -> None:
    cameras = SystemCameras()
    assert all(name for name in cameras.names().values())
    cameras.stop()

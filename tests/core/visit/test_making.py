# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A photo is taken, taken again and used; a camera that is not there, or goes, leaves every other way."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import BeginMaking, FinishMaking, StopMaking
from core.visit.files import Device, Stage
from core.visit.making import device_for
from core.visit.state import Filling, Visit
from core.visit.step import step
from ui.registry import screens

PATH = QuestionPath("/data/photo")
PHOTO = b"\xff\xd8\xff photo"
SCREENS = screens(Language("en"))


def after(visit: Visit, *events: e.Event) -> Visit:
    for event in events:
        visit = step(visit, event).visit
    return visit


def filling(visit: Visit) -> Filling:
    assert visit.filling is not None
    return visit.filling


@pytest.fixture
def open_camera() -> Visit:
    begun = step(SCREENS["question-file"], e.MakePressed())
    assert begun.effects == (BeginMaking(PATH, Device.CAMERA),)
    return after(begun.visit, e.Seen(PATH, b"one"), e.Seen(PATH, b"two"))


def test_what_the_camera_sees_is_shown_and_is_no_answer(open_camera: Visit) -> None:
    making = filling(open_camera).making
    assert making is not None
    assert (making.stage, making.content) == (Stage.RUNNING, b"two")
    assert filling(open_camera).files == ()
    assert filling(open_camera).entry.raw(PATH) == ""


def test_a_photo_is_an_answer_once_its_person_says_so(open_camera: Visit) -> None:
    taking = step(open_camera, e.TakePressed())
    assert taking.effects == (FinishMaking(),)
    taken = after(taking.visit, e.Made(PATH, PHOTO))
    assert filling(taken).entry.raw(PATH) == ""
    used = filling(after(taken, e.UsePressed()))
    assert used.entry.raw(PATH) == "photo.jpg"
    assert [(one.name, one.content) for one in used.files] == [("photo.jpg", PHOTO)]
    assert used.making is None


def test_going_on_with_a_photo_on_the_page_uses_it(open_camera: Visit) -> None:
    used = after(open_camera, e.Made(PATH, PHOTO), e.ContinuePressed())
    assert filling(used).entry.raw(PATH) == "photo.jpg"
    assert used.page == p.Question(PATH)
    assert after(used, e.ContinuePressed()).page != p.Question(PATH)


def test_a_photo_can_be_taken_again_and_what_comes_late_changes_nothing(open_camera: Visit) -> None:
    taken = after(open_camera, e.Made(PATH, PHOTO), e.Seen(PATH, b"late"))
    making = filling(taken).making
    assert making is not None
    assert making.content == PHOTO
    again = step(taken, e.MakePressed())
    assert again.effects == (BeginMaking(PATH, Device.CAMERA),)
    making = filling(again.visit).making
    assert making is not None
    assert (making.stage, making.content) == (Stage.OPENING, b"")


def test_a_camera_that_is_not_there_is_told_and_the_files_stay_a_way(open_camera: Visit) -> None:
    trouble = Trouble("trouble.photo_camera_gone")
    gone = after(open_camera, e.MakingEnded(PATH, trouble))
    making = filling(gone).making
    assert making is not None
    assert (making.trouble, making.content) == (trouble, b"")
    assert step(gone, e.FilesPressed()).effects != ()
    assert step(gone, e.MakePressed()).effects == (BeginMaking(PATH, Device.CAMERA),)


@pytest.mark.parametrize("event", [e.ContinuePressed(), e.BackPressed(), e.StopMakingPressed()])
def test_whoever_goes_elsewhere_lets_go_of_the_camera(open_camera: Visit, event: e.ByPerson) -> None:
    left = step(open_camera, event)
    assert StopMaking() in left.effects
    assert filling(left.visit).making is None
    assert step(left.visit, e.Seen(PATH, b"late")).visit == left.visit


def test_help_and_settings_over_the_page_leave_the_camera_open(open_camera: Visit) -> None:
    helped = step(open_camera, e.HelpPressed())
    assert StopMaking() not in helped.effects
    assert filling(helped.visit).making is not None


def test_nothing_is_taken_before_the_camera_sees() -> None:
    opening = after(SCREENS["question-file"], e.MakePressed())
    assert step(opening, e.TakePressed()).effects == ()
    assert step(opening, e.UsePressed()).visit.filling == opening.filling


def test_the_time_that_a_camera_looks_is_no_sign_of_life(open_camera: Visit) -> None:
    quiet = replace(open_camera, quiet_since=5.0)
    assert after(quiet, e.Seen(PATH, b"x")).quiet_since == 5.0


@pytest.mark.parametrize(
    ("takes", "device"),
    [
        ("image/*", Device.CAMERA),
        ("application/*", Device.CAMERA),
        ("", Device.CAMERA),
        (".pdf, .jpg", Device.CAMERA),
        (".pdf", None),
        ("video/*", None),
    ],
)
def test_a_photo_answers_what_takes_a_picture(takes: str, device: Device | None) -> None:
    assert device_for(takes) is device

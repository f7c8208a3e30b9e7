# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A spoken answer: recorded, heard again, recorded again, used; and no voice of ours speaks into it."""

import pytest

from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit.effects import BeginMaking, FinishMaking, PlaySound, Speak
from core.visit.files import Device
from core.visit.making import MINUTES, device_for
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from kiosk.recording.process import LONGEST_SECONDS
from ui.present.answer_words import answer_words
from ui.registry import screens
from ui.registry_pictures import street_files

PATH = QuestionPath("/data/spoken")
TOLD = street_files()["told.wav"]
SCREENS = screens(Language("en"))


def raw(visit: Visit) -> str:
    assert visit.filling is not None
    return visit.filling.entry.raw(PATH)


def test_a_recording_is_an_answer_once_its_person_says_so() -> None:
    begun = step(SCREENS["question-spoken"], e.MakePressed())
    assert begun.effects == (BeginMaking(PATH, Device.MICROPHONE),)
    running = step(begun.visit, e.Seen(PATH)).visit
    ending = step(running, e.TakePressed())
    assert ending.effects == (FinishMaking(),)
    done = step(ending.visit, e.Made(PATH, TOLD)).visit
    assert raw(done) == ""
    heard = step(done, e.HearPressed())
    assert heard.effects == (PlaySound(TOLD),)
    used = step(heard.visit, e.UsePressed()).visit
    assert raw(used) == "recording.wav"
    assert PlaySound(TOLD) in step(used, e.HearPressed()).effects


def test_no_voice_of_ours_speaks_into_a_recording() -> None:
    assert step(SCREENS["question-spoken-running"], e.PageArrived()).effects == ()
    assert step(SCREENS["question-spoken-opening"], e.PageArrived()).effects == ()
    assert step(SCREENS["question-spoken-done"], e.PageArrived()).effects == (Speak(),)


def test_there_is_nothing_to_hear_before_anything_was_said() -> None:
    for name in ("question-spoken", "question-spoken-running", "question-photo-taken"):
        assert step(SCREENS[name], e.HearPressed()).effects == ()


def test_among_the_answers_it_is_called_what_it_is() -> None:
    filling = SCREENS["question-spoken-held"].filling
    assert filling is not None
    entry = filling.entry
    assert answer_words(entry, entry.question(PATH), Messages.load("en")).text == "A recording"


def test_people_are_told_the_minutes_that_there_really_are() -> None:
    assert MINUTES * 60 == LONGEST_SECONDS


@pytest.mark.parametrize("takes", ["audio/*", "audio/wav", ".wav, .mp3"])
def test_a_recording_answers_what_takes_sounds(takes: str) -> None:
    assert device_for(takes) is Device.MICROPHONE

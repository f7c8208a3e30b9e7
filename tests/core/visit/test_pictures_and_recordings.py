# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures and recordings of a question: looked at closely, and played when somebody wants it."""

import pytest

from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import PlaySound, StopSpeaking
from core.visit.state import Visit
from core.visit.step import step
from ui.registry import screens
from ui.registry_pictures import street_files

TOLD = street_files()["told.wav"]


@pytest.fixture(scope="module")
def shown() -> dict[str, Visit]:
    return dict(screens(Language("en")))


def test_the_recording_of_a_question_is_played_and_any_press_ends_it(shown: dict[str, Visit]) -> None:
    playing = step(shown["question-picture"], e.SoundPressed())
    assert playing.effects == (PlaySound(TOLD),)
    assert playing.visit.speaking
    assert step(playing.visit, e.ReadAloudPressed()).effects == (StopSpeaking(),)
    again = step(playing.visit, e.SoundPressed())
    assert again.effects == (StopSpeaking(), PlaySound(TOLD))
    assert not step(again.visit, e.SpeechEnded()).visit.speaking


def test_the_recording_of_an_answer_does_not_choose_it(shown: dict[str, Visit]) -> None:
    before = shown["question-recordings"]
    after = step(before, e.SoundPressed("cars"))
    assert after.effects == (PlaySound(TOLD),)
    assert after.visit.filling == before.filling


@pytest.mark.parametrize(("name", "value"), [("question-pictures", ""), ("question-recordings", "nothing")])
def test_where_there_is_no_recording_nothing_is_played(
    shown: dict[str, Visit], name: str, value: str
) -> None:
    assert step(shown[name], e.SoundPressed(value)).effects == ()


def test_all_pictures_are_looked_at_one_after_the_other_and_back(shown: dict[str, Visit]) -> None:
    visit = step(shown["question-pictures"], e.PicturesPressed()).visit
    assert visit.over == p.LookClosely(0)
    visit = step(step(visit, e.MorePressed()).visit, e.MorePressed()).visit
    assert visit.over == p.LookClosely(2)
    visit = step(visit, e.BackPressed()).visit
    assert visit.over == p.LookClosely(1)
    back = step(visit, e.ContinuePressed()).visit
    assert back.over is None
    assert back.page == shown["question-pictures"].page
    assert back.filling == shown["question-pictures"].filling


def test_a_question_without_pictures_has_nothing_to_look_at(shown: dict[str, Visit]) -> None:
    assert step(shown["question-recordings"], e.PicturesPressed()).visit.over is None

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person chooses how they press, teaches their switches, practises, and keeps it or has the old way back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from accessibility.hands.ways import Hands, Way
from accessibility.speech.sink import RecordingSink
from accessibility.speech.transcript import Part, transcript
from core.visit import events as e
from core.visit import pages as p
from core.visit import way_pages as w
from core.visit.delays import Delays
from tests.support.pressing_person import Person, people


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    with people(tmp_path / "store") as come:
        yield come


@pytest.mark.requirement("OPR-12", part="choosing it, measuring the time it needs, practising")
def test_one_switch_is_learned_measured_practised_and_kept(person: Callable[..., Person]) -> None:
    here = person()
    here.to_the_ways()
    here.touch("way.one-switch")
    here.key(Qt.Key.Key_F)
    for _ in range(w.LIGHTS):
        assert isinstance(here.over, w.Switches)
        here.robot.session.send(e.WayPageChanged(replace(here.over, lit=True)))
        here.key(Qt.Key.Key_F)
    assert isinstance(here.over, w.Practise)
    assert here.way is Way.ONE_SWITCH
    assert here.robot.session.window.preferences.hands.way is Way.TOUCH
    here.scan_to("practice.plum")
    here.key(Qt.Key.Key_F)
    here.hand.now += 30
    here.robot.session.window.hands.scanning.tick()
    assert here.over.thing == "plum"
    here.scan_to("foot.primary")
    here.key(Qt.Key.Key_F)
    here.hand.now += 30
    here.robot.session.window.hands.scanning.tick()
    assert here.over is None
    kept = here.robot.session.window.preferences.hands
    assert (kept.way, kept.switches) == (Way.ONE_SWITCH, ("F",))
    assert here.way is Way.ONE_SWITCH


def test_a_press_before_the_light_is_said_and_does_not_count(person: Callable[..., Person]) -> None:
    here = person()
    here.to_the_ways()
    here.touch("way.one-switch")
    for _ in range(2):
        here.key(Qt.Key.Key_F)
    assert here.over == w.Switches("one-switch", ("F",), measuring=True, early=True)


@pytest.mark.requirement("OPR-11", part="choosing it, teaching both switches")
def test_two_switches_are_learned_one_after_the_other(person: Callable[..., Person]) -> None:
    here = person()
    here.to_the_ways()
    here.touch("way.two-switches")
    here.key(Qt.Key.Key_A)
    here.key(Qt.Key.Key_A)
    assert here.over == w.Switches("two-switches", ("A",), again=True)
    here.key(Qt.Key.Key_B)
    assert here.over == w.Practise("two-switches", ("A", "B"))
    here.key(Qt.Key.Key_A)
    assert here.over == w.Practise("two-switches", ("A", "B"), did="moved")


@pytest.mark.requirement("OPR-09", part="choosing it and practising")
def test_keys_that_would_lead_away_only_say_so_while_practising(person: Callable[..., Person]) -> None:
    here = person()
    here.to_the_ways()
    here.touch("way.five-keys")
    for key, did in (
        (Qt.Key.Key_Down, "down"),
        (Qt.Key.Key_Up, "up"),
        (Qt.Key.Key_Escape, "back"),
        (Qt.Key.Key_F1, "help"),
        (Qt.Key.Key_F7, "other"),
    ):
        here.key(key)
        assert here.over == w.Practise("five-keys", did=did)
        said = here.robot.session.window.texts.text(f"practice.did.{did}", thing="")
        assert said in here.robot.texts()
    here.touch("foot.before")
    assert (here.over, here.way) == (w.Ways(), Way.TOUCH)


def test_a_wrong_choice_is_taken_back_by_itself_and_nothing_on_the_page_hurries(
    person: Callable[..., Person],
) -> None:
    here = person()
    here.touch("language.en")
    here.to_the_ways()
    here.touch("way.five-keys")
    assert here.way is Way.FIVE_KEYS
    before = here.robot.texts()
    here.wait(int(Delays().tried) - 2)
    assert here.robot.texts() == before
    here.wait(int(Delays().tried) + 2)
    assert here.over == w.Ways(unkept=True)
    assert here.way is Way.TOUCH


def test_help_during_practice_leaves_the_way_in_use(person: Callable[..., Person]) -> None:
    here = person()
    here.touch("language.en")
    here.to_the_ways()
    here.touch("way.two-switches")
    here.key(Qt.Key.Key_A)
    here.key(Qt.Key.Key_B)
    here.touch("bar.help")
    assert (here.over, here.way) == (p.Help(), Way.TWO_SWITCHES)
    here.touch("foot.primary")
    assert (here.over, here.way) == (w.Practise("two-switches", ("A", "B")), Way.TWO_SWITCHES)


@pytest.mark.parametrize(
    ("beside", "key", "way"),
    [
        ((Way.TWO_SWITCHES,), Qt.Key.Key_1, Way.TWO_SWITCHES),
        ((Way.ONE_SWITCH,), Qt.Key.Key_Space, Way.ONE_SWITCH),
        ((Way.FIVE_KEYS,), Qt.Key.Key_Down, Way.FIVE_KEYS),
        ((Way.TWO_SWITCHES,), Qt.Key.Key_Escape, Way.TOUCH),
        ((), Qt.Key.Key_1, Way.TOUCH),
    ],
)
def test_what_stands_beside_the_screen_begins_by_itself_on_the_welcome_page(
    person: Callable[..., Person], beside: tuple[Way, ...], key: Qt.Key, way: Way
) -> None:
    here = person(lambda profile: replace(profile, beside=beside))
    here.key(key)
    assert here.way is way
    here.touch("language.en")
    here.key(key)
    assert here.robot.session.window.preferences.hands == Hands(way, here.robot.session._profile.hands.scan)


@pytest.mark.requirement("OPR-12", part="each stop is said")
@pytest.mark.parametrize("spoken", [True, False])
def test_each_stop_of_the_frame_is_said_to_who_listens(person: Callable[..., Person], spoken: bool) -> None:
    here = person()
    window = here.robot.session.window
    come: list[str] = []
    window.hands.highlight.landed.connect(lambda stop: come.append(stop.words))
    sink = here.robot.session.ears.voice._sink
    assert isinstance(sink, RecordingSink)
    here.robot.session.send(window.preferences.with_spoken(spoken).with_hands(Hands(Way.ONE_SWITCH)))
    # The page is read by itself first, and a frame that moves does not cut that short.
    here.robot.until(lambda: here.robot.visit.speaking or not spoken)
    sink.finish()
    here.robot.until(lambda: not here.robot.visit.speaking)
    sink.said.clear()
    come.clear()
    for _ in range(400):
        here.hand.now += 0.05
        window.hands.scanning.tick()
    assert len(set(come)) > 3
    said = [" ".join(one.text for one in words) for words in sink.said]
    wanted = [" ".join(one.text for one in transcript((Part(words, "en"),))) for words in come]
    if spoken:
        assert [
            one
            for one, words in zip(said, filter(None, wanted), strict=True)
            if not one.startswith(words.rstrip("."))
        ] == []
    else:
        assert said == []


def test_switches_of_the_machine_begin_nothing_in_the_middle_of_a_visit(
    person: Callable[..., Person],
) -> None:
    here = person(lambda profile: replace(profile, beside=(Way.TWO_SWITCHES,)))
    here.touch("language.en")
    here.key(Qt.Key.Key_1)
    assert here.way is Way.TOUCH

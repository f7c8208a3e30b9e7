# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies over a page: help, settings, languages, the question whether somebody is there, and the farewell."""

from dataclasses import replace

import pytest

from accessibility.hands.actions import Action
from accessibility.hands.ways import Way
from accessibility.preferences import Preferences
from core.ids import Language
from core.visit.delays import Delays
from core.visit.pages import StillThere
from core.visit.settings_pages import Comfort, ComfortPart
from core.visit.way_pages import Practise
from i18n.messages import Messages
from ui.present.comfort import ComfortContents, present_comfort
from ui.present.comfort_rows import ROWS, THEMES, Change, next_theme
from ui.present.finish import present_ask_finish, present_finished
from ui.present.help import present_help
from ui.present.languages import present_languages
from ui.present.practice import after_press, present_practice
from ui.present.reading import spoken
from ui.present.setting import Setting
from ui.present.still import lamps_lit, present_still
from ui.registry_finding import finding_screens
from ui.registry_setting import a_kiosk, at_home

EN = Messages.load("en")


def comfort(setting: Setting, part: ComfortPart | None = ComfortPart.SEEING) -> ComfortContents:
    return present_comfort(finding_screens()["settings"], Comfort(part), EN, setting)


def change(setting: Setting, part: ComfortPart, name: str) -> Change:
    found = [one for row in comfort(setting, part).rows for one in row.changes if one.name == name]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("action", [*Action, None])
@pytest.mark.parametrize("way", Way)
def test_a_practice_says_of_every_key_what_it_does(way: Way, action: Action | None) -> None:
    after = after_press(Practise(way.value), action, tab=False)
    visit = replace(finding_screens()["settings"], over=after)
    assert present_practice(visit, after, EN, a_kiosk()).did == EN.text(f"practice.did.{after.did}", thing="")


@pytest.mark.parametrize(
    ("left", "lit"),
    [(60, 6), (50.1, 6), (50, 5), (40, 4), (30, 3), (10.1, 2), (10, 1), (0.5, 1), (0, 0), (-3, 0)],
)
def test_one_lamp_goes_out_with_each_sixth_of_the_time(left: float, lit: int) -> None:
    assert lamps_lit(left, 60.0) == lit


@pytest.mark.requirement("TIM-03", part="the warning's words")
@pytest.mark.parametrize(
    ("left", "words"),
    [(120, "about two minutes"), (60, "about one minute"), (30, "about half a minute"), (5, "a few seconds")],
)
def test_the_time_left_is_said_in_words_without_a_number(left: float, words: str) -> None:
    contents = present_still(finding_screens()["still-there"], StillThere(left, 120.0, 180.0), EN)
    assert (words, True) in contents.consequence
    assert not any(character.isdigit() for part, _ in contents.consequence for character in part)


@pytest.mark.requirement("UND-10", part="real ways, without a network")
def test_help_offers_the_phone_the_counter_and_the_emergency_number_without_a_network() -> None:
    visit = replace(finding_screens()["help"], connected=False)
    contents = present_help(visit, EN, a_kiosk())
    said = [way.text.text for way in contents.ways]
    assert said == ["555 0142, 08:30–16:30", "Counter 2, ground floor, 08:30–16:30", "Call 112"]
    assert contents.call == "Call somebody to this machine"


@pytest.mark.requirement("UND-10", part="a number in digits of 12 mm, said twice, when assisted")
@pytest.mark.parametrize(("step", "apart"), [(3, True), (4, True), (5, False)])
def test_assisted_a_number_stands_by_itself_and_is_said_twice(step: int, apart: bool) -> None:
    kiosk = a_kiosk()
    assisted = replace(kiosk, preferences=replace(kiosk.preferences, assisted=True, text_step=step))
    contents = present_help(finding_screens()["help"], EN, assisted)
    assert [way.number for way in contents.ways if way.number] == (["555 0142", "Call 112"] if apart else [])
    said = [part.text for part in spoken(contents, EN)]
    if apart:
        at = said.index("555 0142")
        assert said[at : at + 3] == ["555 0142", "555 0142", "08:30–16:30"]
        assert said.count("Call 112") == 2
    else:
        assert said.count("555 0142, 08:30–16:30") == 1


def test_once_somebody_was_called_the_page_says_how_long_the_place_is_kept() -> None:
    visit = replace(finding_screens()["help-called"], delays=Delays(called=900.0))
    contents = present_help(visit, EN, a_kiosk())
    assert contents.coming == "Somebody is coming. Your place is kept for 15 minutes."
    assert contents.call == ""


def test_at_home_nobody_can_be_called_to_the_machine() -> None:
    assert present_help(finding_screens()["help"], EN, at_home()).call == ""


def test_at_the_smallest_text_there_is_only_larger_and_at_the_largest_only_smaller() -> None:
    setting = a_kiosk()
    small = comfort(setting).rows[0]
    large = comfort(replace(setting, preferences=replace(setting.preferences, text_step=5))).rows[0]
    assert [change.text for change in small.changes] == ["Larger"]
    assert [change.text for change in large.changes] == ["Smaller"]
    assert small.changes[0].wished == setting.preferences.with_text_step(2)


def test_changing_colours_goes_through_all_of_them_and_comes_back() -> None:
    seen, theme = [], "standard"
    for _ in range(5):
        theme = next_theme(theme, at_home=False)
        seen.append(theme)
    assert seen == ["high-light", "high-dark", "yellow-on-black", "low-glare", "standard"]
    assert next_theme("low-glare", at_home=True) == "system"


def test_every_theme_has_a_name() -> None:
    for theme in THEMES:
        setting = a_kiosk()
        contents = comfort(replace(setting, preferences=replace(setting.preferences, theme=theme)))
        assert contents.rows[1].value


@pytest.mark.requirement("PRV-05", part="one press puts everything back")
def test_put_back_wishes_exactly_the_profile_s_preferences() -> None:
    setting = a_kiosk()
    changed = replace(setting, preferences=replace(setting.preferences, theme="high-dark", text_step=4))
    assert comfort(changed, None).rows[-1].changes[0].wished == setting.defaults


@pytest.mark.requirement("UND-01", part="the settings never hold more than seven things to press")
@pytest.mark.parametrize("part", ComfortPart)
def test_no_part_of_the_settings_holds_more_than_seven_things_to_press(part: ComfortPart) -> None:
    middle = replace(a_kiosk().preferences, text_step=3)
    contents = comfort(replace(a_kiosk(), preferences=middle), part)
    done = 1
    assert sum(len(row.changes) for row in contents.rows) + done <= 7
    assert set(ROWS) == set(ComfortPart)


def test_the_voice_has_seven_rates_and_five_volumes_and_stays_at_its_ends() -> None:
    setting, rates, volumes = a_kiosk(), 1, 1
    names = {one.name for row in comfort(setting, ComfortPart.VOICE).rows for one in row.changes}
    assert names >= {"settings.speed_slower", "settings.speed_faster", "settings.quieter", "settings.louder"}
    slowest = replace(setting, preferences=replace(setting.preferences, speech_rate=-3, volume=-2))
    while faster := _wished(slowest, "settings.speed_faster"):
        slowest, rates = replace(slowest, preferences=faster), rates + 1
    while louder := _wished(slowest, "settings.louder"):
        slowest, volumes = replace(slowest, preferences=louder), volumes + 1
    assert (rates, volumes) == (7, 5)


def _wished(setting: Setting, name: str) -> Preferences | None:
    for row in comfort(setting, ComfortPart.VOICE).rows:
        for one in row.changes:
            if one.name == name:
                assert isinstance(one.wished, Preferences)
                return one.wished
    return None


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (ComfortPart.SEEING, "settings.spacing"),
        (ComfortPart.VOICE, "settings.voice"),
        (ComfortPart.LETTERS, "settings.order"),
        (ComfortPart.LETTERS, "settings.keys"),
        (ComfortPart.PACE, "settings.pace"),
    ],
)
def test_a_second_press_takes_the_first_one_back(part: ComfortPart, name: str) -> None:
    setting = a_kiosk()
    once = change(setting, part, name)
    assert isinstance(once.wished, Preferences)
    assert once.wished != setting.preferences
    twice = change(replace(setting, preferences=once.wished), part, name)
    assert twice.text != once.text
    assert twice.wished == setting.preferences


@pytest.mark.requirement("UND-09", part="languages in their own script")
def test_the_language_in_use_is_marked_and_each_is_in_its_own_script() -> None:
    visit = finding_screens(Language("ar"))["languages"]
    contents = present_languages(visit, Messages.load("ar"), a_kiosk())
    assert [offer.chosen for offer in contents.offers] == [False, True, False, False]
    assert contents.offers[1].name.text == "العربية"


@pytest.mark.requirement("UND-06", part="leaving with answers asks first")
def test_finishing_with_answers_offers_to_go_on_first() -> None:
    items = present_ask_finish(finding_screens()["ask-finish"], EN).items()
    assert [item.phrase.text for item in items][-2:] == ["Go on with my form", "Finish, forget my answers"]


def test_the_farewell_says_that_everything_is_forgotten() -> None:
    assert "forgotten you" in present_finished(finding_screens()["finished"], EN, a_kiosk()).forgotten

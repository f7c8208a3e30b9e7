# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings, one function for each row: how it is now, and the changes that are offered.

A new setting is one more function and one more entry in `ROWS`; no part may hold more than six things to press.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from accessibility.preferences import SPEECH_RATES, STEPS, VOLUMES, Preferences
from core.visit.events import ByPerson
from core.visit.settings_pages import ComfortPart
from i18n.messages import Messages
from ui.present.setting import Setting

THEMES: Mapping[str, str] = MappingProxyType(
    {
        "standard": "settings.theme.standard",
        "high-light": "settings.theme.high-light",
        "high-dark": "settings.theme.high-dark",
        "yellow-on-black": "settings.theme.yellow-on-black",
        "low-glare": "settings.theme.low-glare",
        "system": "settings.theme.system",
        "evening": "settings.theme.evening",
    }
)
"""Theme → its name. The first five can be chosen everywhere, `system` at home, `evening` by `system` only."""


@dataclass(frozen=True, slots=True)
class Change:
    """A button, and what it brings: other preferences, or an event of the visit."""

    name: str
    text: str
    picture: str
    wished: Preferences | ByPerson


@dataclass(frozen=True, slots=True)
class ComfortRow:
    """One thing that can be changed. `steps` is set for what has a scale: (step, of)."""

    title: str
    value: str
    changes: tuple[Change, ...]
    steps: tuple[int, int] | None = None


RowMaker = Callable[[Messages, Setting], ComfortRow]


def next_theme(theme: str, at_home: bool) -> str:
    """The colours that 'Change colours' leads to: round and round through those that may be chosen."""
    offered = [name for name in THEMES if name != "evening" and (at_home or name != "system")]
    return offered[(offered.index(theme) + 1) % len(offered)] if theme in offered else offered[0]


def text_size(texts: Messages, setting: Setting) -> ComfortRow:
    """Five text steps."""
    now = setting.preferences
    changes = []
    if now.text_step > 1:
        smaller = now.with_text_step(now.text_step - 1)
        changes.append(Change("settings.smaller", texts.text("settings.smaller"), "", smaller))
    if now.text_step < STEPS:
        larger = now.with_text_step(now.text_step + 1)
        changes.append(Change("settings.larger", texts.text("settings.larger"), "", larger))
    value = texts.text("settings.text_value", step=now.text_step, steps=STEPS)
    return ComfortRow(texts.text("settings.text"), value, tuple(changes), (now.text_step, STEPS))


def colours(texts: Messages, setting: Setting) -> ComfortRow:
    """The themes, one after the other."""
    now = setting.preferences
    after = now.with_theme(next_theme(now.theme, setting.at_home))
    change = Change("settings.colours", texts.text("settings.change_colours"), "edit", after)
    return ComfortRow(texts.text("settings.colours"), texts.text(THEMES[now.theme]), (change,))


def spacing(texts: Messages, setting: Setting) -> ComfortRow:
    """Letters, words and lines further apart (SEE-10)."""
    now = setting.preferences
    word = texts.text("comfort.spacing_usual" if now.wide_spacing else "comfort.spacing_wider")
    value = texts.text("comfort.spacing_now_wide" if now.wide_spacing else "comfort.spacing_now_usual")
    change = Change("settings.spacing", word, "", now.with_wide_spacing(not now.wide_spacing))
    return ComfortRow(texts.text("comfort.spacing"), value, (change,))


def motion(texts: Messages, setting: Setting) -> ComfortRow:
    """Nothing moves by itself, so there is nothing to stop; who is troubled by motion can read that here."""
    del setting
    return ComfortRow(texts.text("comfort.motion"), texts.text("comfort.motion_none"), ())


def voice(texts: Messages, setting: Setting) -> ComfortRow:
    """Pages read aloud, or silence."""
    now = setting.preferences
    word = texts.text("settings.turn_off" if now.spoken else "settings.turn_on")
    value = texts.text("settings.voice_on" if now.spoken else "settings.voice_off")
    change = Change("settings.voice", word, "read-aloud", now.with_spoken(not now.spoken))
    return ComfortRow(texts.text("settings.voice"), value, (change,))


def speed(texts: Messages, setting: Setting) -> ComfortRow:
    """Seven rates."""
    now, (slowest, fastest) = setting.preferences, SPEECH_RATES
    changes = []
    if now.speech_rate > slowest:
        slower = now.with_speech_rate(now.speech_rate - 1)
        changes.append(Change("settings.speed_slower", texts.text("comfort.speed_slower"), "", slower))
    if now.speech_rate < fastest:
        faster = now.with_speech_rate(now.speech_rate + 1)
        changes.append(Change("settings.speed_faster", texts.text("comfort.speed_faster"), "", faster))
    step, of = now.speech_rate - slowest + 1, fastest - slowest + 1
    value = texts.text("settings.text_value", step=step, steps=of)
    return ComfortRow(texts.text("comfort.speed"), value, tuple(changes), (step, of))


def volume(texts: Messages, setting: Setting) -> ComfortRow:
    """Five steps."""
    now, (quietest, loudest) = setting.preferences, VOLUMES
    changes = []
    if now.volume > quietest:
        quieter = now.with_volume(now.volume - 1)
        changes.append(Change("settings.quieter", texts.text("comfort.quieter"), "", quieter))
    if now.volume < loudest:
        louder = now.with_volume(now.volume + 1)
        changes.append(Change("settings.louder", texts.text("comfort.louder"), "", louder))
    step, of = now.volume - quietest + 1, loudest - quietest + 1
    value = texts.text("settings.text_value", step=step, steps=of)
    return ComfortRow(texts.text("comfort.volume"), value, tuple(changes), (step, of))


def curtain(texts: Messages, setting: Setting) -> ComfortRow:
    """A dark screen with the voice alone, or the pages to see."""
    now = setting.preferences
    word = texts.text("voice.screen_show" if now.curtain else "voice.screen_darken")
    value = texts.text("voice.screen_dark" if now.curtain else "voice.screen_lit")
    change = Change("settings.curtain", word, "hide", now.with_curtain(not now.curtain))
    return ComfortRow(texts.text("voice.screen"), value, (change,))


def letter_order(texts: Messages, setting: Setting) -> ComfortRow:
    """The country's usual order of letters, or from A to Z."""
    now = setting.preferences
    usual = now.keyboard_order == "local"
    word = texts.text("comfort.order_alphabetical" if usual else "comfort.order_usual")
    value = texts.text("comfort.order_now_usual" if usual else "comfort.order_now_alphabetical")
    after = now.with_keyboard_order("alphabetical" if usual else "local")
    return ComfortRow(
        texts.text("comfort.order"), value, (Change("settings.order", word, "keyboard", after),)
    )


def key_size(texts: Messages, setting: Setting) -> ComfortRow:
    """Larger keys, fewer on a sheet."""
    now = setting.preferences
    word = texts.text("comfort.keys_usual" if now.large_keys else "comfort.keys_larger")
    value = texts.text("comfort.keys_now_large" if now.large_keys else "comfort.keys_now_usual")
    change = Change("settings.keys", word, "", now.with_large_keys(not now.large_keys))
    return ComfortRow(texts.text("comfort.keys"), value, (change,))


def pace(texts: Messages, setting: Setting) -> ComfortRow:
    """Everything larger and slower, or the usual pace."""
    now = setting.preferences
    word = texts.text("settings.normal" if now.assisted else "settings.slower")
    value = texts.text("settings.pace_slower" if now.assisted else "settings.pace_normal")
    change = Change("settings.pace", word, "clock", setting.with_pace(assisted=not now.assisted))
    return ComfortRow(texts.text("settings.pace"), value, (change,))


def words(texts: Messages, setting: Setting) -> ComfortRow:
    """Easier words and shorter sentences on the most important pages, or the usual ones."""
    now = setting.preferences
    word = texts.text("comfort.words_usual" if now.easy_words else "comfort.words_easy")
    value = texts.text("comfort.words_now_easy" if now.easy_words else "comfort.words_now_usual")
    change = Change("settings.words", word, "", now.with_easy_words(not now.easy_words))
    return ComfortRow(texts.text("comfort.words"), value, (change,))


def reach(texts: Messages, setting: Setting) -> ComfortRow:
    """Everything to press low on an upright glass, for who sits or is small (OPR-02)."""
    now = setting.preferences
    word = texts.text("comfort.reach_usual" if now.low_reach else "comfort.reach_low")
    value = texts.text("comfort.reach_now_low" if now.low_reach else "comfort.reach_now_usual")
    change = Change("settings.reach", word, "", now.with_low_reach(not now.low_reach))
    return ComfortRow(texts.text("comfort.reach"), value, (change,))


def put_back(texts: Messages, setting: Setting) -> ComfortRow:
    """One press, and everything is as the machine's profile has it."""
    change = Change("settings.back", texts.text("settings.put_back"), "", setting.defaults)
    return ComfortRow(texts.text("settings.back"), texts.text("settings.back_value"), (change,))


ROWS: Mapping[ComfortPart, tuple[RowMaker, ...]] = MappingProxyType(
    {
        ComfortPart.SEEING: (text_size, colours, spacing, motion),
        ComfortPart.VOICE: (voice, speed, volume, curtain),
        ComfortPart.LETTERS: (letter_order, key_size),
        ComfortPart.PACE: (pace, words),
    }
)
"""What stands on the page of each part, in this order."""


def rows_of(part: ComfortPart, texts: Messages, setting: Setting) -> tuple[ComfortRow, ...]:
    """The rows of a part on this machine: only an upright glass has a lower half worth reaching for."""
    makers = ROWS[part]
    if part is ComfortPart.PACE and setting.upright:
        makers = (*makers, reach)
    return tuple(make(texts, setting) for make in makers)

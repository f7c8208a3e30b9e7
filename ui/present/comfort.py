# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make it comfortable: each row says how it is now and offers one change, which acts at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from accessibility.preferences import STEPS, Preferences
from core.ids import Language
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown
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
    """A button, and what the preferences become when it is pressed."""

    name: str
    text: str
    picture: str
    wished: Preferences


@dataclass(frozen=True, slots=True)
class ComfortRow:
    """One thing that can be changed. `steps` is set for the text size: (step, of)."""

    title: str
    value: str
    changes: tuple[Change, ...]
    steps: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SampleContents:
    """A small page that shows how pages look now."""

    note: str
    question: str
    answers: tuple[str, str]
    after: str


@dataclass(frozen=True, slots=True)
class ComfortContents:
    """The settings page."""

    language: Language
    heading: str
    note: str
    rows: tuple[ComfortRow, ...]
    sample: SampleContents
    done: str

    def items(self) -> tuple[Item, ...]:
        """In reading order. The sample is for the eye and is not read."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            (
                item
                for row in self.rows
                for item in (
                    sentence(row.title, self.language),
                    sentence(row.value, self.language),
                    *(button(change.text, self.language) for change in row.changes),
                )
            ),
            button(self.done, self.language),
        )


def present_comfort(visit: Visit, texts: Messages, setting: Setting) -> ComfortContents:
    """What can be made more comfortable, and how it is now."""
    return ComfortContents(
        language=visit.language,
        heading=texts.text("settings.heading"),
        note=texts.text("settings.note_home" if setting.at_home else "settings.note"),
        rows=(
            _text_size(texts, setting.preferences),
            _colours(texts, setting),
            _voice(texts, setting.preferences),
            _pace(texts, setting),
            _back(texts, setting),
        ),
        sample=SampleContents(
            texts.text("settings.sample"),
            texts.text("settings.sample_question"),
            (texts.text("settings.sample_first"), texts.text("settings.sample_second")),
            texts.text("settings.sample_note"),
        ),
        done=texts.text("settings.done"),
    )


def next_theme(theme: str, at_home: bool) -> str:
    """The colours that 'Change colours' leads to: round and round through those that may be chosen."""
    offered = [name for name in THEMES if name != "evening" and (at_home or name != "system")]
    return offered[(offered.index(theme) + 1) % len(offered)] if theme in offered else offered[0]


def _text_size(texts: Messages, now: Preferences) -> ComfortRow:
    changes = []
    if now.text_step > 1:
        smaller = now.with_text_step(now.text_step - 1)
        changes.append(Change("settings.smaller", texts.text("settings.smaller"), "", smaller))
    if now.text_step < STEPS:
        larger = now.with_text_step(now.text_step + 1)
        changes.append(Change("settings.larger", texts.text("settings.larger"), "", larger))
    value = texts.text("settings.text_value", step=now.text_step, steps=STEPS)
    return ComfortRow(texts.text("settings.text"), value, tuple(changes), (now.text_step, STEPS))


def _colours(texts: Messages, setting: Setting) -> ComfortRow:
    now = setting.preferences
    after = now.with_theme(next_theme(now.theme, setting.at_home))
    change = Change("settings.colours", texts.text("settings.change_colours"), "edit", after)
    return ComfortRow(texts.text("settings.colours"), texts.text(THEMES[now.theme]), (change,))


def _voice(texts: Messages, now: Preferences) -> ComfortRow:
    word = texts.text("settings.turn_off" if now.spoken else "settings.turn_on")
    value = texts.text("settings.voice_on" if now.spoken else "settings.voice_off")
    change = Change("settings.voice", word, "read-aloud", now.with_spoken(not now.spoken))
    return ComfortRow(texts.text("settings.voice"), value, (change,))


def _pace(texts: Messages, setting: Setting) -> ComfortRow:
    now = setting.preferences
    word = texts.text("settings.normal" if now.assisted else "settings.slower")
    value = texts.text("settings.pace_slower" if now.assisted else "settings.pace_normal")
    change = Change("settings.pace", word, "clock", setting.with_pace(assisted=not now.assisted))
    return ComfortRow(texts.text("settings.pace"), value, (change,))


def _back(texts: Messages, setting: Setting) -> ComfortRow:
    change = Change("settings.back", texts.text("settings.put_back"), "", setting.defaults)
    return ComfortRow(texts.text("settings.back"), texts.text("settings.back_value"), (change,))

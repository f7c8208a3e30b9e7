# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make it comfortable: a few parts, each with its page; on it, each row says how it is now and what can be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.ids import Language
from core.visit.events import ByPerson, CardPressed, ComfortPartChosen, WayPageChanged
from core.visit.settings_pages import Comfort, ComfortPart
from core.visit.state import Visit
from core.visit.way_pages import Ways
from i18n.messages import Messages
from ui.present.comfort_rows import ROWS, ComfortRow, put_back, rows_of
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.setting import Setting

PICTURES: Mapping[ComfortPart, str] = MappingProxyType(
    {
        ComfortPart.SEEING: "larger-slower",
        ComfortPart.VOICE: "read-aloud",
        ComfortPart.LETTERS: "keyboard",
        ComfortPart.PACE: "clock",
    }
)


@dataclass(frozen=True, slots=True)
class PartDoor:
    """The way to one part of the settings, or to the card that carries them."""

    name: str
    opens: ByPerson
    picture: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class SampleContents:
    """A small page that shows how pages look now."""

    note: str
    question: str
    answers: tuple[str, str]
    after: str


@dataclass(frozen=True, slots=True)
class ComfortContents:
    """The settings page: doors to its parts, or the rows of one part with a sample of what they do."""

    language: Language
    heading: str
    note: str
    doors: tuple[PartDoor, ...]
    rows: tuple[ComfortRow, ...]
    sample: SampleContents | None
    done: str

    def items(self) -> tuple[Item, ...]:
        """In reading order. The sample is for the eye and is not read."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            (
                item
                for door in self.doors
                for item in (button(door.title, self.language), sentence(door.note, self.language))
            ),
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


def present_comfort(visit: Visit, over: Comfort, texts: Messages, setting: Setting) -> ComfortContents:
    """What can be made more comfortable, and how it is now."""
    part = over.part
    if part is None:
        return ComfortContents(
            language=visit.language,
            heading=texts.text("settings.heading"),
            note=texts.text("settings.note_home" if setting.at_home else "settings.note"),
            doors=_doors(texts),
            # With nothing to put back, all doors stand on one part of the page.
            rows=() if setting.preferences == setting.defaults else (put_back(texts, setting),),
            sample=None,
            done=texts.text("settings.done"),
        )
    return ComfortContents(
        language=visit.language,
        heading=texts.text(f"comfort.part.{part.value}"),
        note=texts.text("settings.sample_note"),
        doors=(),
        rows=rows_of(part, texts, setting),
        sample=sample(texts) if part is ComfortPart.SEEING else None,
        done=texts.text("settings.done"),
    )


def _door(part: ComfortPart, texts: Messages) -> PartDoor:
    title, note = texts.text(f"comfort.part.{part.value}"), texts.text(f"comfort.part_note.{part.value}")
    return PartDoor(f"settings.part.{part.value}", ComfortPartChosen(part), PICTURES[part], title, note)


def _doors(texts: Messages) -> tuple[PartDoor, ...]:
    """How people press stands among the first, which are seen without turning the page."""
    first, second, *others = (_door(one, texts) for one in ROWS)
    return (first, second, _ways(texts), *others, _card(texts))


def _ways(texts: Messages) -> PartDoor:
    title, note = texts.text("ways.door"), texts.text("ways.door_note")
    return PartDoor("settings.ways", WayPageChanged(Ways()), "way-five-keys", title, note)


def _card(texts: Messages) -> PartDoor:
    return PartDoor(
        "settings.card", CardPressed(), "card", texts.text("card.door"), texts.text("card.door_note")
    )


def sample(texts: Messages) -> SampleContents:
    """A question with two answers, as any form could have it."""
    return SampleContents(
        texts.text("settings.sample"),
        texts.text("settings.sample_question"),
        (texts.text("settings.sample_first"), texts.text("settings.sample_second")),
        texts.text("settings.sample_note"),
    )

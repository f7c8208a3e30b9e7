# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a page into reading order, so that 'Read aloud' says exactly what is visible and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, assert_never

from accessibility.speech.transcript import Part
from core.ids import Language
from core.text import Phrase
from i18n.messages import Messages, language_of


class Role(Enum):
    """What an item on a page is; a control's role is said after its name."""

    HEADING = "heading"
    TEXT = "text"
    BUTTON = "button"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    FIELD = "field"


CHOICES = frozenset({Role.ONE_OF, Role.SOME_OF})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is read: its words, and what it is.

    `chosen` belongs to the roles `ONE_OF` and `SOME_OF`. `value` is what stands in a field. `spell` is for
    numbers that people copy; `twice` for what is dialled, to be heard again before it is forgotten. `private` words,
    and every value and choice, are only said where no other hears them.
    """

    phrase: Phrase
    role: Role = Role.TEXT
    chosen: bool = False
    value: Phrase | None = None
    spell: bool = False
    private: bool = False
    twice: bool = False


class Readable(Protocol):
    """The contents of a page, as far as the voice needs them."""

    def items(self) -> tuple[Item, ...]:
        """Everything visible, in reading order, without the bar."""


def heading(text: str, language: str) -> Item:
    """The page's heading."""
    return Item(Phrase(text, Language(language)), Role.HEADING)


def sentence(text: str, language: str) -> Item:
    """A sentence of ours."""
    return Item(Phrase(text, Language(language)))


def quoted(phrase: Phrase, *, private: bool = False) -> Item:
    """A text from outside, in its own language; or an answer, which is the person's own."""
    return Item(phrase, private=private)


def button(text: str, language: str) -> Item:
    """A button with our words on it."""
    return Item(Phrase(text, Language(language)), Role.BUTTON)


def shown(*items: Item | Iterable[Item]) -> tuple[Item, ...]:
    """The items that have words, in order; groups are opened."""
    flat: list[Item] = []
    for item in items:
        flat.extend((item,) if isinstance(item, Item) else item)
    return tuple(item for item in flat if item.phrase.text.strip() or item.role is Role.FIELD)


def spoken(page: Readable, texts: Messages) -> tuple[Part, ...]:
    """What the voice says for a page: each item's words, then what it is, how it stands, and which of how many."""
    said: list[Part] = []
    items = page.items()
    for place, item in enumerate(items):
        language = language_of(item.phrase.text, item.phrase.language)
        words = Part(item.phrase.text, language, item.spell, place, item.private)
        said += [words, words] if item.twice else [words]
        if item.value is not None and item.value.text:
            said.append(Part(item.value.text, item.value.language, place=place, private=True))
        if after := _after(item, texts):
            said.append(ours(after, texts, place, private=item.chosen))
        if item.role in CHOICES:
            number, of = _position(items, place)
            said.append(ours(texts.text("voice.position", place=number, of=of), texts, place))
    return tuple(said)


def ours(text: str, texts: Messages, place: int = 0, *, private: bool = False) -> Part:
    """A sentence of ours. One that a language pack lacks is in English, and is said by the English voice."""
    return Part(text, language_of(text, texts.language), place=place, private=private)


def for_all_to_hear(parts: Iterable[Part], texts: Messages) -> tuple[Part, ...]:
    """The parts as they are said where others listen: instead of each private one, that it is not said aloud."""
    said: list[Part] = []
    key = "voice.hidden"
    for part in parts:
        if not part.private:
            said.append(part)
        elif not said or said[-1].text != texts.text(key):
            said.append(ours(texts.text(key), texts, part.place))
            key = "voice.hidden_short"
    return tuple(said)


def _position(items: tuple[Item, ...], place: int) -> tuple[int, int]:
    role = items[place].role
    first = next((at + 1 for at in range(place, -1, -1) if items[at].role is not role), 0)
    last = next((at for at in range(place, len(items)) if items[at].role is not role), len(items))
    return place - first + 1, last - first


def _after(item: Item, texts: Messages) -> str:
    match item.role:
        case Role.HEADING | Role.TEXT:
            return ""
        case Role.BUTTON:
            return texts.text("reading.button")
        case Role.ONE_OF | Role.SOME_OF:
            return texts.text("reading.chosen") if item.chosen else texts.text("reading.choice")
        case Role.FIELD:
            empty = item.value is None or not item.value.text
            return texts.text("reading.field_empty") if empty else texts.text("reading.field")
        case _:
            assert_never(item.role)

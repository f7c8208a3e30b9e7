# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts an answer field into reading order."""

from typing import assert_never

from core.ids import Language
from core.text import Phrase
from ui.present.fields import (
    BoxesContents,
    ChoiceContents,
    FieldContents,
    NothingToAnswer,
    NumberContents,
    Option,
    SteppedContents,
    TextContents,
)
from ui.present.handed import FileContents
from ui.present.making import MakingContents
from ui.present.ordering import RankContents
from ui.present.placing import PlacesContents
from ui.present.reading import Item, Role, button, quoted, sentence
from ui.present.signing import SignatureContents


def field_items(field: FieldContents, language: Language, asked_in: Language) -> tuple[Item, ...]:
    """Everything that can be read of a field, in order. A field is called what its question says, in its language."""
    match field:
        case ChoiceContents():
            return _choice(field, language)
        case TextContents():
            text = field.instead if field.masked else field.raw
            wrong, make = sentence(field.wrong, language), button(field.make, language)
            return (wrong, _written(field.name, text, language, asked_in), make)
        case NumberContents():
            in_words = Item(Phrase(field.said or "", language), private=bool(field.raw))
            return (_written(field.name, field.shown, language, asked_in), in_words)
        case RankContents():
            placed = (
                Item(one.label, Role.SOME_OF, chosen=one.place > 0, private=one.place > 0)
                for one in field.options
            )
            return (*placed, button(field.again, language))
        case SteppedContents(number=number):
            written = _written(number.name, number.shown, language, asked_in)
            steps = (button(field.less.text, language), button(field.more.text, language))
            return (written, sentence(field.told, language), *steps)
        case BoxesContents():
            boxes = (_written(box.label, box.text, language, language) for box in field.boxes)
            shortcut = (button(field.shortcut.text, language),) if field.shortcut is not None else ()
            return (*boxes, *(sentence(line, language) for line in field.said), *shortcut)
        case FileContents():
            rows = (Item(one.label, Role.ONE_OF, private=True) for one in field.rows)
            held = Item(Phrase(field.held, language), private=True)
            told = (sentence(field.wrong, language), sentence(field.told, language))
            made = sentence(field.shown_name, language)
            make = button(field.make, language)
            return (
                held,
                made,
                *told,
                button(field.hear, language),
                make,
                *rows,
                button(field.look, language),
                button(field.back, language),
            )
        case MakingContents():
            buttons = (button(one.text, language) for one in field.buttons)
            now = Item(Phrase(field.told, language), private=field.private)
            return (now, sentence(field.name, language), *buttons)
        case SignatureContents():
            written = _written(field.name, field.text, language, asked_in)
            again = (button(field.again, language),) if field.picture else ()
            return (written, sentence(field.draw, language), *again)
        case PlacesContents():
            so_far = Item(Phrase(field.said, language), private=True)
            search, *found = _choice(field.adding, language)
            return (search, so_far, *found, button(field.back, language))
        case NothingToAnswer(value=value, told=told):
            return tuple(quoted(one) for one in (*told, value) if one is not None)
        case _:
            assert_never(field)


def _choice(field: ChoiceContents, language: Language) -> tuple[Item, ...]:
    role = Role.SOME_OF if field.multiple else Role.ONE_OF
    typed = Phrase(field.letters, language) if field.letters else None
    search = (Item(Phrase(field.search, language), Role.FIELD, value=typed),) if field.search else ()
    return (
        *search,
        sentence(field.told, language),
        *(item for one in field.options for item in _option(one, role, language)),
        *((button(field.on_map, language),) if field.on_map else ()),
    )


def _option(one: Option, role: Role, language: Language) -> tuple[Item, ...]:
    listen = (button(one.listen, language),) if one.listen else ()
    return (Item(one.label, role, chosen=one.chosen), *listen)


def _written(name: str, text: str, language: Language, named: Language) -> Item:
    return Item(Phrase(name, named), Role.FIELD, value=Phrase(text, language))

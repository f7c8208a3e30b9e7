# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a machine that cannot serve anybody now: what became of answers, and where else there is help."""

from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from core.visit.state import Visit
from i18n.languages import language_info
from i18n.messages import Messages
from ui.present.help import WayOn, ways_to_a_person
from ui.present.reading import Item, Role, heading, quoted, sentence, shown
from ui.present.setting import Setting
from ui.present.welcome import ON_PAGE, LanguageButton


@dataclass(frozen=True, slots=True)
class OutOfOrderContents:
    """`answers` tells whoever was here a moment ago what is safe and what is gone."""

    language: Language
    heading: str
    text: str
    answers: str
    ways: tuple[WayOn, ...]
    languages: tuple[LanguageButton, ...]

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.answers, own),
            (item for way in self.ways for item in (sentence(way.title, own), quoted(way.text))),
            (Item(offer.name, Role.BUTTON) for offer in self.languages),
        )


def present_out_of_order(visit: Visit, texts: Messages, setting: Setting) -> OutOfOrderContents:
    """What the page says in the language of whoever reads it."""
    offered = setting.languages[:ON_PAGE] if len(setting.languages) > 1 else ()
    return OutOfOrderContents(
        language=visit.language,
        heading=texts.text("out_of_order.heading"),
        text=texts.text("out_of_order.text"),
        answers=texts.text("out_of_order.answers"),
        ways=ways_to_a_person(visit.language, texts, setting),
        languages=tuple(LanguageButton(tag, Phrase(language_info(tag).own_name, tag)) for tag in offered),
    )

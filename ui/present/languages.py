# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All languages, each in its own script; no answer is lost by changing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import Phrase
from i18n.languages import language_info
from i18n.messages import Messages
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.visit.state import Visit
    from ui.present.reading import Item

WHOLE = 100


@dataclass(frozen=True, slots=True)
class LanguageOffer:
    """A language in its own script. `chosen` marks the one in use."""

    language: Language
    name: Phrase
    chosen: bool


@dataclass(frozen=True, slots=True)
class LanguagesContents:
    """The offers stand in the profile's order. `partly` says of each unfinished language how much of it there is."""

    language: Language
    heading: str
    note: str
    partly: tuple[Phrase, ...]
    offers: tuple[LanguageOffer, ...]
    stay: str

    def items(self) -> "tuple[Item, ...]":
        """In reading order."""
        from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown

        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            (quoted(line) for line in self.partly),
            (Item(offer.name, Role.ONE_OF, offer.chosen) for offer in self.offers),
            button(self.stay, self.language),
        )


def present_languages(visit: "Visit", texts: Messages, setting: Setting) -> LanguagesContents:
    """What can be chosen."""
    return LanguagesContents(
        language=visit.language,
        heading=texts.text("language.heading"),
        note=texts.text("language.note"),
        partly=partly(setting.languages, texts),
        offers=tuple(
            LanguageOffer(tag, Phrase(language_info(tag).own_name, tag), tag == visit.language)
            for tag in setting.languages
        ),
        stay=texts.text("language.stay"),
    )


def partly(languages: tuple[Language, ...], texts: Messages) -> tuple[Phrase, ...]:
    """What is said of languages that are not whole: how much there is, and what stands in for the rest."""
    unfinished = [info for info in map(language_info, languages) if info.share < WHOLE]
    return tuple(
        Phrase(
            texts.text("language.partly", language=info.own_name, share=str(info.share)),
            Language(texts.language),
        )
        for info in unfinished
    )

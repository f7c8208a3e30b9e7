# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of a form, as large as the page has room for it."""

from dataclasses import dataclass, field

from core.ids import Language
from core.text import Phrase
from core.visit import form_media
from core.visit.media_pages import LookClosely
from core.visit.pages import Question
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import form_text
from ui.present.illustrated import choice_words, name_of
from ui.present.reading import Item, Role, button, sentence, shown


@dataclass(frozen=True, slots=True)
class LookContents:
    """`heading` is the question or the answer that the picture belongs to. `more` is empty at the last one."""

    language: Language
    heading: Phrase
    name: str
    picture: bytes = field(repr=False)
    back: str
    more: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            Item(self.heading, Role.HEADING),
            sentence(self.name, self.language),
            button(self.back, self.language),
            button(self.more, self.language),
        )


def present_look(visit: Visit, over: LookClosely, texts: Messages) -> LookContents:
    """What the page shows. ValueError without a question that has pictures, which the visit never lets happen."""
    filling, page = visit.filling, visit.page
    if filling is None or not isinstance(page, Question):
        raise ValueError("pictures are looked at on the page of a question")
    entry, language = filling.entry, Language(texts.language)
    found = form_media.pictures(entry, page.path, language)
    if not found:
        raise ValueError("a question without pictures")
    number = min(over.number, len(found) - 1)
    picture = found[number]
    question = entry.question(page.path)
    if picture.place < 0:
        heading = form_text.label(entry, question.label, language)
    else:
        heading = choice_words(entry, entry.choices(question)[picture.place], picture.place, texts)
    name = name_of(entry, picture, texts)
    return LookContents(
        language=language,
        heading=heading if heading.text else Phrase(name, language),
        name=name,
        picture=picture.large,
        back=texts.text("media.close"),
        more=texts.text("media.next") if number + 1 < len(found) else "",
    )

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a question shows and plays beside its words: the pictures and recordings of its form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import Phrase
from core.visit import form_media
from ui.present import form_text
from ui.present.reading import Item, button, sentence

if TYPE_CHECKING:
    from core.forms.definition import Choice, Question
    from core.forms.entry import Entry
    from i18n.messages import Messages


@dataclass(frozen=True, slots=True)
class MediaContents:
    """A `picture` with its `name`, and words of buttons: `larger` for looking closely, `listen` for a recording.

    Each is empty where there is nothing of the kind.
    """

    picture: bytes = field(default=b"", repr=False)
    name: str = ""
    larger: str = ""
    listen: str = ""

    def seen(self, language: Language) -> tuple[Item, ...]:
        """What stands under the question."""
        return (sentence(self.name, language), button(self.listen, language))

    def below(self, language: Language) -> tuple[Item, ...]:
        """What stands under the field."""
        return (button(self.larger, language),)


def media_of(entry: Entry, question: Question, texts: Messages) -> MediaContents:
    """What there is beside a question."""
    language = Language(texts.language)
    own = form_media.picture(entry, question.label, language)
    count = len(form_media.pictures(entry, question.path, language))
    larger = "media.larger_all" if count > 1 else "media.larger"
    return MediaContents(
        own.content if own is not None else b"",
        name_of(entry, own, texts) if own is not None else "",
        texts.text(larger) if count else "",
        texts.text("media.listen") if form_media.sound(entry, question.label, language) else "",
    )


def name_of(entry: Entry, picture: form_media.Picture, texts: Messages) -> str:
    """What is said of a picture to who does not see it: its author's words, else those that it stands beside."""
    words = picture.told or form_text.label(entry, picture.message, Language(texts.language)).text
    if words:
        return texts.text("media.picture", words=words)
    return texts.text("media.numbered", n=max(picture.place, 0) + 1)


def choice_words(entry: Entry, choice: Choice, place: int, texts: Messages) -> Phrase:
    """An answer to choose. One that is a picture only is called by what its author says of it, or by its number."""
    language = Language(texts.language)
    words = form_text.answer(entry, choice.label, language)
    if words.text:
        return words
    shown = form_media.picture(entry, choice.label, language, place)
    if shown is None:
        return words
    return Phrase(shown.told or texts.text("media.numbered", n=place + 1), language)

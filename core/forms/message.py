# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text of a form: plain words with computed parts between, in the languages that its author gave."""

from dataclasses import dataclass

from core.forms.expression.tree import Expression
from core.forms.media import Media, Versions, best
from core.ids import Language
from core.text import LocalisedText


@dataclass(frozen=True, slots=True)
class MessageVersion:
    """A message in one language. `parts` are plain texts and the outputs (ODK XForms `<output value>`) between them."""

    language: Language
    parts: tuple[str | Expression, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A text in the author's languages, plain (no Markdown, no HTML), to be rendered by `Entry.text`.

    `node` is the node that the outputs are evaluated for. `media` are the pictures and sounds beside it.
    """

    versions: tuple[MessageVersion, ...] = ()
    node: int = -1
    media: Versions = ()

    def media_in(self, language: Language) -> Media:
        """What is to be seen and heard beside the text."""
        return best(self.media, language)

    def best(self, language: Language) -> MessageVersion:
        """The version to show, chosen as `LocalisedText.best` chooses."""
        if len(self.versions) == 1:
            return self.versions[0]
        tags = LocalisedText.of([(version.language, "…") for version in self.versions])
        chosen = tags.best(language).language
        return next((one for one in self.versions if one.language == chosen), MessageVersion(language, ()))

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it is computed, so that it is the same for every node."""
        return all(isinstance(part, str) for version in self.versions for part in version.parts)

    def at(self, node: int) -> "Message":
        """The message for another node: a copy, inside a repeat, of that which the form's own is for."""
        if self.is_plain:
            return self
        return Message(self.versions, node, self.media)

    def __bool__(self) -> bool:
        return bool(self.versions)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures and sounds that a form's author put beside a text (ODK XForms, 'Media'), by the names of their files."""

from dataclasses import dataclass
from typing import Final

from core.ids import Language
from core.text import LocalisedText


@dataclass(frozen=True, slots=True)
class Media:
    """What stands or sounds beside a text in one language. Names are those of files, or `data:` addresses (RFC 2397).

    `large` is a picture made to be looked at closely (`big-image`); `told` is what the author says that it shows.
    """

    picture: str = ""
    large: str = ""
    sound: str = ""
    told: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The files there are."""
        return tuple(one for one in (self.picture, self.large, self.sound) if one)


NO_MEDIA: Final = Media()

Versions = tuple[tuple[Language, Media], ...]
"""The media of a text in the author's languages."""


def best(versions: Versions, language: Language) -> Media:
    """The media for a language, chosen as `LocalisedText.best` chooses: a picture in another one beats none."""
    if len(versions) < 2:
        return versions[0][1] if versions else NO_MEDIA
    chosen = LocalisedText.of([(tag, "…") for tag, _ in versions]).best(language).language
    return next((media for tag, media in versions if tag == chosen), NO_MEDIA)

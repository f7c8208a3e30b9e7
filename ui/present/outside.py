# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes texts from outside fit to show: plain, without controls, and no longer than a page can hold."""

from core.ids import Language
from core.text import LocalisedText, Phrase
from i18n.direction import plain

NAME = 120
"""Characters of a name of a service, an organisation, a life event or a place."""

SENTENCES = 400
"""Characters of a description or a rule."""


def name(text: LocalisedText, language: Language) -> Phrase:
    """A name in the best language there is, on one line."""
    best = text.best(language)
    return Phrase(plain(best.text, NAME, lines=False), best.language)


def sentences(text: LocalisedText, language: Language) -> Phrase:
    """A description in the best language there is."""
    best = text.best(language)
    return Phrase(plain(best.text, SENTENCES, lines=False), best.language)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of a page mean, where they mean something of their own here (WCAG 3.1.3): part of the help page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.forms.definition import AnswerType, Question
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.signing import is_signature

WORDS: Final[Mapping[type[p.Page], tuple[str, ...]]] = MappingProxyType(
    {
        p.Home: ("life_event", "application"),
        p.MoreEvents: ("life_event",),
        p.Check: ("sealed",),
        p.Sent: ("sealed", "receipt", "scan"),
        p.Applications: ("application", "sealed"),
        p.Status: ("application", "receipt", "sealed"),
        p.ReceiptCheck: ("receipt", "scan", "sealed", "application"),
        p.AboutMachine: ("sealed",),
    }
)
"""The words of each page, in the order in which they are met; a question's depend on what it asks."""


def page_words(visit: Visit, texts: Messages) -> tuple[str, ...]:
    """A sentence for each such word of the page that lies below; none where every word is an everyday one."""
    return tuple(texts.text(f"helping.word.{name}") for name in _names(visit))


def _names(visit: Visit) -> tuple[str, ...]:
    match visit.page:
        case p.Question(path=path) if visit.filling is not None:
            asked = next((one for one in visit.filling.entry.pages() if one.path == path), None)
            return ("scan",) if asked is not None and _is_scanned(asked) else ()
        case page:
            return WORDS.get(type(page), ())


def _is_scanned(question: Question) -> bool:
    return question.type is AnswerType.BARCODE or (
        question.type is AnswerType.UPLOAD and not is_signature(question)
    )

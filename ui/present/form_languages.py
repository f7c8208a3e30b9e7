# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says honestly where a service, its form or a question is not in the language that was chosen, and what it is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import LocalisedText, Phrase, is_in
from i18n.formats import language_name, list_join
from i18n.messages import Messages
from ui.present.fields import ChoiceContents, FieldContents, NothingToAnswer
from ui.present.ordering import RankContents

if TYPE_CHECKING:
    from core.catalogue import PublicService
    from core.visit.state import Filling


def of_service(service: PublicService, begun: Filling | None, texts: Messages, *, startable: bool) -> str:
    """What to know of the languages before starting; empty where everything is in the chosen one.

    The languages of a form that was opened are its own; before, they are what the catalogue says (`dct:language`).
    """
    wanted = Language(texts.language)
    languages = begun.entry.form.languages if begun is not None else service.languages
    named = tuple(tag for tag in languages if tag != "und")
    if startable and named and not any(is_in(tag, wanted) for tag in named):
        instead = LocalisedText.of([(tag, "…") for tag in named]).best(wanted).language
        return texts.text(
            "service.language.form",
            languages=list_join([language_name(tag, wanted) for tag in named], wanted),
            language=language_name(instead, wanted),
        )
    described = service.description.best(wanted)
    if described.text and not is_in(described.language, wanted):
        return texts.text("service.language.described", language=language_name(described.language, wanted))
    return ""


def of_notice(notice: Phrase, texts: Messages) -> str:
    """Which language the words of the town are in, when that is not the chosen one."""
    wanted = Language(texts.language)
    if not notice.text or notice.language == "und" or is_in(notice.language, wanted):
        return ""
    return texts.text("home.notice_elsewhere", language=language_name(notice.language, wanted))


def of_question(heading: Phrase, hint: Phrase, field: FieldContents, texts: Messages) -> str:
    """Which language a question is in, when it or a part of it is not in the chosen one."""
    wanted = Language(texts.language)
    phrases = [phrase for phrase in (heading, hint, *_of_field(field)) if phrase.text.strip()]
    foreign = [phrase.language for phrase in phrases if not is_in(phrase.language, wanted)]
    if not foreign:
        return ""
    key = "question.elsewhere" if not is_in(heading.language, wanted) else "question.elsewhere_partly"
    return texts.text(key, language=list_join(_names(foreign, wanted), wanted))


def _of_field(field: FieldContents) -> Sequence[Phrase]:
    match field:
        case ChoiceContents(options=options):
            return _worded([one.label for one in options])
        case RankContents(options=ranked):
            return _worded([one.label for one in ranked])
        case NothingToAnswer(told=told):
            return told
        case _:
            return ()


def _worded(labels: Sequence[Phrase]) -> Sequence[Phrase]:
    """Those with letters: a number is of no language."""
    return [one for one in labels if any(letter.isalpha() for letter in one.text)]


def _names(tags: Sequence[Language], wanted: Language) -> list[str]:
    return [language_name(tag, wanted) for tag in dict.fromkeys(tags)]

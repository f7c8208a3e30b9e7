# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets in a form: masked wherever they are shown, and seen only while their owner asks for it (PRV-07)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.forms.definition import Question as FormQuestion
from core.visit.pages import Question
from i18n.messages import Messages
from ui.present.fields import FieldContents, TextContents
from ui.present.question_contents import Way, WayOn

if TYPE_CHECKING:
    from core.forms.entry import Entry


def masked(field: FieldContents, question: FormQuestion, page: Question, texts: Messages) -> FieldContents:
    """The field of a secret with dots in place of letters, unless its owner wants to see them now."""
    if not question.secret or page.seen or not isinstance(field, TextContents):
        return field
    return replace(field, lines=False, masked=True, instead=texts.text("secret.written") if field.raw else "")


def way(entry: Entry, question: FormQuestion, page: Question, texts: Messages) -> tuple[WayOn, ...]:
    """The button that shows what was written, or hides it again."""
    if not question.secret or not entry.raw(question.path):
        return ()
    return (WayOn(Way.SHOW, texts.text("secret.hide" if page.seen else "secret.show")),)

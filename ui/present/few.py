# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many choices, a few at a time, for who goes slowly (accessibility.md section 5, 3)."""

from dataclasses import replace

from core.visit.filling import FEW
from i18n.messages import Messages
from ui.present.fields import ChoiceContents, FieldContents
from ui.present.setting import Setting


def shown(field: FieldContents, part: int, texts: Messages, setting: Setting) -> tuple[FieldContents, str]:
    """The field with one part of its choices, and the words that lead to the next part; empty where all are shown."""
    if not setting.preferences.assisted or not isinstance(field, ChoiceContents) or len(field.options) <= FEW:
        return field, ""
    first = part * FEW
    few = replace(field, options=field.options[first : first + FEW], search="", search_none="")
    last = first + FEW >= len(field.options)
    return few, texts.text("question.first_again" if last else "question.none_of_these")

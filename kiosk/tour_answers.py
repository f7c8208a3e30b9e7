# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Believable answers for the tour through every screen; nobody real is meant."""

from core.forms.definition import AnswerType, Question
from core.ids import Language

WORDS = {
    "full_name": {"en": "Marigold Example", "es": "Calma Ejemplo", "ar": "مريم مثال", "zh-Hans": "李小明"},
    "street": {
        "en": "14 Harbour Lane",
        "es": "Calle del Puerto 14",
        "ar": "شارع الميناء 14",
        "zh-Hans": "港湾路14号",
    },
    "who_moves": {"en": "family"},
    "children": {"en": "2"},
    "moving_date": {"en": "2026-12-14"},
}


def answer_for(name: str, question: Question, language: Language) -> str:
    """The raw answer for a question: its own if it is known, else the first choice; nothing for a note."""
    if name in WORDS:
        return WORDS[name].get(language, WORDS[name]["en"])
    match question.type:
        case AnswerType.SELECT_ONE | AnswerType.SELECT_MULTIPLE:
            return question.choices[0].value
        case _:
            return ""

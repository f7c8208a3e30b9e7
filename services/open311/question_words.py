# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the questions that the standard itself asks, which no city publishes: what, and where."""

from dataclasses import dataclass

from core.text import LocalisedText


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Texts for GeoReport v2's own arguments, in the languages of the program."""

    group: LocalisedText
    description: LocalisedText
    description_hint: LocalisedText
    description_long: LocalisedText
    address: LocalisedText
    address_hint: LocalisedText
    answer_needed: LocalisedText


STANDARD_WORDS = QuestionWords(
    group=LocalisedText.of({"en": "Your report", "es": "Su aviso", "ar": "بلاغك", "zh-Hans": "您的报告"}),
    description=LocalisedText.of(
        {"en": "What is wrong?", "es": "¿Qué ocurre?", "ar": "ما المشكلة؟", "zh-Hans": "出了什么问题？"}
    ),
    description_hint=LocalisedText.of(
        {
            "en": "Say what you see, in your own words.",
            "es": "Diga lo que ve, con sus palabras.",
            "ar": "صف ما تراه بكلماتك.",
            "zh-Hans": "用您自己的话，说说您看到了什么。",
        }
    ),
    description_long=LocalisedText.of(
        {
            "en": "This is too long. Use fewer words.",
            "es": "Es demasiado largo. Use menos palabras.",
            "ar": "النص طويل جدًا. اكتب كلمات أقل.",
            "zh-Hans": "写得太长了。请少写一些。",
        }
    ),
    address=LocalisedText.of(
        {"en": "Where is it?", "es": "¿Dónde está?", "ar": "أين المكان؟", "zh-Hans": "在什么地方？"}
    ),
    address_hint=LocalisedText.of(
        {
            "en": "A street and number, or a place that people know. For example: 27 Ropewalk",
            "es": "Calle y número, o un lugar conocido. Por ejemplo: Ropewalk 27",
            "ar": "الشارع والرقم، أو مكان معروف. مثال: 27 روب ووك",
            "zh-Hans": "街道和门牌号，或大家知道的地点。例如：绳索街27号",
        }
    ),
    answer_needed=LocalisedText.of(
        {
            "en": "Write an answer to go on.",
            "es": "Escriba una respuesta para seguir.",
            "ar": "اكتب إجابة للمتابعة.",
            "zh-Hans": "请写下答案再继续。",
        }
    ),
)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form made up for the registry of screens: questions and answers with pictures and recordings."""

from ui.registry_form_questions import Asked
from ui.registry_words import Four

_THINGS: tuple[tuple[str, Four], ...] = (
    ("lamp", ("The street lamp", "La farola", "مصباح الشارع", "路灯")),
    ("bench", ("The bench", "El banco", "المقعد", "长椅")),
    ("bin", ("The bin", "La papelera", "سلة المهملات", "垃圾桶")),
)
_BARE: tuple[tuple[str, Four], ...] = tuple((value, ("-", "-", "-", "-")) for value, _ in _THINGS)
"""What stands in a translation that has no words."""

QUESTIONS = (
    Asked(
        "seen",
        "string",
        (
            "What is wrong with what you see here?",
            "¿Qué está mal en lo que ve aquí?",
            "ما الخطأ في ما تراه هنا؟",
            "您看到的这个有什么问题？",
        ),
        media=(("label", "image", "bench.png"), ("label", "audio", "told.wav")),
    ),
    Asked(
        "broken",
        "select1",
        (
            "Which of these is broken?",
            "¿Cuál de estas cosas está rota?",
            "أي من هذه الأشياء معطل؟",
            "下面哪个坏了？",
        ),
        choices=_THINGS,
        media=tuple((value, "image", f"{value}.png") for value, _ in _THINGS),
    ),
    Asked(
        "heard",
        "select",
        (
            "What do you hear at night?",
            "¿Qué oye por la noche?",
            "ماذا تسمع في الليل؟",
            "您晚上听到什么？",
        ),
        choices=(
            ("cars", ("Cars", "Coches", "سيارات", "汽车")),
            ("music", ("Music", "Música", "موسيقى", "音乐")),
        ),
        media=(("cars", "audio", "told.wav"), ("music", "audio", "told.wav")),
    ),
    Asked(
        "bare",
        "select1",
        (
            "What should be mended first?",
            "¿Qué se debe arreglar primero?",
            "ما الذي يجب إصلاحه أولًا؟",
            "应该先修哪个？",
        ),
        choices=_BARE,
        media=tuple((value, "image", f"{value}.png") for value, _ in _THINGS),
    ),
    Asked(
        "spoken",
        "upload",
        (
            "Tell us in your own words what happened.",
            "Cuéntenos con sus palabras qué pasó.",
            "أخبرنا بكلماتك بما حدث.",
            "请用您自己的话说说发生了什么。",
        ),
        attributes=(("mediatype", "audio/*"),),
    ),
)

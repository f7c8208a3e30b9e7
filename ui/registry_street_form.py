# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form made up for the registry of screens: answers that are put in order, on a scale or handed over as files."""

from ui.registry_form_questions import Asked

HOUSES = 120
"""More than a list that is shown whole."""

QUESTIONS = (
    Asked(
        "matters",
        "rank",
        (
            "What matters most in your street?",
            "¿Qué es lo más importante en su calle?",
            "ما الأهم في شارعك؟",
            "您的街道上什么最重要？",
        ),
        choices=(
            ("walk", ("Room to walk", "Espacio para caminar", "مكان للمشي", "走路的地方")),
            ("trees", ("Trees and shade", "Árboles y sombra", "أشجار وظل", "树和树荫")),
            ("cycle", ("A path for bicycles", "Un carril para bicicletas", "مسار للدراجات", "自行车道")),
            ("park", ("Places to park", "Sitios para aparcar", "أماكن لوقوف السيارات", "停车的地方")),
        ),
        rules=(("required", "true()"),),
    ),
    Asked(
        "safe",
        "range",
        (
            "How safe do you feel when you cross the street?",
            "¿Qué tan seguro se siente al cruzar la calle?",
            "إلى أي حد تشعر بالأمان عند عبور الشارع؟",
            "您过马路时觉得有多安全？",
        ),
        (
            "1 is not safe, 5 is very safe.",
            "1 es nada seguro, 5 es muy seguro.",
            "1 غير آمن، 5 آمن جدًا.",
            "1是不安全，5是很安全。",
        ),
        rules=(("required", "true()"),),
        attributes=(("start", "1"), ("end", "5"), ("step", "1"), ("appearance", "rating")),
    ),
    Asked(
        "speed",
        "range",
        (
            "How fast should cars drive here at most?",
            "¿A qué velocidad máxima deben ir los coches aquí?",
            "ما أقصى سرعة ينبغي للسيارات هنا؟",
            "这里的车最快应该开多快？",
        ),
        ("In kilometres an hour.", "En kilómetros por hora.", "بالكيلومتر في الساعة.", "每小时公里数。"),
        attributes=(("start", "10"), ("end", "60"), ("step", "5")),
    ),
    Asked(
        "house",
        "select1",
        ("Which house do you mean?", "¿A qué casa se refiere?", "أي بيت تقصد؟", "您说的是哪座房子？"),
        choices=tuple(
            (f"h{n}", (f"House {n}", f"Casa {n}", f"البيت {n}", f"{n}号房子")) for n in range(1, HOUSES + 1)
        ),
        rules=(("required", "true()"),),
    ),
    Asked(
        "lamp",
        "barcode",
        ("Which street lamp is it?", "¿Qué farola es?", "أي مصباح هو؟", "是哪盏路灯？"),
    ),
    Asked(
        "card",
        "barcode",
        ("Which library card is it?", "¿Qué carné de biblioteca es?", "أي بطاقة مكتبة هي؟", "是哪张借书证？"),
        attributes=(("appearance", "hidden-answer front"),),
    ),
    Asked(
        "photo",
        "upload",
        (
            "Do you have a picture or a plan of the place?",
            "¿Tiene una foto o un plano del lugar?",
            "هل لديك صورة أو مخطط للمكان؟",
            "您有那个地方的照片或图纸吗？",
        ),
        attributes=(("mediatype", "application/*"),),
    ),
    Asked(
        "sign",
        "upload",
        ("Please sign.", "Firme, por favor.", "وقّع من فضلك.", "请签名。"),
        rules=(("required", "true()"),),
        attributes=(("mediatype", "image/*"), ("appearance", "signature")),
    ),
)
"""In the order in which they are asked."""

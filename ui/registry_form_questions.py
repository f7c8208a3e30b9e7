# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the made-up form of the registry asks: every kind of answer, in four languages."""

from dataclasses import dataclass

from ui.registry_words import Four

QUARTERS = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a made-up form. `rules` are attributes of its bind, `attributes` of its control.

    `media` are files beside its texts: of the label or a choice, in which form (`image`, `audio`), and the file.
    """

    name: str
    type: str
    label: Four
    hint: Four | None = None
    choices: tuple[tuple[str, Four], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    message: Four | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    media: tuple[tuple[str, str, str], ...] = ()


_NEEDED = (("required", "true()"),)
_UNSURE: Four = (
    "None of these, or I am not sure",
    "Ninguna, o no lo sé",
    "لا شيء مما سبق، أو لست متأكدًا",
    "都不是，或我不确定",
)

QUESTIONS = (
    Asked(
        "intro",
        "note",
        (
            "One form tells every office. You need about 10 minutes.",
            "Un formulario avisa a todas las oficinas. Tardará unos 10 minutos.",
            "نموذج واحد يخبر كل المكاتب. تحتاج إلى نحو 10 دقائق.",
            "一张表通知所有部门。大约需要10分钟。",
        ),
        (
            "Have your rental contract ready. You can stop at any time.",
            "Tenga a mano su contrato de alquiler. Puede parar cuando quiera.",
            "جهّز عقد الإيجار. يمكنك التوقف في أي وقت.",
            "请准备好租房合同。您可以随时停下。",
        ),
    ),
    Asked(
        "street",
        "string",
        (
            "What is your new street and house number?",
            "¿Cuál es su nueva calle y número?",
            "ما اسم شارعك الجديد ورقم البيت؟",
            "您的新街道和门牌号是什么？",
        ),
        ("For example: 27 Ropewalk", "Por ejemplo: Ropewalk 27", "مثال: 27 شارع الحبال", "例如：绳索街27号"),
        rules=(*_NEEDED, ("constraint", "regex(., '.*[0-9].*')")),
        message=(
            "The house number is missing. Write it after the street, or before it.",
            "Falta el número de la casa. Escríbalo después de la calle, o antes.",
            "رقم البيت ناقص. اكتبه بعد الشارع أو قبله.",
            "缺少门牌号。请写在街道后面或前面。",
        ),
    ),
    Asked(
        "who",
        "select1",
        (
            "Who is moving with you?",
            "¿Quién se muda con usted?",
            "من ينتقل معك؟",
            "谁和您一起搬家？",
        ),
        choices=(
            ("me", ("Only me", "Solo yo", "أنا فقط", "只有我自己")),
            ("partner", ("My partner and I", "Mi pareja y yo", "أنا وزوجي أو زوجتي", "我和配偶")),
            ("family", ("A family with children", "Una familia con hijos", "عائلة مع أطفال", "有孩子的家庭")),
            ("care", ("Someone I care for", "Alguien a quien cuido", "شخص أعتني به", "我照顾的人")),
            ("unsure", _UNSURE),
        ),
        rules=_NEEDED,
    ),
    Asked(
        "children",
        "int",
        (
            "How many children move with you?",
            "¿Cuántos niños se mudan con usted?",
            "كم طفلًا ينتقل معك؟",
            "有几个孩子和您一起搬家？",
        ),
        rules=(*_NEEDED, ("relevant", "/data/who = 'family'"), ("constraint", ". > 0 and . < 30")),
    ),
    Asked(
        "day",
        "date",
        (
            "What day did you move, or will you move?",
            "¿Qué día se mudó o se mudará?",
            "في أي يوم انتقلت أو ستنتقل؟",
            "您哪天搬家？",
        ),
        ("For example: 9 4 2027", "Por ejemplo: 9 4 2027", "مثال: 9 4 2027", "例如：2027 4 9"),
        rules=_NEEDED,
    ),
    Asked(
        "bins",
        "time",
        (
            "From what time can the bins be brought?",
            "¿Desde qué hora pueden traer los cubos?",
            "ابتداءً من أي ساعة يمكن إحضار الحاويات؟",
            "从几点起可以送垃圾桶？",
        ),
    ),
    Asked(
        "keys",
        "dateTime",
        (
            "When did you give back the old keys?",
            "¿Cuándo devolvió las llaves antiguas?",
            "متى أعدت المفاتيح القديمة؟",
            "您什么时候交还了旧钥匙？",
        ),
    ),
    Asked(
        "size",
        "decimal",
        (
            "How large is the new home, in square metres?",
            "¿Cuántos metros cuadrados tiene la nueva casa?",
            "كم مساحة البيت الجديد بالمتر المربع؟",
            "新家有多少平方米？",
        ),
        (
            "It is in the contract. For example: 62.5",
            "Está en el contrato. Por ejemplo: 62,5",
            "تجدها في العقد. مثال: 62.5",
            "合同里有。例如：62.5",
        ),
        rules=(("constraint", ". > 0"),),
    ),
    Asked(
        "tell",
        "select",
        (
            "Whom shall we tell?",
            "¿A quién avisamos?",
            "من نخبر؟",
            "我们要通知谁？",
        ),
        choices=(
            ("school", ("The school", "Al colegio", "المدرسة", "学校")),
            ("bins", ("The bin service", "Al servicio de basuras", "خدمة النظافة", "清运处")),
            ("library", ("The library", "A la biblioteca", "المكتبة", "图书馆")),
        ),
    ),
    Asked(
        "quarter",
        "select1",
        (
            "In which quarter is your new home?",
            "¿En qué barrio está su nueva casa?",
            "في أي حي بيتك الجديد؟",
            "您的新家在哪个区？",
        ),
        choices=tuple(
            (f"q{n}", (f"Quarter {n}", f"Barrio {n}", f"الحي {n}", f"第{n}区"))
            for n in range(1, QUARTERS + 1)
        ),
        rules=_NEEDED,
    ),
    Asked(
        "more",
        "string",
        (
            "Is there anything else we should know?",
            "¿Hay algo más que debamos saber?",
            "هل هناك شيء آخر يجب أن نعرفه؟",
            "还有什么要告诉我们的吗？",
        ),
        attributes=(("appearance", "multiline"),),
    ),
    Asked(
        "town",
        "string",
        (
            "The town you move to",
            "La ciudad a la que se muda",
            "البلدة التي تنتقل إليها",
            "您搬到的城镇",
        ),
        rules=(("readonly", "true()"),),
    ),
)
"""In the order in which they are asked."""

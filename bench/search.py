# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The time of one keystroke's search over 20,000 made-up services in four languages, on the real store."""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from core.catalogue import Catalogue, PublicOrganisation, PublicService
from core.errors import Trouble, TroubleError
from core.ids import Language, OrganisationId, ServiceId
from core.text import LocalisedText
from offline_cache.cache import StoredCache, open_cache
from offline_cache.subkeys import Key, KeyOrigin

SERVICES = 20_000
SEED = 20261123

_ACTS = (
    ("Apply for", "Solicitar", "طلب", "申请"),
    ("Renew", "Renovar", "تجديد", "更新"),
    ("Report", "Comunicar", "الإبلاغ عن", "报告"),
    ("Register", "Registrar", "تسجيل", "登记"),
    ("Pay", "Pagar", "دفع", "缴纳"),
    ("Cancel", "Anular", "إلغاء", "取消"),
    ("Change", "Modificar", "تغيير", "变更"),
    ("Ask for a copy of", "Pedir una copia de", "طلب نسخة من", "索取副本"),
    ("Appeal a decision about", "Recurrir una decisión sobre", "الطعن في قرار بشأن", "申诉决定"),
    ("Ask for help with", "Pedir ayuda con", "طلب المساعدة في", "寻求帮助"),
)
_THINGS = (
    ("a birth certificate", "partida de nacimiento", "شهادة الميلاد", "出生证明"),
    ("a marriage certificate", "certificado de matrimonio", "عقد الزواج", "结婚证"),
    ("a driving licence", "permiso de conducir", "رخصة القيادة", "驾驶执照"),
    ("child benefit", "prestación por hijos", "إعانة الأطفال", "儿童补助"),
    ("housing benefit", "ayuda a la vivienda", "إعانة السكن", "住房补贴"),
    ("a residence permit", "permiso de residencia", "تصريح الإقامة", "居留许可"),
    ("property tax", "impuesto sobre bienes inmuebles", "ضريبة العقارات", "房产税"),
    ("a parking space", "plaza de aparcamiento", "موقف السيارة", "停车位"),
    ("a school place", "plaza escolar", "مقعد في المدرسة", "入学名额"),
    ("a noise complaint", "queja por ruido", "شكوى من الضوضاء", "噪音投诉"),
    ("a building permit", "licencia de obras", "رخصة البناء", "建筑许可"),
    ("waste collection", "recogida de residuos", "جمع النفايات", "垃圾收集"),
    ("a water connection", "acometida de agua", "توصيل المياه", "供水接驳"),
    ("a street light fault", "avería del alumbrado", "عطل إنارة الشارع", "路灯故障"),
    ("help at home", "ayuda a domicilio", "المساعدة المنزلية", "居家照护"),
    ("a business registration", "alta de una empresa", "سجل تجاري", "企业注册"),
)
_FOR = (
    ("for a child", "para un niño", "لطفل", "儿童"),
    ("for a student", "para estudiantes", "لطالب", "学生"),
    ("for a pensioner", "para pensionistas", "لمتقاعد", "退休人员"),
    ("for a company", "para empresas", "لشركة", "公司"),
    ("after a death", "tras un fallecimiento", "بعد الوفاة", "亲属去世后"),
    ("after divorce", "tras el divorcio", "بعد الطلاق", "离婚后"),
    ("for newcomers", "para recién llegados", "للقادمين الجدد", "新来者"),
    ("for a second home", "para una segunda vivienda", "لمسكن ثان", "第二住所"),
)
_NEEDS = (
    ("proof of income", "justificante de ingresos", "إثبات الدخل", "收入证明"),
    ("proof of address", "justificante de domicilio", "إثبات العنوان", "住址证明"),
    ("an identity card", "documento de identidad", "بطاقة الهوية", "身份证"),
    ("a bank account", "cuenta bancaria", "حساب مصرفي", "银行账户"),
    ("a medical report", "informe médico", "تقرير طبي", "医疗报告"),
)
_TEMPLATE = (
    "{act} {thing} {who} with the office of {place}. You need {need} and {other}; it takes {days} days.",
    "{act} {thing} {who} en la oficina de {place}. Necesita {need} y {other}; tarda {days} días.",
    "{act} {thing} {who} لدى مكتب {place}. تحتاج إلى {need} و{other}، ويستغرق {days} يوما.",
    "在{place}办事处{act}{thing}（{who}）。需要{need}和{other}，办理时间{days}天。",
)
LANGUAGES = (Language("en"), Language("es"), Language("ar"), Language("zh-Hans"))
_LATIN = ("al", "ber", "cor", "dal", "en", "far", "gor", "hal", "is", "jor", "kal", "lun", "mar", "nor", "os")
_ARABIC = ("بر", "دل", "كر", "نور", "سال", "مار", "تون", "هلا", "قرن", "زهر", "واد", "جبل")
_HAN = "东西南北山河湖海林石泉溪桥港城安平福永新"


def services(count: int = SERVICES, seed: int = SEED) -> Catalogue:
    """A catalogue of so many services, the same for the same seed."""
    chance = random.Random(seed)
    office = OrganisationId("https://bench.example/office")
    names = _localised(("Town office", "Oficina", "مكتب البلدية", "市政厅"))
    made = {}
    for number in range(count):
        act, thing, who = chance.choice(_ACTS), chance.choice(_THINGS), chance.choice(_FOR)
        need, other = chance.sample(_NEEDS, 2)
        latin = "".join(chance.choices(_LATIN, k=3)).capitalize()
        places = (latin, latin, "".join(chance.choices(_ARABIC, k=2)), "".join(chance.choices(_HAN, k=2)))
        days = chance.randint(2, 90)
        in_town = chance.random() < 0.7
        title = []
        for language in range(4):
            space = "" if language == 3 else " "
            words = [act[language], thing[language], who[language]] + ([places[language]] if in_town else [])
            title.append(space.join(words))
        description = [
            _TEMPLATE[language].format(
                act=act[language], thing=thing[language], who=who[language], place=places[language],
                need=need[language], other=other[language], days=days,
            )
            for language in range(4)
        ]  # fmt: skip
        id_ = ServiceId(f"https://bench.example/service/{number}")
        made[id_] = PublicService(
            id=id_,
            name=_localised(title),
            description=_localised(description),
            organisation=office,
        )
    return Catalogue(made, {}, {office: PublicOrganisation(office, names)}, f"bench-{seed}-{count}")


def keystrokes(catalogue: Catalogue, language: Language, phrases: int = 30) -> Iterator[str]:
    """What stands in the search field after each key, while somebody types words of real names."""
    chance = random.Random(f"{SEED}-{language}")
    for service in chance.sample(list(catalogue.services.values()), phrases):
        name = service.name.best(language).text
        if language == "zh-Hans":
            start = chance.randrange(0, max(1, len(name) - 4))
            typed = name[start : start + chance.randint(2, 5)]
        else:
            words = [word for word in name.split() if len(word) > 2]
            typed = " ".join(chance.sample(words, min(len(words), chance.randint(1, 3))))
        yield from (typed[:length] for length in range(1, len(typed) + 1))


def measure(count: int = SERVICES) -> Mapping[str, float]:
    """Milliseconds a keystroke (median, 95th percentile, worst) by language; what the index costs once."""
    catalogue = services(count)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        key = Key(bytes(range(32)), KeyOrigin.MEMORY)
        cache = _opened(Path(folder), key)
        begun = time.perf_counter()
        cache.keep_catalogue(catalogue, b"", 0.0)
        figures["index_once_s"] = time.perf_counter() - begun
        cache.close()
        begun = time.perf_counter()
        cache = _opened(Path(folder), key)
        figures["open_and_check_ms"] = (time.perf_counter() - begun) * 1e3
        figures["on_disk_mb"] = (Path(folder) / "cache.db").stat().st_size / 2**20
        for language in LANGUAGES:
            times = []
            for typed in keystrokes(catalogue, language):
                begun = time.perf_counter()
                cache.search(typed, language)
                times.append((time.perf_counter() - begun) * 1e3)
            times.sort()
            figures[f"{language} p50_ms"] = statistics.median(times)
            figures[f"{language} p95_ms"] = times[int(len(times) * 0.95)]
            figures[f"{language} worst_ms"] = times[-1]
        begun = time.perf_counter()
        cache.catalogue()
        figures["read_catalogue_s"] = time.perf_counter() - begun
        cache.close()
    return figures


def _localised(texts: Sequence[str]) -> LocalisedText:
    return LocalisedText.of(zip(LANGUAGES, texts, strict=True))


def _opened(folder: Path, key: Key) -> StoredCache:
    opened = open_cache(folder, key)
    if isinstance(opened, Trouble):
        raise TroubleError(opened)
    return opened


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:34} {value:9.2f}")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small catalogue for tests, in four languages, with every kind of field filled somewhere."""

from dataclasses import replace
from decimal import Decimal

from core.catalogue import (
    Catalogue,
    Channel,
    ChannelKind,
    Cost,
    Event,
    EventKind,
    Evidence,
    Hours,
    PublicOrganisation,
    PublicService,
)
from core.ids import EventId, FormId, Language, OrganisationId, ServiceId
from core.text import LocalisedText

REGISTRY = OrganisationId("https://town.example/registry")
WELFARE = OrganisationId("https://town.example/social-security")
WORKS = OrganisationId("https://town.example/city-works")
BABY = EventId("https://town.example/event/baby")
MOVING = EventId("https://town.example/event/moving")


def texts(en: str, es: str = "", ar: str = "", zh: str = "") -> LocalisedText:
    """A text in the languages that are given."""
    given = {"en": en, "es": es, "ar": ar, "zh-Hans": zh}
    return LocalisedText.of({language: text for language, text in given.items() if text})


def service_id(name: str) -> ServiceId:
    """The id of the service of that short name."""
    return ServiceId(f"https://town.example/service/{name}")


def _service(
    name: str,
    names: LocalisedText,
    description: LocalisedText,
    organisation: OrganisationId = REGISTRY,
    events: tuple[EventId, ...] = (),
) -> PublicService:
    return PublicService(service_id(name), names, description, organisation, events)


def small_catalogue(version: str = "v1") -> Catalogue:
    """Eight services of three organisations and two events."""
    hours = (Hours((1, 2, 3, 4, 5), "08:30", "13:00"), Hours((6,), "09:00", "12:00"))
    birth = _service(
        "birth",
        texts("Register a birth", "Inscribir un nacimiento", "تسجيل ولادة طفل", "出生登记"),
        texts(
            "Tell the registry that a child was born.",
            "Comunique al registro que ha nacido un niño.",
            "أخبر السجل المدني بولادة طفل.",
            "向民政局登记新生儿。",
        ),
        events=(BABY,),
    )
    birth = replace(
        birth,
        channels=(
            Channel("c1", ChannelKind.OPENROSA, REGISTRY, "https://town.example/v1", FormId("birth")),
            Channel(
                "c2",
                ChannelKind.COUNTER,
                REGISTRY,
                phone="+34 555 0100",
                place=texts("Quay Street 1"),
                hours=hours,
            ),
        ),
        costs=(
            Cost(Decimal(0)),
            Cost(Decimal("12.50"), "EUR", texts("Extra copy", "Copia adicional")),
            Cost(None),
        ),
        evidence=(
            Evidence(
                "e1",
                texts(
                    "Hospital notice of birth",
                    "Parte del hospital",
                    "إشعار المستشفى",
                    "医院出生通知",
                ),
            ),
        ),
        rules=(texts("Within 14 days", "En un plazo de 14 días"),),
        outputs=(texts("Birth certificate", "Partida de nacimiento", "شهادة الميلاد", "出生证明"),),
        keywords=texts("baby newborn", "bebé recién nacido", "مولود رضيع", "婴儿 宝宝"),
        processing_days=5,
        languages=(Language("en"), Language("ar")),
    )
    services = (
        birth,
        _service(
            "child-benefit",
            texts(
                "Apply for child benefit",
                "Solicitar la prestación por hijos",
                "طلب إعانة الأطفال",
                "申请儿童津贴",
            ),
            texts(
                "Monthly money for families.",
                "Dinero mensual para familias.",
                "مبلغ شهري للعائلات.",
                "每月发给家庭的补助。",
            ),
            WELFARE,
            events=(BABY,),
        ),
        _service(
            "address",
            texts("Change your address", "Cambiar de domicilio", "تغيير العنوان", "变更住址"),
            texts(
                "When you move house.",
                "Cuando se muda.",
                "عند الانتقال إلى مسكن آخر.",
                "搬家时办理。",
            ),
            events=(MOVING,),
        ),
        _service(
            "certificates",
            texts(
                "Get a marriage certificate",
                "Pedir un certificado de matrimonio",
                "شهادة الزواج",
                "结婚证明",
            ),
            texts("A certified copy.", "Una copia certificada.", "نسخة مصدقة.", "经认证的副本。"),
        ),
        _service(
            "driving-licence",
            texts(
                "Renew a driving licence",
                "Renovar el permiso de conducir",
                "تجديد رخصة القيادة",
                "更换驾驶证",
            ),
            texts("Valid for ten years.", "Válido diez años.", "صالحة لعشر سنوات.", "有效期十年。"),
        ),
        _service(
            "parking",
            texts(
                "Parking permits for residents",
                "Tarjetas de aparcamiento",
                "تصاريح وقوف السيارات",
                "居民停车证",
            ),
            texts(
                "For people who live in the old town.",
                "Para quien vive en el casco viejo.",
                "لسكان المدينة القديمة.",
                "供老城居民使用。",
            ),
            WORKS,
        ),
        _service(
            "street-light",
            texts(
                "Report a street light",
                "Avisar de una farola",
                "الإبلاغ عن عطل في إنارة الشارع",
                "报告路灯故障",
            ),
            texts(
                "Dark, flickering or damaged.",
                "Apagada, parpadea o rota.",
                "",
                "不亮、闪烁或损坏。",
            ),
            WORKS,
        ),
        _service(
            "mooring",
            texts("Winter berth for a fishing boat"),
            texts("Only described in English, like the paper form."),
            WORKS,
        ),
    )
    organisations = (
        PublicOrganisation(
            REGISTRY,
            texts("Civil Registry", "Registro Civil", "السجل المدني", "民政局"),
            phone="+34 555 0100",
            place=texts("Quay Street 1", "Calle del Muelle 1"),
            hours=hours,
        ),
        PublicOrganisation(
            WELFARE,
            texts("Social Security", "Seguridad Social", "الضمان الاجتماعي", "社会保障局"),
        ),
        PublicOrganisation(
            WORKS,
            texts("City Works", "Obras Municipales", "أشغال المدينة", "市政工程处"),
            partner=True,
        ),
    )
    events = (
        Event(
            BABY,
            EventKind.LIFE,
            texts("Having a baby", "Tener un hijo", "إنجاب طفل", "生孩子"),
            texts("Before and after the birth"),
            "cradle",
        ),
        Event(MOVING, EventKind.BUSINESS, texts("Moving", "Mudanza", "الانتقال", "搬家")),
    )
    return Catalogue(
        services={service.id: service for service in services},
        events={event.id: event for event in events},
        organisations={organisation.id: organisation for organisation in organisations},
        version=version,
    )

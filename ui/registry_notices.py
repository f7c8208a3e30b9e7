# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a machine whose town has something to tell everybody, and of a service that it sends elsewhere."""

from collections.abc import Mapping
from dataclasses import replace

from core.offer import Offer
from core.text import LocalisedText
from core.visit import pages as p
from core.visit.state import Visit
from ui.registry_town import event_id, said, service_id

SHORT = said(
    "The town hall is closed on 24 December.",
    "El ayuntamiento cierra el 24 de diciembre.",
    "مبنى البلدية مغلق يوم 24 ديسمبر.",
    "市政厅12月24日不开放。",
)
LONG = said(
    "The town hall is closed from 24 December to 2 January. For births, deaths and lost cards somebody is here each "
    "day from 9:00 to 11:00, at counter 1 beside the main door. Ring twice.",
    "El ayuntamiento cierra del 24 de diciembre al 2 de enero. Para nacimientos, defunciones y tarjetas perdidas hay "
    "alguien cada día de 9:00 a 11:00, en el mostrador 1, junto a la puerta. Llame dos veces.",
    "مبنى البلدية مغلق من 24 ديسمبر إلى 2 يناير. للولادات والوفيات والبطاقات المفقودة يوجد موظف كل يوم من 9:00 إلى "
    "11:00 عند الشباك 1 بجانب الباب الرئيسي. اضغط الجرس مرتين.",
    "市政厅12月24日至1月2日不开放。办理出生、死亡登记和挂失证件，每天9:00至11:00在正门旁的1号窗口有人值班。请按铃两次。",
)
FRENCH = LocalisedText.of({"fr": "La mairie est fermée le 24 décembre."})
KOREAN = LocalisedText.of({"ko": "시청은 12월 24일에 쉽니다."})


def notice_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    hidden = Offer(hidden=frozenset({"moved", "death"}))
    fewer = replace(home, catalogue=hidden.of(home.catalogue))
    return {
        "home-notice": replace(home, notice=SHORT),
        "home-notice-long": replace(home, notice=LONG),
        "home-paper-left": replace(home, paper_left=True),
        "home-paper-left-and-notice": replace(home, paper_left=True, notice=SHORT),
        "home-notice-elsewhere": replace(home, notice=KOREAN if home.language == "fr" else FRENCH),
        "home-fewer-services": fewer,
        "service-not-offered": fewer.go(p.AboutService(service_id("moved"))),
        "event-services-fewer": fewer.go(p.EventServices(event_id("care"))),
    }

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine on which the registry's screens are shown: a kiosk in the made-up town, on a Monday morning."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from accessibility.hands.ways import Way
from accessibility.preferences import Preferences
from core.ids import Language
from core.text import LocalisedText
from ui.present.setting import Setting
from ui.registry_places import made_up_places

HERE = timezone(timedelta(hours=1))


def a_kiosk() -> Setting:
    """A kiosk in the town hall, at its profile's settings."""
    return Setting(
        town="Port Amity",
        town_names=LocalisedText.of({"ar": "بورت أميتي", "zh-Hans": "阿米蒂港"}),
        phone="555 0142",
        counter=LocalisedText.of(
            {
                "en": "Counter 2, ground floor",
                "es": "Mostrador 2, planta baja",
                "ar": "الشباك 2، الطابق الأرضي",
                "zh-Hans": "一楼2号窗口",
            }
        ),
        hours="08:30–16:30",
        emergency="112",
        now=datetime(2026, 11, 23, 10, 30, tzinfo=HERE),
        at_home=False,
        languages=(Language("en"), Language("ar"), Language("zh-Hans"), Language("es")),
        office_language=Language("en"),
        preferences=Preferences(),
        defaults=Preferences(),
        featured=("birth", "moving-home", "work", "death", "care"),
        keyboard=True,
        can_print=True,
        trial_mode=False,
        camera=True,
        machine="town-hall-kiosk",
        version="0.1.0",
        files=True,
        photo=True,
        recording=True,
        places=made_up_places,
        maps=True,
        keyed=(Way.FIVE_KEYS, Way.TWO_SWITCHES),
    )


def at_home() -> Setting:
    """The same program on somebody's own computer."""
    return replace(a_kiosk(), at_home=True, keyboard=False)

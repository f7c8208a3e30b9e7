# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens on which Chinese and Japanese is written, with a made-up converter: with choices, and without an engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from accessibility.typing.converter import Answer, Choice, Converter, Missing, Offer
from accessibility.typing.readings import family
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import filled, path
from ui.registry_town import service_id

UNCONVERTED: Final = "-unconverted"
"""The end of the names of screens on a machine without an engine."""

READINGS: Final = {"zh-hans": "woshi", "zh-hant": "ㄨㄛˇㄕˋ", "ja": "わたしは"}
_FIRST: Final = {"zh-hans": 2, "zh-hant": 3, "ja": 4}
_TEXTS: Final = {
    "zh-hans": ("我是", "我市", "卧室", "卧式", "我", "沃", "卧", "窝", "握", "涡", "斡", "倭", "渥", "喔"),
    "zh-hant": ("我是", "我試", "我", "婐", "捰", "婑"),
    "ja": ("私は", "わたしは", "渡しは", "ワタシは", "ワタシハ"),
}


@dataclass(frozen=True, slots=True)
class MadeUpConverter:
    """Offers the same for every reading that is long enough. `there` is whether there is an engine."""

    there: bool = True

    def serves(self, language: str) -> bool:
        """See `Converter.serves`."""
        return bool(family(language))

    def ask(self, language: str, reading: str, answered: Callable[[Answer], None]) -> None:
        """See `Converter.ask`."""
        kind = family(language)
        if not self.there or not kind:
            answered(Missing())
            return
        whole, first = len(READINGS[kind]), _FIRST[kind]
        choices = (Choice(text, whole if len(text) > 1 else first) for text in _TEXTS[kind])
        answered(Offer(tuple(one for one in choices if one.taken <= len(reading))))


def converter_for(name: str) -> Converter:
    """The converter with which a screen of the registry is shown."""
    return MadeUpConverter(there=not name.endswith(UNCONVERTED))


def typing_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    reading = READINGS.get(family(home.language), "woshi")
    entry = filled(home.language).answer(path("street"), reading)
    lines = filled(home.language).answer(path("more"), reading)
    filling = Filling(service.id, service.api, entry)
    one = replace(home, filling=filling).go(p.Question(path("street")))
    return {
        "question-reading": one,
        "question-reading-lines": replace(home, filling=replace(filling, entry=lines)).go(
            p.Question(path("more"))
        ),
        f"question-reading{UNCONVERTED}": one,
        f"search{UNCONVERTED}": home.go(p.Search()),
    }

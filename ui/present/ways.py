# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How do you want to press? Six ways, each with its practice, and the times of the moving frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from accessibility.hands.ways import Way
from core.ids import Language
from core.visit.state import Visit
from core.visit.way_pages import Practise, Switches, WayPage, Ways
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.setting import Setting

PICTURES: Mapping[Way, str] = MappingProxyType(
    {
        Way.TOUCH: "way-touch",
        Way.KEYBOARD: "keyboard",
        Way.FIVE_KEYS: "way-five-keys",
        Way.NINE_KEYS: "way-nine-keys",
        Way.TWO_SWITCHES: "way-two-switches",
        Way.ONE_SWITCH: "way-one-switch",
    }
)


@dataclass(frozen=True, slots=True)
class WayOffer:
    """One way of pressing. `leads_to` is its practice, or first the page that learns its switches."""

    way: Way
    picture: str
    title: str
    note: str
    leads_to: WayPage


@dataclass(frozen=True, slots=True)
class WaysContents:
    """The page of all ways. `rhythm` is empty where there are no switches."""

    language: Language
    heading: str
    note: str
    unkept: str
    offers: tuple[WayOffer, ...]
    rhythm: str
    moving: bool
    done: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.note, own),
            sentence(self.unkept, own),
            (item for offer in self.offers for item in (button(offer.title, own), sentence(offer.note, own))),
            button(self.done, own),
            (button(self.rhythm, own),) if self.rhythm else (),
        )


def present_ways(visit: Visit, over: Ways, texts: Messages, setting: Setting) -> WaysContents:
    """The ways, and which one is in use."""
    now = setting.preferences.hands.way
    return WaysContents(
        language=visit.language,
        heading=texts.text("ways.heading"),
        note=texts.text("ways.note"),
        unkept=texts.text("ways.unkept") if over.unkept else "",
        offers=tuple(_offer(way, texts, now) for way in Way),
        rhythm=texts.text("ways.rhythm") if now.scans else "",
        moving=now is Way.ONE_SWITCH,
        done=texts.text("settings.done"),
    )


def _offer(way: Way, texts: Messages, now: Way) -> WayOffer:
    note = texts.text("ways.now") if way is now else texts.text(f"ways.note.{way.value}")
    leads_to = Switches(way.value) if way.scans else Practise(way.value)
    return WayOffer(way, PICTURES[way], texts.text(f"ways.way.{way.value}"), note, leads_to)

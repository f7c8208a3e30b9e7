# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice for each way of pressing: what each press did, in words, and harmless things to choose."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from accessibility.hands.actions import Action
from accessibility.hands.measuring import tried_hands
from accessibility.hands.ways import ScanTimes, Way
from accessibility.preferences import Preferences
from core.ids import Language
from core.visit.state import Visit
from core.visit.way_pages import Practise
from i18n.formats import number
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.rhythm import as_number
from ui.present.setting import Setting

THINGS = ("apple", "pear", "plum")
VOICE = frozenset(
    {
        Action.LOUDER,
        Action.SOFTER,
        Action.SLOWER,
        Action.FASTER,
        Action.REPEAT,
        Action.PAUSE,
        Action.SPELL,
    }
)

DID: Mapping[Action, str] = MappingProxyType(
    {
        Action.UP: "up",
        Action.DOWN: "down",
        Action.LEFT: "left",
        Action.RIGHT: "right",
        Action.NEXT: "next",
        Action.SELECT: "select",
        Action.BACK: "back",
        Action.HELP: "help",
        Action.LANGUAGE: "language",
        Action.HIDE: "hide",
        Action.SWITCH_2: "pressed",
        **dict.fromkeys(VOICE, "voice"),
    }
)
"""What a press is said to do; the last part of a key of `practice.did`. Switch 1 depends on how many there are."""

RESTING = VOICE | {Action.BACK, Action.HELP, Action.LANGUAGE, Action.HIDE}
"""What only says what it would do: it would lead away from the practice."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A fruit to choose, and the practice after it was chosen."""

    name: str
    text: str
    leads_to: Practise


@dataclass(frozen=True, slots=True)
class PracticeContents:
    """The practice of one way. `slower` and `faster` lead to other speeds; empty where nothing moves by itself."""

    language: Language
    heading: str
    safe: str
    how: str
    step: str
    did: str
    things: tuple[Thing, ...]
    slower: tuple[str, Practise] | None
    faster: tuple[str, Practise] | None
    ready: str
    kept: Preferences
    before: str
    state: Practise

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.safe, own),
            sentence(self.how, own),
            sentence(self.step, own),
            sentence(self.did, own),
            (button(thing.text, own) for thing in self.things),
            (button(speed[0], own) for speed in (self.slower, self.faster) if speed is not None),
            button(self.ready, own),
            button(self.before, own),
        )


def present_practice(visit: Visit, over: Practise, texts: Messages, setting: Setting) -> PracticeContents:
    """How this way works, and what the last press did."""
    way = Way(over.way)
    hands = tried_hands(setting.preferences.hands, over.way, over.switches, over.step)
    thing = texts.text(f"practice.thing.{over.thing}") if over.thing else ""
    moves = way is Way.ONE_SWITCH
    return PracticeContents(
        language=visit.language,
        heading=texts.text("practice.heading"),
        safe=texts.text("practice.safe"),
        how=texts.text(f"practice.how.{'keyboard' if way is Way.KEYBOARD else way.value}"),
        step=_step(hands.scan, texts) if moves else "",
        did=texts.text(f"practice.did.{over.did or 'nothing'}", thing=thing),
        things=tuple(_thing(over, name, texts) for name in THINGS),
        slower=(texts.text("settings.slower"), _paced(over, hands.scan.slower())) if moves else None,
        faster=(texts.text("practice.faster"), _paced(over, hands.scan.faster())) if moves else None,
        ready=texts.text("practice.ready"),
        kept=setting.preferences.with_hands(hands),
        before=texts.text("practice.before"),
        state=over,
    )


def after_press(over: Practise, action: Action | None, tab: bool) -> Practise:
    """The same practice, with what a key that went down does. `tab`: it is the key of that name."""
    if action is Action.SWITCH_1:
        did = "moved" if Way(over.way) is Way.TWO_SWITCHES else "pressed"
    elif action is not None:
        did = DID[action]
    else:
        did = "tab" if tab else "other"
    return replace(over, did=did, thing="")


def _thing(over: Practise, name: str, texts: Messages) -> Thing:
    return Thing(name, texts.text(f"practice.thing.{name}"), replace(over, did="chose", thing=name))


def _step(scan: ScanTimes, texts: Messages) -> str:
    return texts.text("practice.step", seconds=number(as_number(scan.step), texts.language))


def _paced(over: Practise, scan: ScanTimes) -> Practise:
    return replace(over, step=scan.step)

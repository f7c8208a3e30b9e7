# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a submission, door by door: what is past, where it is now, and what is still to come."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import assert_never

from core.catalogue import PublicService
from core.ids import Language
from core.submission import Delivery, DeliveryState
from i18n.direction import within
from i18n.formats import duration_days
from i18n.messages import Messages
from ui.present import outside
from ui.present.moments import when, when_first


class Passage(Enum):
    """Whether a step lies behind, is where things are, or is still to come."""

    PAST = "past"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class WayStep:
    """One door of the way: a drawing, words, and a time (for now) or a span (for later)."""

    picture: str
    title: str
    text: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Walk:
    delivery: Delivery
    service: PublicService | None
    name: str
    offline: bool
    now: datetime
    texts: Messages

    def step(self, picture: str, key: str, text: str, passage: Passage) -> WayStep:
        return WayStep(picture, self.texts.text(key, name=self.name), text, passage)

    def say(self, key: str, **values: str) -> str:
        return self.texts.text(key, name=self.name, **values)

    def first(self, epoch: float) -> str:
        return when_first(epoch, self.now, self.texts)

    def since(self) -> str:
        return self.texts.text("way.since", when=when(self.delivery.changed, self.now, self.texts))


def way(
    delivery: Delivery,
    service: PublicService | None,
    name: str,
    *,
    offline: bool,
    now: datetime,
    texts: Messages,
) -> tuple[WayStep, ...]:
    """The steps, in order. `name` is the office's; `offline` tells that it does not answer at the moment."""
    walk = _Walk(delivery, service, name, offline, now, texts)
    match delivery.state:
        case DeliveryState.SEALED:
            return (_sealed(walk, Passage.NOW), _leaves(walk), _received_later(walk), _decides(walk, "after"))
        case DeliveryState.LEAVING:
            now_step = walk.step("leaving", "way.leaving", walk.say("way.leaving.text"), Passage.NOW)
            return (_sealed(walk, Passage.PAST), now_step, _received_later(walk), _decides(walk, "after"))
        case DeliveryState.CHECKING:
            now_step = walk.step("search", "way.checking", walk.say("way.checking.text"), Passage.NOW)
            return (_sealed(walk, Passage.PAST), now_step, _received_later(walk), _decides(walk, "after"))
        case DeliveryState.RECEIVED:
            return (_received(walk), _decides(walk, ""), *_output(walk))
        case DeliveryState.ACCEPTED:
            now_step = walk.step("register", "way.accepted", walk.since(), Passage.NOW)
            return (_received_before(walk), now_step, _decides(walk, ""), *_output(walk))
        case DeliveryState.NEEDS_YOU:
            now_step = walk.step("needs-you", "way.needs_you", walk.since(), Passage.NOW)
            later = walk.step("decided", "way.decided", walk.say("way.decided.later"), Passage.LATER)
            return (_sealed(walk, Passage.PAST), _received_before(walk), now_step, later)
        case DeliveryState.DECIDED:
            now_step = walk.step("decided", "way.decided", walk.first(delivery.changed), Passage.NOW)
            return (_sealed(walk, Passage.PAST), _received_before(walk), now_step)
        case DeliveryState.REFUSED:
            now_step = walk.step("problem", "way.refused", walk.first(delivery.changed), Passage.NOW)
            return (_sealed(walk, Passage.PAST), now_step)
        case DeliveryState.ATTENTION:
            now_step = walk.step("needs-you", "way.attention", walk.since(), Passage.NOW)
            return (_sealed(walk, Passage.PAST), now_step)
        case _:
            assert_never(delivery.state)


def arrived(steps: tuple[WayStep, ...]) -> tuple[WayStep, ...]:
    """The same way with what is now drawn as done, for a page whose heading says the 'now' already."""
    return tuple(
        replace(step, passage=Passage.PAST) if step.passage is Passage.NOW else step for step in steps
    )


def _sealed(walk: _Walk, passage: Passage) -> WayStep:
    moment = walk.first(walk.delivery.created)
    text = walk.say("way.sealed.when", when=moment) if passage is Passage.NOW else moment
    return walk.step("lock", "way.sealed", text, passage)


def _leaves(walk: _Walk) -> WayStep:
    key = "way.leaves.when_back" if walk.offline else "way.leaves.soon"
    return walk.step("leaving", "way.leaves", walk.say(key), Passage.LATER)


def _received(walk: _Walk) -> WayStep:
    return walk.step("received", "way.received", walk.first(walk.delivery.changed), Passage.NOW)


def _received_before(walk: _Walk) -> WayStep:
    # The moment it was received is not kept once a later state came.
    return walk.step("received", "way.received", "", Passage.PAST)


def _received_later(walk: _Walk) -> WayStep:
    return walk.step("received", "way.received", walk.say("way.received.later"), Passage.LATER)


def _decides(walk: _Walk, after: str) -> WayStep:
    days = walk.service.processing_days if walk.service is not None else None
    if not days:
        text = walk.say("way.decides.unknown")
    else:
        key = "way.decides.days_after" if after else "way.decides.days"
        text = walk.say(key, time=duration_days(days, walk.texts.language))
    return walk.step("register", "way.decides", text, Passage.LATER)


def _output(walk: _Walk) -> tuple[WayStep, ...]:
    language = Language(walk.texts.language)
    outputs = walk.service.outputs if walk.service is not None else ()
    names = (outside.name(one, language).text for one in outputs)
    return tuple(
        WayStep(
            "paper",
            walk.texts.text("way.output", name=within(name, language)),
            walk.texts.text("way.output.text"),
            Passage.LATER,
        )
        for name in names
        if name
    )[:1]

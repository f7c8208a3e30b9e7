# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The decisions about deliveries that the model tries, and deliberately wrong ones.

Each of `WRONG` must be found out, or the model has no teeth.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core import sync
from core.submission import Delivery, DeliveryState, NotSent, Outcome, Received, Unsure

SETTLE = 600.0


@dataclass(frozen=True)
class Rules:
    """The decisions under test, so that wrong ones can take their place."""

    after: Callable[[Delivery, Outcome, float, float], Delivery] = lambda delivery, outcome, now, chance: (
        sync.after(delivery, outcome, now, chance, SETTLE)
    )
    recover: Callable[[Delivery, float], Delivery] | None = lambda delivery, now: sync.recover(
        delivery, now, SETTLE
    )
    reconsider: Callable[[Delivery, float], Delivery] = sync.reconsider


def _naively_repeats(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    if isinstance(outcome, Unsure):
        return sync.after(delivery, NotSent(outcome.kind), now, chance)
    return sync.after(delivery, outcome, now, chance, SETTLE)


def _believes_an_early_look_up(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    return replace(sync.after(delivery, outcome, now, chance, 0.0), next_at=now)


def _takes_silence_for_a_receipt(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    if isinstance(outcome, Unsure):
        return sync.after(delivery, Received("sent"), now, chance)
    return sync.after(delivery, outcome, now, chance, SETTLE)


def _thinks_keys_last(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    after = sync.after(replace(delivery, remembered=None), outcome, now, chance, SETTLE)
    return replace(after, remembered=delivery.remembered)


def _repeats_what_was_interrupted(delivery: Delivery, now: float) -> Delivery:
    return replace(delivery, state=DeliveryState.SEALED, next_at=now)


WRONG: dict[str, tuple[Rules, str]] = {
    "naive repetition": (Rules(after=_naively_repeats), "doubled"),
    "no settle time": (Rules(after=_believes_an_early_look_up), "doubled"),
    "silence is a receipt": (Rules(after=_takes_silence_for_a_receipt), "falsely received"),
    "blind recovery": (Rules(recover=_repeats_what_was_interrupted), "doubled"),
    "no recovery": (Rules(recover=None), "lost"),
    "keys last for ever": (
        Rules(after=_thinks_keys_last, reconsider=lambda delivery, _: delivery),
        "doubled",
    ),
    "keys are looked at when they leave only": (Rules(reconsider=lambda delivery, _: delivery), "doubled"),
}
"""Wrong rules by their name, and what they do to people."""

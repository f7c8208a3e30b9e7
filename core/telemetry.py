# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine tells a town's own monitoring: counts, ages and versions, from a closed list. Never content.

A reading has a number, and at most one word, which is one of ours: nothing that a person or an agency wrote fits in.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.activation import Activation
from core.submission import Delivery, DeliveryState

WAITING: Final = frozenset(
    {DeliveryState.SEALED, DeliveryState.LEAVING, DeliveryState.CHECKING, DeliveryState.ATTENTION}
)
SECONDS: Final = "s"


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that is told. `unit` is UCUM; `label` is the name of the word beside the number, if there is one."""

    name: str
    unit: str
    about: str
    label: str = ""


ITEMS: Final = Kind("civic_kiosk.outbox.items", "{item}", "Submissions by where they are.", "state")
OLDEST: Final = Kind("civic_kiosk.outbox.oldest", SECONDS, "Age of the oldest that no agency has confirmed.")
CATALOGUE_AGE: Final = Kind(
    "civic_kiosk.catalogue.age", SECONDS, "Since the list of services was last confirmed."
)
SERVICES: Final = Kind("civic_kiosk.catalogue.services", "{service}", "Services that are offered.")
FORMS: Final = Kind("civic_kiosk.forms.kept", "{form}", "Forms that are here.")
ENDPOINTS: Final = Kind(
    "civic_kiosk.endpoints", "{endpoint}", "Agencies' endpoints by whether they answer.", "reach"
)
SET_UP: Final = Kind("civic_kiosk.set_up.version", "{version}", "The version of the set-up that counts.")
SET_UP_AGE: Final = Kind("civic_kiosk.set_up.age", SECONDS, "Since the source of set-ups was last seen.")
SET_UP_TRIAL: Final = Kind("civic_kiosk.set_up.trial", "{trial}", "1 while a new version is tried.")
SET_UP_LEFT: Final = Kind(
    "civic_kiosk.set_up.left", "{version}", "Versions that were left because they failed."
)
RUNS: Final = Kind("civic_kiosk.courier.age", SECONDS, "Since the process that tells this was started.")
KINDS: Final = (
    *(ITEMS, OLDEST, CATALOGUE_AGE, SERVICES, FORMS, ENDPOINTS),
    *(SET_UP, SET_UP_AGE, SET_UP_TRIAL, SET_UP_LEFT, RUNS),
)
"""All there is."""

ANSWERS: Final = ("answers", "silent", "unknown")
WORDS: Final = frozenset({*(state.value for state in DeliveryState), *ANSWERS})
"""All words that can stand beside a number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a kind, at this moment. `word` is one of `WORDS`, empty where the kind has no label."""

    kind: Kind
    value: float
    word: str = ""

    def __post_init__(self) -> None:
        if bool(self.word) is not bool(self.kind.label) or (self.word and self.word not in WORDS):
            raise ValueError("a word that is none of ours")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in the cache: the list's age in seconds (None without one), and how much there is."""

    age: float | None
    services: int
    forms: int
    reached: tuple[bool | None, ...]


def readings(
    deliveries: Iterable[Delivery],
    shelf: Shelf,
    set_up: Activation | None,
    seen: float,
    now: float,
    running: float,
) -> tuple[Reading, ...]:
    """Everything there is to tell now. `seen` is when the source of set-ups was last seen (epoch seconds)."""
    all_of_them = tuple(deliveries)
    count = Counter(one.state for one in all_of_them)
    oldest = min((one.created for one in all_of_them if one.state in WAITING), default=now)
    told = [Reading(ITEMS, count[state], state.value) for state in DeliveryState]
    told += [Reading(OLDEST, max(0.0, now - oldest)), Reading(RUNS, running)]
    told += [Reading(SERVICES, shelf.services), Reading(FORMS, shelf.forms)]
    if shelf.age is not None:
        told.append(Reading(CATALOGUE_AGE, max(0.0, shelf.age)))
    reach = Counter("unknown" if one is None else "answers" if one else "silent" for one in shelf.reached)
    told += [Reading(ENDPOINTS, reach[word], word) for word in ANSWERS]
    if set_up is not None:
        told += [
            Reading(SET_UP, set_up.active),
            Reading(SET_UP_TRIAL, set_up.trial is not None),
            Reading(SET_UP_LEFT, len(set_up.left)),
        ]
        if seen:
            told.append(Reading(SET_UP_AGE, max(0.0, now - seen)))
    return tuple(told)

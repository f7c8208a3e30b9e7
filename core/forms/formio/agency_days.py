# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's limits of days and months: how far from today, from which day on, and after which other answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from core.forms.binds import NO_BIND, Check
from core.forms.built import Built
from core.forms.expression.tree import Answered, Outside
from core.forms.formio.documents import Component, number, table, word, yes
from core.forms.formio.json_logic import member
from core.forms.formio.kinds import plain_type
from core.forms.formio.places import Place, Places

EARLIEST: Final = "earliestAllowedDate"
LATEST: Final = "latestAllowedDate"
FROM: Final = "specificEarliestAllowedDate"
UNTIL: Final = "specificLatestAllowedDate"
AFTER: Final = "beforeDateInputKey"
"""The other answer, which this one comes after."""

MEMBERS: Final = (EARLIEST, LATEST, FROM, UNTIL, AFTER)
DAYS: Final = "navdatepicker"
MONTHS: Final = "monthpicker"

_FARTHEST: Final = 100_000
"""Days from today, about 270 years; more is a slip of the author's."""

_FARTHEST_YEAR: Final = 200


def days_refused(component: Component) -> str:
    """The first limit of a component that cannot be kept here; empty when there is none."""
    kind = plain_type(component)
    for name in MEMBERS:
        if component.get(name) in (None, "", False) and number(component, name) is None:
            continue
        match name:
            case "earliestAllowedDate" | "latestAllowedDate" if kind in (DAYS, MONTHS):
                kept = _away(component, name, _FARTHEST if kind == DAYS else _FARTHEST_YEAR) is not None
            case "specificEarliestAllowedDate" | "specificLatestAllowedDate" if kind == DAYS:
                kept = _day(component.get(name)) is not None
            case "beforeDateInputKey" if kind == DAYS:
                kept = bool(word(component, name).strip())
            case _:
                kept = False
        if not kept:
            return name
    return ""


def _away(component: Component, name: str, most: int) -> int | None:
    """How many days or years from today a limit is; None for no whole number of them."""
    found = number(component, name)
    return int(found) if found is not None and found.is_integer() and abs(found) <= most else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class NotBefore:
    """Whether a day is late enough: true, or the first day that is. The other answer goes before the other limits."""

    node: int
    away: int | None
    fixed: date | None
    other: Place | None = None
    gap: int = 0
    cost: int = field(default=10)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer, and the one that it comes after."""
        return (self.node,) if self.other is None else tuple(sorted({self.node, self.other.reads}))

    def run(self, answered: Answered) -> bool | str:
        """Whether it is."""
        given, first = _day(answered.json(self.node)), self._first(answered)
        return given is None or first is None or given >= first or first.isoformat()

    def _first(self, answered: Answered) -> date | None:
        if self.other is not None:
            before = _day(member(answered.json(self.other.node), self.other.rest))
            return None if before is None else _later(before, self.gap)
        return self.fixed if self.away is None else _later(answered.today, self.away)


@dataclass(frozen=True, slots=True)
class NotAfter:
    """Whether a day is early enough: true, or the last day that is."""

    node: int
    away: int | None
    fixed: date | None
    cost: int = field(default=10)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer."""
        return (self.node,)

    def run(self, answered: Answered) -> bool | str:
        """Whether it is."""
        given = _day(answered.json(self.node))
        last = self.fixed if self.away is None else _later(answered.today, self.away)
        return given is None or last is None or given <= last or last.isoformat()


def _later(day: date, days: int) -> date | None:
    """A day so many days later; None for what no calendar has."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class Years:
    """Whether the year of a month (`2026-11`) is not beyond so many years from today's: true, or the last that is."""

    node: int
    away: int
    sign: int
    cost: int = field(default=10)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer."""
        return (self.node,)

    def run(self, answered: Answered) -> bool | str:
        """Whether it is not."""
        given, limit = str(answered.json(self.node) or "")[:4], answered.today.year + self.away
        return not given.isdecimal() or self.sign * int(given) <= self.sign * limit or str(limit)


def give_days(built: Built, components: Mapping[int, tuple[Component, int]], places: Places) -> None:
    """Give each node the limits of its component, which stands beside the children of the other number."""
    for node, (component, near) in components.items():
        kind = plain_type(component)
        found: tuple[Check, ...] = ()
        if kind == DAYS:
            found = _limits(built, component, node, near, places)
        elif kind == MONTHS:
            found = _years(component, node)
        if found:
            bind = built.binds.get(node, NO_BIND)
            built.binds[node] = replace(bind, checks=(*bind.checks, *found))


def _limits(built: Built, component: Component, node: int, near: int, places: Places) -> tuple[Check, ...]:
    found: list[Check] = []
    before = word(component, AFTER).strip()
    other = places.find(before, near) if before else None
    if before and other is None:
        built.unsupported(node, AFTER)
        return ()
    earliest, latest = _away(component, EARLIEST, _FARTHEST), _away(component, LATEST, _FARTHEST)
    first, last = _day(component.get(FROM)), _day(component.get(UNTIL))
    if other is not None or earliest is not None or first is not None:
        gap = 0 if yes(component, "mayBeEqual") else 1
        test = Outside(NotBefore(node, earliest, first, other, gap))
        found.append(Check("minDate", test, "rule.first_day", tells=True, fills="day"))
    if latest is not None or last is not None:
        test = Outside(NotAfter(node, latest, last))
        found.append(Check("maxDate", test, "rule.last_day", tells=True, fills="day"))
    return tuple(found)


def _years(component: Component, node: int) -> tuple[Check, ...]:
    """A year that the form names counts instead of one that is counted from today."""
    found: list[Check] = []
    for name, rule, key, sign in (
        (EARLIEST, "minYear", "rule.minimum", -1),
        (LATEST, "maxYear", "rule.maximum", 1),
    ):
        away = _away(component, name, _FARTHEST_YEAR)
        if away is not None and not number(table(component, "validate"), rule):
            found.append(Check(rule, Outside(Years(node, away, sign)), key, tells=True, fills="n"))
    return tuple(found)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first and last moment that Form.io's calendars offer: fixed, or counted from now or from another answer.

Form.io has them in `minDate` and `maxDate` as a moment of ISO 8601 or as a call of `moment()`; Open Forms says beside
that how its server works them out (`openForms.minDate`, its `DateConstraint` types).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Final

from core.forms.binds import NO_BIND, Check
from core.forms.built import Built
from core.forms.expression.tree import Answered, Outside
from core.forms.formio.calendar_steps import Steps
from core.forms.formio.documents import Component, number, table, word, yes
from core.forms.formio.json_logic import member
from core.forms.formio.kinds import Asks, asks
from core.forms.formio.places import Place, Places

NAMES: Final = ("minDate", "maxDate")
_LIMITED: Final = frozenset({Asks.DATE, Asks.DATE_TIME, Asks.DAY})
_NOW: Final = ("now", "today")
"""What Open Forms calls the moment of filling, where no answer of the form is called so."""

_FARTHEST: Final = 1_000
"""Years; more is a slip of the author's."""

_UNITS: Final[Mapping[str, tuple[str, int]]] = {
    "d": ("days", 1), "day": ("days", 1), "w": ("days", 7), "week": ("days", 7),
    "M": ("months", 1), "month": ("months", 1), "y": ("years", 1), "year": ("years", 1),
}  # fmt: skip
_UNIT: Final = r"""["'](d|w|M|y|(?:day|week|month|year)s?)["']"""
_MOVE: Final = rf"\.(add|subtract)\(\s*(\d{{1,6}})\s*,\s*{_UNIT}\s*\)"
_MOMENT: Final = re.compile(
    rf"moment\(\)(?P<moves>(?:{_MOVE}){{0,6}})(?:\.(?P<edge>startOf|endOf)\(\s*[\"']day[\"']\s*\))?"
    r"(?:\.(?:toDate|toISOString|format)\([^()]{0,40}\))?;?"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A moment: `fixed`, else so many steps from `other`, else from the moment of filling at `at` (its own without)."""

    fixed: datetime | None = None
    steps: Steps = Steps()
    other: str = ""
    at: time | None = None


def bound_of(component: Component, name: str) -> Bound | str | None:
    """The limit of that name; None without one. A text names what cannot be worked out here."""
    rule = table(table(component, "openForms"), name)
    mode = word(rule, "mode")
    if mode in ("", "fixedValue"):
        written = _written(component, name)
        return (_read(written) or name) if written else None
    if asks(component) not in _LIMITED or yes(component, "multiple"):
        return f"openForms.{name}"
    sign = -1 if mode == "past" or word(rule, "operator") == "subtract" else 1
    match mode:
        case "future" | "past":
            # Open Forms counts whole days here for moments too.
            return Bound(steps=Steps(days=0 if yes(rule, "includeToday") else sign), at=time.min)
        case "relativeToVariable" if word(rule, "variable"):
            delta = table(rule, "delta")
            away = [int(number(delta, one) or 0) * sign for one in ("years", "months", "days")]
            other = word(rule, "variable")
            return Bound(steps=Steps(*away), other=other, at=time.min) if _near(away) else f"openForms.{name}"
        case _:
            return f"openForms.{name}"


def _written(component: Component, name: str) -> str:
    """The limit as its author wrote it: at the component, or at one of its two calendars (Form.io 4 and 5)."""
    for holder in (component, table(component, "datePicker"), table(component, "widget")):
        if word(holder, name).strip():
            return word(holder, name).strip()
    return ""


def _near(away: list[int]) -> bool:
    years, months, days = away
    return abs(years) + abs(months) / 12 + abs(days) / 365 <= _FARTHEST


def _read(written: str) -> Bound | None:
    try:
        return Bound(fixed=datetime.fromisoformat(written))
    except ValueError:
        pass
    found = _MOMENT.fullmatch(written)
    if found is None:
        return None
    steps = Steps()
    for way, count, unit in re.findall(_MOVE, found["moves"]):
        kind, each = _UNITS[unit if unit in _UNITS else unit.rstrip("s")]
        by = int(count) * each * (-1 if way == "subtract" else 1)
        steps = replace(steps, **{kind: getattr(steps, kind) + by})
    edge = {"startOf": time.min, "endOf": time.max}.get(found["edge"] or "")
    return Bound(steps=steps, at=edge) if _near([steps.years, steps.months, steps.days]) else None


def limit_refused(component: Component, name: str) -> str:
    """What of a limit cannot be kept here, by name; empty where it can or there is none."""
    bound = bound_of(component, name)
    if bound is None or isinstance(bound, str):
        return bound or ""
    parts = table(component, "fields")
    partly = asks(component) is Asks.DAY and any(yes(table(parts, one), "hide") for one in parts)
    kept = asks(component) in _LIMITED and not yes(component, "multiple") and not partly
    return "" if kept else name


@dataclass(frozen=True, slots=True)
class Within:
    """Whether an answer is not before (`sign` 1) or not after (-1) a limit: true, or the limit's day."""

    node: int
    bound: Bound
    sign: int
    other: Place | None
    day_first: bool
    cost: int = field(default=20)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer, and the one that the limit is counted from."""
        return (self.node,) if self.other is None else tuple(sorted({self.node, self.other.reads}))

    def run(self, answered: Answered) -> bool | str:
        """Whether it is."""
        given, limit = _moment(answered.json(self.node), day_first=self.day_first), self._limit(answered)
        if given is None or limit is None:
            return True
        whole_day = given.time() == time.min
        far = (given.date() - limit.date()).days if whole_day else (given - limit).total_seconds()
        return self.sign * far >= 0 or limit.date().isoformat()

    def _limit(self, answered: Answered) -> datetime | None:
        if self.bound.fixed is not None:
            fixed = self.bound.fixed
            local = fixed.astimezone(answered.now.tzinfo) if fixed.tzinfo else fixed
            return local.replace(tzinfo=None)
        begin: datetime | None = answered.now.replace(tzinfo=None)
        if self.other is not None:
            begin = _moment(member(answered.json(self.other.node), self.other.rest))
        moved = None if begin is None else self.bound.steps.after(begin.date())
        if begin is None or moved is None:
            return None
        return datetime.combine(moved, begin.time() if self.bound.at is None else self.bound.at)


def _moment(value: object, *, day_first: bool = False) -> datetime | None:
    """A day (as ISO 8601 or with strokes) or a moment on the clock of the place; None for neither."""
    text = value if isinstance(value, str) else ""
    if text.count("/") == 2:
        one, two, year = text.split("/")
        text = f"{year}-{two}-{one}" if day_first else f"{year}-{one}-{two}"
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def give_limits(built: Built, components: Mapping[int, tuple[Component, int]], places: Places) -> None:
    """Give each node the limits of its component, which stands beside the children of the other number."""
    for node, (component, near) in components.items():
        if asks(component) not in _LIMITED:
            continue
        for name, sign, key in (("minDate", 1, "rule.first_day"), ("maxDate", -1, "rule.last_day")):
            bound = bound_of(component, name)
            if not isinstance(bound, Bound):
                continue
            other = places.find(bound.other, near) if bound.other else None
            if bound.other not in ("", *_NOW) and other is None:
                built.unsupported(node, f"openForms.{name}: {bound.other[:60]}")
                continue
            test = Outside(Within(node, bound, sign, other, yes(component, "dayFirst")))
            bind = built.binds.get(node, NO_BIND)
            check = Check(name, test, key, tells=True, fills="day")
            built.binds[node] = replace(bind, checks=(*bind.checks, check))

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first and the last time of the day that a component takes (Open Forms, `minTime` and `maxTime` of `validate`)."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from core.forms.binds import Check
from core.forms.clocks import USUAL, out_of_clock
from core.forms.expression.tree import Outside
from core.forms.formio.documents import Component, table, word
from core.forms.formio.judged import Judged
from core.forms.formio.kinds import Asks, asks
from core.forms.formio.texts import text

NAMES: Final = ("minTime", "maxTime")
_KEYS: Final = ("rule.first_time", "rule.last_time")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")


def time_checks(component: Component, node: int) -> tuple[Check, ...]:
    """The checks of a time. Where the first time is later than the last, the time in between is over midnight."""
    if asks(component) is not Asks.TIME:
        return ()
    validate = table(component, "validate")
    first, last = (_seconds(validate.get(name)) for name in NAMES)
    clock = word(component, "dataFormat") or USUAL
    own = text(str(validate.get("customMessage") or ""))
    over_midnight = first is not None and last is not None and first > last
    tests: tuple[Callable[[object], bool] | None, ...] = (
        None if first is None else partial(_between, first, last if over_midnight else None),
        None if last is None or over_midnight else partial(_between, None, last),
    )
    return tuple(
        [
            Check(
                name,
                Outside(Judged(node, partial(_read, test, clock))),
                key,
                {"time": _shown(validate[name])},
                own,
            )
            for name, key, test in zip(NAMES, _KEYS, tests, strict=True)
            if test is not None
        ]
    )


def is_honoured(component: Component, name: str) -> bool:
    """Whether a member of `validate` is such a limit of a time, and can be read."""
    return (
        name in NAMES
        and asks(component) is Asks.TIME
        and _seconds(table(component, "validate")[name]) is not None
    )


def _read(test: Callable[[object], bool], clock: str, value: object) -> bool:
    """The test of a time that is written as its form wants it in the data."""
    return test(out_of_clock(str(value), clock))


def _between(first: int | None, last: int | None, value: object) -> bool:
    """Whether a time is not before the first or not after the last: with both they lie over midnight."""
    found = _seconds(value)
    if found is None:
        return False
    after, before = first is not None and found >= first, last is not None and found <= last
    return after or before


def _seconds(value: object) -> int | None:
    """The seconds since midnight; None for what is no time."""
    found = _TIME.match(value) if isinstance(value, str) else None
    return None if found is None else int(found[1]) * 3_600 + int(found[2]) * 60 + int(found[3] or 0)


def _shown(value: object) -> str:
    """Hours and minutes; seconds where there are any."""
    return str(value)[:8].removesuffix(":00") if str(value).count(":") > 1 else str(value)[:5]

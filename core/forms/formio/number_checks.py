# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fine a number may be: Form.io's `step`, `decimalLimit` and `integer`, which its own window enforces."""

from decimal import Decimal, InvalidOperation
from typing import Final

from core.forms.binds import Check
from core.forms.definition import Scale
from core.forms.expression.tree import Outside
from core.forms.formio.documents import Component, number, table, word, yes
from core.forms.formio.judged import Judged, Test
from core.forms.formio.kinds import plain_type
from core.forms.formio.texts import text
from core.forms.scales import whole_numbers

_OF_MONEY: Final = 2
"""Digits after the point of a `currency` that says nothing else."""

_MOST_DIGITS: Final = 20
_CODE: Final = 3


def number_checks(component: Component, node: int) -> tuple[Check, ...]:
    """The checks of a number, in the order in which they are told."""
    validate = table(component, "validate")
    own = text(word(validate, "customMessage"))
    found: list[Check] = []

    def add(rule: str, test: Test, key: str, shown: str = "") -> None:
        values = {"n": shown} if shown else {}
        found.append(Check(rule, Outside(Judged(node, test)), key, values, own))

    most = _most_decimals(component)
    if most is not None:
        key = "problem.integer" if most == 0 else "rule.decimals"
        add("decimalLimit", lambda value: _decimals(value) <= most, key, str(most) if most else "")
    step = _exact(validate.get("step"))
    if step is not None and step > 0:
        # As in HTML (4.10.5.3.8, the step base), steps are counted from the least number that is allowed.
        base = _exact(validate.get("min")) or Decimal(0)
        whole = _remainder(base, step) == 0
        key = "rule.multiple" if whole else "rule.format"
        add("step", lambda value: _on_step(value, base, step), key, f"{step.normalize():f}" if whole else "")
    return tuple(found)


def small_scale(component: Component) -> Scale | None:
    """The whole numbers of a `number` between its ends; None for other components, and for numbers with fractions."""
    if plain_type(component) != "number" or (
        _most_decimals(component) != 0 and _exact(_step(component)) != 1
    ):
        return None
    return whole_numbers(_end(component, "min"), _end(component, "max"))


def currency_of(component: Component) -> str:
    """What an amount of money is in (ISO 4217); empty for what is none. Without a word Form.io means US dollars."""
    if plain_type(component) != "currency":
        return ""
    code = (word(component, "currency") or "USD").upper()
    return code if len(code) == _CODE and code.isascii() and code.isalpha() else ""


def _step(component: Component) -> object:
    return table(component, "validate").get("step")


def _end(component: Component, name: str) -> float | None:
    found = _exact(table(component, "validate").get(name))
    return float(found) if found is not None else None


def _most_decimals(component: Component) -> int | None:
    """Digits after the point that there may be; None for any number of them."""
    if yes(table(component, "validate"), "integer"):
        return 0
    limit = number(component, "decimalLimit")
    if limit is None or not 0 <= limit <= _MOST_DIGITS:
        return _OF_MONEY if plain_type(component) == "currency" and limit is None else None
    return int(limit)


def _exact(value: object) -> Decimal | None:
    """A number as it is written, so that 0.1 is a tenth; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) <= _MOST_DIGITS else None


def _decimals(value: object) -> int:
    found = _exact(value)
    exponent = found.normalize().as_tuple().exponent if found is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _on_step(value: object, base: Decimal, step: Decimal) -> bool:
    found = _exact(value)
    return found is None or _remainder(found - base, step) == 0


def _remainder(number: Decimal, step: Decimal) -> Decimal:
    """What is left of a number; of one that has more digits than are reckoned with, nothing."""
    try:
        return number % step
    except InvalidOperation:
        return Decimal(0)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges answers as those plugins of Open Forms do that need nothing but the answer (`validate.plugins`).

A telephone number is judged by phonenumbers, as there; a number of the Dutch trade register by what it is written of.
Whether that register knows it, only the server can tell.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from core.forms.binds import Check
from core.forms.expression.tree import Outside
from core.forms.formio.documents import Component, table, word
from core.forms.formio.judged import Judged
from core.forms.formio.texts import text

_REGISTER: Final = "kvk-"


@dataclass(frozen=True, slots=True)
class Plugin:
    """Whether an answer passes, and the key of what to say where it does not."""

    judge: Callable[[str], bool]
    key: str


def plugins_of(component: Component) -> Iterator[str]:
    """The names of a component's plugins."""
    found = table(component, "validate").get("plugins")
    yield from [one for one in found if isinstance(one, str)] if isinstance(found, list) else ()


def plugin_checks(component: Component, node: int) -> Iterator[Check]:
    """The checks of those that can be judged here."""
    own = text(word(table(component, "validate"), "customMessage"))
    for name in plugins_of(component):
        if name in PLUGINS:
            test = Judged(node, partial(_judged, PLUGINS[name].judge))
            yield Check(name, Outside(test), PLUGINS[name].key, message=own)


def _judged(judge: Callable[[str], bool], value: object) -> bool:
    return judge(str(value))


def unknown_plugins(component: Component) -> Iterator[str]:
    """The names of those that nothing here can judge."""
    return (name for name in plugins_of(component) if name not in PLUGINS)


def looked_up_there(component: Component) -> Iterator[str]:
    """The names of those whose numbers the server looks up too."""
    return (name for name in plugins_of(component) if name.startswith(_REGISTER) and name in PLUGINS)


def _phone(region: str | None, value: str) -> bool:
    from phonenumbers import (
        NumberParseException,
        is_possible_number,
        is_valid_number,
        is_valid_number_for_region,
        parse,
    )

    # The sign before the country is often written as two noughts.
    written = f"+{value.strip()[2:]}" if region is None and value.strip().startswith("00") else value
    try:
        number = parse(written, region)
    except NumberParseException:
        return False
    valid = is_possible_number(number) and is_valid_number(number)
    return valid and (region is None or is_valid_number_for_region(number, region))


def _digits(length: int, value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == length


def _rsin(value: str) -> bool:
    from stdnum.nl import bsn

    return _digits(9, value) and bool(bsn.is_valid(value))


# The library is loaded with the first number, as few forms have one.
PLUGINS: Final[Mapping[str, Plugin]] = {
    "phonenumber-international": Plugin(lambda value: _phone(None, value), "rule.phone"),
    "phonenumber-nl": Plugin(lambda value: _phone("NL", value), "rule.phone"),
    "kvk-kvkNumber": Plugin(lambda value: _digits(8, value), "rule.format"),
    "kvk-branchNumber": Plugin(lambda value: _digits(12, value), "rule.format"),
    "kvk-rsin": Plugin(_rsin, "rule.check_digits"),
}

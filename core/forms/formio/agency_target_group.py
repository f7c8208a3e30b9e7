# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's `maalgruppe`: which group of people an application is for, told by what was ticked elsewhere in the form.

NAV's own window works it out and shows nothing of it; here it is a rule of JSON logic, which needs no script.
"""

import copy
import re
from collections.abc import Iterator
from typing import Final

from core.forms.formio.documents import Component, inner, listed, word
from core.forms.formio.kinds import Asks, asks, plain_type

TYPE: Final = "maalgruppe"
_OWN_RULE: Final = "value=instance.calculateMaalgruppeValue()"

_GROUPS: Final = (
    ("aapUforeNedsattArbEvne", "NEDSARBEVN"),
    ("ensligUtdanning", "ENSFORUTD"),
    ("ensligArbSoker", "ENSFORARBS"),
    ("tidligereFamiliepleier", "TIDLFAMPL"),
    ("gjenlevendeUtdanning", "GJENEKUTD"),
    ("gjenlevendeArbSoker", "GJENEKARBS"),
    ("tiltakspenger", "MOTTILTPEN"),
    ("dagpenger", "MOTDAGPEN"),
    ("regArbSoker", "ARBSOKERE"),
)
"""What is asked and NAV's code of the group, the one that counts before the others first."""

_OTHERS: Final = "ANNET"


def with_target_groups(document: Component) -> Component:
    """The definition with each such component as a hidden container of what it works out."""
    if not any(_is_one(one) for one in _within(document)):
        return document
    rule = _rule([*_ways(document, ())])
    made = copy.deepcopy(dict(document))
    for one in [*_within(made)]:
        if _is_one(one) and isinstance(one, dict):
            key = one.get("key")
            one.clear()
            one.update(_container(str(key), rule))
    return made


def _is_one(component: Component) -> bool:
    return (
        plain_type(component) == TYPE and re.sub(r"[\s;]", "", word(component, "calculateValue")) == _OWN_RULE
    )


def _container(key: str, rule: object) -> Component:
    """As NAV sends it. `prefilled` is what a person who signed in would be known by: nobody here is."""
    group = {"type": "textfield", "key": "maalgruppetype", "calculateValue": rule, "clearOnHide": False}
    worked_out = {"type": "container", "key": "calculated", "components": [group], "clearOnHide": False}
    known = {"type": "number", "key": "prefilled"}
    return {
        "type": "container",
        "key": key,
        "hidden": True,
        "clearOnHide": False,
        "components": [worked_out, known],
    }


def _rule(ways: list[tuple[str, ...]]) -> object:
    """The first group of which something was ticked or answered with yes, as JSON logic."""
    chosen: list[object] = []
    for name, code in _GROUPS:
        said = [{"var": ".".join(("data", *way))} for way in ways if way[-1] == name]
        for one in said:
            chosen.extend([{"or": [{"===": [one, True]}, {"===": [one, "ja"]}]}, code])
    return {"if": [*chosen, _OTHERS]}


def _ways(component: Component, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Where the groups are asked for: at the top of the data, or in what lies there (NAV looks no deeper)."""
    names = {name for name, _ in _GROUPS}
    for one in inner(component):
        kind, way = asks(one), (*above, word(one, "key"))
        if kind is Asks.BOXES and not above:
            yield from (
                (*way, name)
                for name in (word(box, "value") for box in listed(one, "values"))
                if name in names
            )
        elif way[-1] in names:
            yield way
        if kind is Asks.LAYOUT:
            yield from _ways(one, above)
        elif kind is Asks.CONTAINER and not above:
            yield from _ways(one, way)


def _within(component: Component) -> Iterator[Component]:
    waiting = [component]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(inner(one))

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rule of a Form.io component sees: the answers that it names as `data` and `row`, and no others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.forms.expression.tree import ABSENT, Answered
from core.forms.formio.documents import Component, word
from core.forms.formio.places import Places

Way = tuple[str, ...]
"""The steps to an answer: `("data", "a", "b")`; one step alone is all answers, of the form or of the row."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The answers that a rule names. `read` has their nodes with the steps that lead there, `reads` all in them.

    `own` is whether it asks for the answer of its own component, at `node`.
    """

    read: tuple[tuple[Way, int], ...]
    reads: tuple[int, ...]
    node: int
    component: Mapping[str, str]
    own: bool

    def seen(self, answered: Answered) -> dict[str, object]:
        """The variables that the rule finds, as plain JSON."""
        seen: dict[str, object] = {"data": {}, "row": {}, "component": self.component}
        for way, node in self.read:
            _put(seen, way, answered.complete(node))
        own = answered.complete(self.node) if self.own else None
        seen["value"] = seen["input"] = None if own is ABSENT else own
        return seen


def _put(seen: dict[str, object], way: Way, value: object) -> None:
    """Put an answer where the rule looks for it; what is around it is there as soon as it is asked."""
    if value is ABSENT:
        return
    at = seen
    for step in way[:-1]:
        inner = at.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        at = inner
    last = at.get(way[-1])
    # A part that is named beside the whole of it is in the whole.
    if isinstance(last, dict) and isinstance(value, dict):
        last.update(value)
    else:
        at[way[-1]] = value


def sight_of(
    ways: Iterable[Way], component: Component, node: int, near: int, places: Places, *, own: bool = False
) -> Sight:
    """What a rule of a component sees that names these ways; the component stands beside the children of `near`."""
    read: dict[Way, int] = {}
    for way in sorted(ways):
        if len(way) == 1:
            read[way] = 0 if way == ("data",) else near
        elif (found := places.exactly(way, near)) is not None:
            place, length = found
            read[way[: length + 1]] = place.reads
    reads = {inner for node_read in read.values() for inner in places.below(node_read)}
    about = {name: word(component, name) for name in ("key", "label", "type")}
    return Sight(tuple(read.items()), tuple(sorted(reads)), node, about, own)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that a grid begins with: those that its form gives, or one without answers."""

from collections.abc import Iterator, Mapping

from core.forms.built import Built
from core.forms.definition import MOST_INSTANCES
from core.forms.formio.documents import Component, listed, yes
from core.forms.formio.kinds import Asks, asks, plain_type
from core.forms.formio.values import hidden_value, value_of
from core.forms.planting import Planting


def first_rows(
    component: Component, grid: int, built: Built, holds: Mapping[int, tuple[Component, int]]
) -> Iterator[Planting]:
    """What each row of a grid begins with: its `defaultValue`, row by row; else a data grid has one row, unless its
    `initEmpty` says no (formio.js, `DataGrid`).

    `holds` are the nodes with a value of their own, each with its component. A list inside a row begins as everywhere.
    """
    rows = listed(component, "defaultValue")[:MOST_INSTANCES]
    if not rows and plain_type(component) == "datagrid" and not yes(component, "initEmpty"):
        rows = [{}]
    ways = {node: _way(built, grid, node) for node in built.below(grid) if node in holds}
    for row in rows:
        texts = {node: _text(holds[node][0], node, _at(row, way)) for node, way in ways.items() if way}
        yield Planting(grid, {node: text for node, text in texts.items() if text is not None})


def _way(built: Built, grid: int, node: int) -> tuple[str, ...]:
    """The names from a row to a value in it; none for what lies in a list of its own."""
    names: list[str] = []
    while node != grid:
        if node in built.repeating:
            return ()
        names.insert(0, built.nodes[node].name)
        node = built.nodes[node].parent
    return tuple(names)


def _at(row: object, way: tuple[str, ...]) -> object:
    for name in way:
        row = row.get(name) if isinstance(row, dict) else None
    return row


def _text(component: Component, node: int, given: object) -> str | None:
    """A value as the text that a question begins with; None where the row gives none."""
    if given is None:
        return None
    filled = {**component, "defaultValue": given}
    if asks(component) is Asks.HIDDEN:
        return hidden_value(filled)[1]
    if isinstance(given, int | float) and not isinstance(given, bool) and given == 0:
        # A default of 0 is none for a component, but here the whole row is the default.
        return "0" if asks(component) in (Asks.NUMBER, Asks.TEXT) else ""
    found = value_of(filled, node)
    return None if isinstance(found, str) else found.default

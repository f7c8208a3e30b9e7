# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes random Form.io definitions without programs: conditions of both kinds, lists, containers, pages, boxes."""

import json
from random import Random
from typing import Any

from core.forms.definition import Form
from core.forms.formio.loading import load
from core.ids import FormId
from tests.support.formio_forms import Component, one

VALUES = [{"label": name, "value": name} for name in ("x", "y", "1")]


class _Growing:
    """A definition while it is made. `read` are the paths in the data that later conditions may ask for."""

    def __init__(self, chance: Random, *, clears: bool) -> None:
        self.chance = chance
        self.clears = clears
        self.made = 0
        self.read: list[str] = []

    def part(self, above: str, depth: int) -> Component:
        self.made += 1
        key = f"c{self.made}"
        kinds = ("textfield", "number", "checkbox", "radio", "select", "selectboxes")
        around = ("container", "panel", "datagrid", "editgrid")
        kind = self.chance.choice((*kinds, *kinds, *around) if depth < 2 else kinds)
        made = one(kind, key, **self._conditions(), clearOnHide=self.chance.random() < 0.7 or self.clears)
        if kind in around:
            # What stands in a list is asked for beside it only, by its own rows.
            outside, before = kind.endswith("grid"), list(self.read)
            inside = above if kind == "panel" else f"{above}{key}."
            inner = [self.part(inside, depth + 1) for _ in range(self.chance.randint(1, 3))]
            if outside:
                self.read = before
            return {**made, "components": inner, "input": kind != "panel"}
        if kind in ("radio", "selectboxes"):
            made["values"] = VALUES
        elif kind == "select":
            made["data"] = {"values": VALUES}
        elif self.chance.random() < 0.3:
            made["defaultValue"] = {"textfield": "x", "number": 1, "checkbox": True}[kind]
        if self.chance.random() < 0.2:
            made["validate"] = {"required": True}
        if kind != "selectboxes":
            self.read.append(f"{above}{key}")
        return made

    def _conditions(self) -> dict[str, Any]:
        if not self.read or self.chance.random() > 0.5:
            return {}
        path, other = self.chance.choice(self.read), self.chance.choice(self.read)
        eq = self.chance.choice(("x", "1", "true", "y"))
        simple = {"show": self.chance.random() < 0.6, "when": path, "eq": eq}
        compare = self.chance.choice(("==", "!=", ">", "in"))
        logic = {
            self.chance.choice(("and", "or")): [
                {compare: [{"var": f"data.{path}"}, eq]},
                {"!": {"var": f"data.{other}"}},
            ]
        }
        return {"conditional": self.chance.choice((simple, {"json": logic}))}


def random_formio(seed: int, *, clears: bool = False) -> Form:
    """A definition of 4 to 20 components. Conditions ask for what stands before them, so that there is no circle.

    With `clears` nothing that is hidden keeps its answer.
    """
    growing = _Growing(Random(seed), clears=clears)
    components = [growing.part("", 0) for _ in range(growing.chance.randint(4, 9))]
    form = load(json.dumps({"components": components}).encode(), FormId("random"))
    assert isinstance(form, Form), form
    return form

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the nodes of a form the scripts of their components: what they work out, begin with, and say is wrong."""

from collections.abc import Mapping
from dataclasses import replace

from core.forms.binds import NO_BIND, Bind, Check, DataType, SetValue, Shape
from core.forms.built import TRUE, Built
from core.forms.expression.tree import Outside
from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.places import Places
from core.forms.formio.script_rules import Running, Settled, Told, Worked, running
from core.forms.formio.scripts import BEGIN, CALCULATE, JUDGE, RESULTS, script
from core.forms.formio.texts import text
from core.forms.programs import Engine


def give_scripts(
    built: Built, components: Mapping[int, tuple[Component, int]], places: Places, engine: Engine
) -> None:
    """Give each node the scripts of its component, which stands beside the children of the other number."""
    for node, (component, near) in components.items():
        found: dict[str, Running] = {}
        for member in (CALCULATE, BEGIN, JUDGE):
            read = script(component, member)
            if read is not None:
                found[member] = running(read, RESULTS[member], component, node, near, places, engine)
        shape, bind = built.shapes[node], built.binds.get(node, NO_BIND)
        if CALCULATE in found:
            bind = _worked_out(bind, shape, found[CALCULATE], yields=yes(component, "allowCalculateOverride"))
            built.calculate_reads[node] = {one: built.shared(one, node) for one in found[CALCULATE].reads}
        if BEGIN in found:
            built.first_values.append(SetValue(node, Outside(Worked(found[BEGIN], shape))))
        if JUDGE in found:
            own = text(word(table(component, "validate"), "customMessage"))
            told = Check("custom", Outside(Told(found[JUDGE])), "problem.constraint", message=own, tells=True)
            bind = replace(bind, checks=(*bind.checks, told))
        if found:
            built.binds[node] = bind


def _worked_out(bind: Bind, shape: Shape, calculation: Running, *, yields: bool) -> Bind:
    """What a script works out is nobody's to write, unless it `yields`; where it works nothing out, it is."""
    keeps_numbers = bind.type is DataType.TEXT
    settles = Outside(Settled(calculation))
    return replace(
        bind,
        type=DataType.ANY if keeps_numbers else bind.type,
        readonly=bind.readonly if yields or bind.readonly == TRUE else settles,
        calculate=Outside(Worked(calculation, shape, keeps_numbers or bind.type is DataType.DECIMAL)),
        settles=settles,
        yields=yields,
    )

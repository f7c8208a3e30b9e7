# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the nodes of a form the scripts and JSON logic of their components: values, beginnings, what is wrong."""

from collections.abc import Mapping
from dataclasses import replace

from core.forms.binds import NO_BIND, Bind, Check, DataType, SetValue, Shape
from core.forms.built import TRUE, Built
from core.forms.expression.tree import Outside
from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.places import Places
from core.forms.formio.reasoning import reasoning
from core.forms.formio.script_rules import running
from core.forms.formio.scripts import BEGIN, CALCULATE, JUDGE, RESULTS, logic_of, script
from core.forms.formio.texts import text
from core.forms.formio.working import Settled, Told, Worked, Working
from core.forms.programs import Engine


def give_scripts(
    built: Built, components: Mapping[int, tuple[Component, int]], places: Places, engine: Engine | None
) -> None:
    """Give each node the scripts of its component, which stands beside the children of the other number."""
    for node, (component, near) in components.items():
        found = {
            member: working
            for member in (CALCULATE, BEGIN, JUDGE)
            if (working := _working(component, member, node, near, places, engine)) is not None
        }
        logic = logic_of(component, JUDGE)
        shape, bind = built.shapes[node], built.binds.get(node, NO_BIND)
        if CALCULATE in found:
            bind = worked_out(bind, shape, found[CALCULATE], yields=yes(component, "allowCalculateOverride"))
            reads = found[CALCULATE].reads
            built.calculate_reads[node] = {one: built.shared(one, node) for one in reads}
        if BEGIN in found:
            built.first_values.append(SetValue(node, Outside(Worked(found[BEGIN], shape))))
        if JUDGE in found:
            bind = replace(bind, checks=(*bind.checks, _told(component, node, "custom", found[JUDGE])))
        if logic is not None:
            judging = reasoning(logic, component, node, near, places)
            bind = replace(bind, checks=(*bind.checks, _told(component, node, "json", judging)))
        if found or logic is not None:
            built.binds[node] = bind


def _working(
    component: Component, member: str, node: int, near: int, places: Places, engine: Engine | None
) -> Working | None:
    """The script or the JSON logic of a member; None for neither."""
    rule = logic_of(component, member) if member != JUDGE else None
    if rule is not None:
        return reasoning(rule, component, node, near, places)
    read = script(component, member) if engine is not None else None
    if read is None or engine is None:
        return None
    return running(read, RESULTS[member], component, node, near, places, engine)


def _told(component: Component, node: int, rule: str, working: Working) -> Check:
    own = text(word(table(component, "validate"), "customMessage"))
    return Check(rule, Outside(Told(working, node)), "problem.constraint", message=own, tells=True)


def worked_out(bind: Bind, shape: Shape, calculation: Working, *, yields: bool) -> Bind:
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

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds and removes the instances of repeats in a form being filled, by hand or by a count."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.forms.answers import computed
from core.forms.binds import Preload, SetValue
from core.forms.definition import MOST_INSTANCES, Repeat
from core.forms.expression.tree import Expression, Fixed
from core.forms.expression.values import Value, scalar, to_number
from core.forms.instance import upwards
from core.forms.planting import Planted, concretes, hang, instances, plant, take_out
from core.forms.recomputing import Round, computed_for, everything, followed, keys, rule_keys
from core.forms.seen import Seen
from core.forms.state import Cell, Setting, State, given, opening

ROUNDS = 20
"""Counts may depend on what other counts have brought; after so many rounds they are left as they are."""


def opened(setting: Setting) -> State:
    """The state of a form that was just opened: defaults, instances, preloads, every rule, first values, counts."""
    form = setting.form
    state = opening(form)
    state = _with_defaults(setting, state, tuple(state.tree.live()))
    for planting in form.planted:
        parent = form.tree.nodes[planting.repeat].parent
        at = len(instances(state.tree, parent, planting.repeat))
        state = _grown(setting, state, plant(state.tree, form.tree, parent, planting, at))
    state = counted(setting, everything(setting, state))
    for action in form.first_values:
        state = set_value(setting, state, action, 0)
    return counted(setting, state) if form.first_values else state


def added(setting: Setting, state: State, repeat: int, parent: int) -> State:
    """The state with one more instance of a repeat at the end; the same at the most of instances."""
    at = len(instances(state.tree, parent, repeat))
    if at >= MOST_INSTANCES:
        return state
    form = setting.form
    made = plant(state.tree, form.tree, parent, form.seeds[repeat], at)
    state = _grown(setting, state, made)
    state = _settled_in(setting, state, made.nodes, repeat, parent)
    for value in form.added_values.get(repeat, ()):
        state = set_value(setting, state, value, made.root)
    return state


def removed(setting: Setting, state: State, root: int) -> State:
    """The state without an instance and the answers in it."""
    repeat, parent = state.tree.origin(root), state.tree.nodes[root].parent
    state = replace(state, tree=take_out(state.tree, root), cells=state.cells.copy(), turns=state.turns + 1)
    return _settled_in(setting, state, (), repeat, parent)


def set_value(setting: Setting, state: State, action: SetValue, near: int) -> State:
    """Carry out a `setvalue` for the copies of its node in the instance that `near` lies in, or for all."""
    form, tree = setting.form, state.tree
    for node in concretes(tree, form.tree, action.node, _instance(setting, state, action.node, near), near):
        value = Round(Seen(setting, state, form.default_language)).value(action.value, node)
        kind, zone = form.binds[tree.origin(node)].type, setting.now.tzinfo
        fitted = computed("" if value is None else scalar(value), kind, zone)
        state = given(setting, state, node, fitted.text)
        state = followed(setting, state, node)
    return state


def counted(setting: Setting, state: State) -> State:
    """The state in which every repeat with a count has as many instances as its count says."""
    repeats = [repeat for repeat in setting.form.repeats if repeat.count is not None]
    for _ in range(ROUNDS if repeats else 0):
        before = state.tree
        for repeat in repeats:
            above = setting.form.tree.nodes[repeat.node].parent
            for parent in concretes(state.tree, setting.form.tree, above, -1, 0):
                state = _as_counted(setting, state, repeat, parent)
        if state.tree is before:
            break
    return state


def _as_counted(setting: Setting, state: State, repeat: Repeat, parent: int) -> State:
    assert repeat.count is not None
    value = _count(setting, state, repeat.count, parent)
    number = to_number(value) if value is not None else math.nan
    present = instances(state.tree, parent, repeat.node)
    # A count that is no number (not answered yet, or in words) says nothing about what is there.
    wanted = min(MOST_INSTANCES, max(0, int(number))) if math.isfinite(number) else len(present)
    for root in reversed(present[wanted:]):
        state = removed(setting, state, root)
        state = replace(state, aside=(*state.aside, root))
    for _ in range(wanted - len(present)):
        kept = [root for root in state.aside if _belongs(state, root, repeat.node, parent)]
        state = _back(setting, state, kept[-1]) if kept else added(setting, state, repeat.node, parent)
    return state


def _count(setting: Setting, state: State, count: Expression, parent: int) -> Value | None:
    """The value of a count. A count that is an answer counts whether it is asked or not, as in JavaRosa."""
    match count:
        case Fixed(nodes=(node,)):
            return state.cells[node].value
        case _:
            return Round(Seen(setting, state, setting.form.default_language)).value(count, parent)


def _belongs(state: State, root: int, repeat: int, parent: int) -> bool:
    return state.tree.nodes[root].parent == parent and state.tree.origin(root) == repeat


def _back(setting: Setting, state: State, root: int) -> State:
    """The state with an instance that a count had taken out, as it was left."""
    repeat, parent = state.tree.origin(root), state.tree.nodes[root].parent
    at = len(instances(state.tree, parent, repeat))
    state = replace(
        state,
        tree=hang(state.tree, setting.form.tree, parent, root, at),
        cells=state.cells.copy(),
        turns=state.turns + 1,
        aside=tuple([one for one in state.aside if one != root]),
    )
    return _settled_in(setting, state, tuple(_below(state, root)), repeat, parent)


def _below(state: State, root: int) -> Iterable[int]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        yield from state.tree.nodes[node].attribute_nodes
        waiting.extend(state.tree.nodes[node].children)


def _grown(setting: Setting, state: State, made: Planted) -> State:
    """The state with new nodes, their defaults and preloads; nothing is computed yet."""
    cells = state.cells.extended([Cell()] * (len(made.tree.nodes) - len(state.tree.nodes)))
    state = replace(state, tree=made.tree, cells=cells, turns=state.turns + 1)
    return _with_defaults(setting, state, made.nodes)


def _with_defaults(setting: Setting, state: State, nodes: Sequence[int]) -> State:
    tree = state.tree
    for node in nodes:
        one = tree.nodes[node]
        if one.default:
            state = given(setting, state, node, one.default)
    preloads = dict(setting.form.preloads)
    for node in nodes:
        preload = preloads.get(tree.origin(node))
        if preload is not None:
            state = given(setting, state, node, preloaded(preload, setting))
    return state


def _settled_in(setting: Setting, state: State, new: tuple[int, ...], repeat: int, parent: int) -> State:
    """Compute what is new, and what reads the instances of a repeat from outside or by their order."""
    form = setting.form
    waiting = set(keys(setting, state, new))
    for node in _pattern_below(setting, repeat):
        for rule, anchor in form.plan.readers[node]:
            inside = node != repeat and _lies_below(setting, anchor, repeat)
            if not inside:
                wide = state.tree.origin(parent) if _lies_below(setting, anchor, repeat) else anchor
                waiting.update(rule_keys(setting, state, rule, wide, parent))
    return computed_for(setting, state, list(waiting), follow=True)


def _pattern_below(setting: Setting, repeat: int) -> Iterable[int]:
    nodes = setting.form.tree.nodes
    waiting = [repeat]
    while waiting:
        node = waiting.pop()
        yield node
        yield from nodes[node].attribute_nodes
        waiting.extend(nodes[node].children)


def _lies_below(setting: Setting, node: int, above: int) -> bool:
    nodes = setting.form.tree.nodes
    while node >= 0 and node != above:
        node = nodes[node].parent
    return node == above


def _instance(setting: Setting, state: State, node: int, near: int) -> int:
    """The innermost repeat around the form's `node` that `near` also lies in; -1 for none."""
    repeats = setting.form.tree.repeats
    around = {state.tree.origin(at) for at in upwards(state.tree.nodes, near)}
    while node >= 0 and not (node in repeats and node in around):
        node = setting.form.tree.nodes[node].parent
    return node


def preloaded(preload: Preload, setting: Setting) -> str:
    """What a node with a preload begins with."""
    match preload:
        case Preload.UID:
            return setting.submission
        case Preload.TODAY:
            return setting.today.isoformat()
        case Preload.START:
            return setting.now.isoformat(timespec="milliseconds")
        case Preload.END:
            return ""

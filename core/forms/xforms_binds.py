# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the rules of a form's model: binds, preloads and first values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from core.forms.binds import NO_BIND, Bind, DataType, Preload
from core.forms.dependencies import Cycle, Plan, plan
from core.forms.expression.tree import Expression
from core.forms.instance import Tree
from core.forms.xforms_reading import Reading, place_of
from core.forms.xforms_texts import Texts
from core.forms.xml_door import attribute

_TYPES: Mapping[str, DataType] = {
    "int": DataType.INTEGER,
    "integer": DataType.INTEGER,
    "long": DataType.INTEGER,
    "decimal": DataType.DECIMAL,
    "double": DataType.DECIMAL,
    "float": DataType.DECIMAL,
    "date": DataType.DATE,
    "time": DataType.TIME,
    "datetime": DataType.DATE_TIME,
    "geopoint": DataType.PLACE,
    "geotrace": DataType.PLACES,
    "geoshape": DataType.PLACES,
}

INSTANCE_ID = "/meta/instanceID"


@dataclass(slots=True)
class Rules:
    """The rules as they are read. `type_names` are the lower-case names that the body needs, `attributes` those of the
    bind elements."""

    binds: dict[int, Bind] = field(default_factory=dict)
    type_names: dict[int, str] = field(default_factory=dict)
    by_id: dict[str, int] = field(default_factory=dict)
    attributes: dict[int, Mapping[str, str]] = field(default_factory=dict)
    preloads: list[tuple[int, Preload]] = field(default_factory=list)
    relevant_reads: dict[int, Mapping[int, int]] = field(default_factory=dict)
    calculate_reads: dict[int, Mapping[int, int]] = field(default_factory=dict)


def find_node(path: str, tree: Tree, context: int, reading: Reading, place: str) -> int | None:
    """The node that a `ref`, `nodeset` or `bind` path leads to; None when it leads nowhere."""
    plain = "/".join(part.rpartition(":")[2] for part in path.strip().split("/"))
    found = tree.find(plain)
    if found is not None:
        return found
    resolved = reading.expression(path, tree, context, place, "ref")
    return resolved.leads_to[0] if resolved is not None and resolved.leads_to else None


def read_binds(elements: Sequence[etree._Element], tree: Tree, texts: Texts, reading: Reading) -> Rules:
    """Read the `bind` elements. One for a node that is not there rules over nothing and is passed over."""
    rules = Rules()
    for element in elements:
        path = element.get("nodeset") or element.get("ref")
        if path is None:
            reading.problem(place_of(element), "form.not_a_form", missing="nodeset")
            continue
        node = find_node(path, tree, 0, reading, place_of(element))
        if node is None:
            continue
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        if rules.attributes.setdefault(node, attributes) != attributes:
            reading.problem(tree.nodes[node].path, "form.duplicate_bind")
            continue
        _read_bind(element, node, tree, texts, reading, rules)
    return rules


def _read_bind(
    element: etree._Element, node: int, tree: Tree, texts: Texts, reading: Reading, rules: Rules
) -> None:
    place = tree.nodes[node].path
    identity = element.get("id")
    if identity is not None:
        rules.by_id[identity] = node
    type_name = element.get("type", "string").rpartition(":")[2].lower()
    rules.type_names[node] = type_name
    preload, calculates = _preload(attribute(element, "preload"), attribute(element, "preloadParams")), True
    if place.endswith(INSTANCE_ID):
        # The submission's id is the delivery's identity: the form does not make up another one.
        preload, calculates = Preload.UID, False
    if preload is not None:
        rules.preloads.append((node, preload))

    def column(name: str) -> Expression | None:
        source = element.get(name)
        if source is None or not source.strip():
            return None
        found = reading.expression(source, tree, node, place, name)
        if found is None:
            return None
        if name == "relevant":
            rules.relevant_reads[node] = found.reads
        elif name == "calculate":
            rules.calculate_reads[node] = found.reads
        return found.expression

    rules.binds[node] = Bind(
        type=_TYPES.get(type_name, DataType.TEXT),
        relevant=column("relevant"),
        required=column("required"),
        readonly=column("readonly"),
        constraint=column("constraint"),
        calculate=column("calculate") if calculates else None,
        required_message=texts.of_attribute(attribute(element, "requiredMsg"), node, place),
        constraint_message=texts.of_attribute(attribute(element, "constraintMsg"), node, place),
    )


def _preload(kind: str, parameters: str) -> Preload | None:
    match kind, parameters:
        case "uid", _:
            return Preload.UID
        case "date", "today":
            return Preload.TODAY
        case "timestamp", "start":
            return Preload.START
        case "timestamp", "end":
            return Preload.END
        case _:
            return None


def all_binds(tree: Tree, rules: Rules, chosen: frozenset[int]) -> tuple[Bind, ...]:
    """One bind for each node. What is `chosen` is a list of choices, whatever their values look like."""
    found = [rules.binds.get(node, NO_BIND) for node in range(len(tree.nodes))]
    for node in chosen:
        found[node] = replace(found[node], type=DataType.CHOICES)
    return tuple(found)


def make_plan(tree: Tree, rules: Rules, reading: Reading) -> Plan | None:
    """The order of all rules; None, and a problem with the nodes, when they go round in a circle."""
    if reading.entangled:
        return None
    found = plan(tree, rules.relevant_reads, rules.calculate_reads)
    if isinstance(found, Cycle):
        paths = [tree.nodes[node].path for node in found.nodes]
        reading.problem(paths[0], "form.cycle", nodes=" ".join(paths[:10]))
        return None
    return found

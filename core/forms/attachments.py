# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the lists that a form keeps in files of its own (ODK XForms, 'Secondary instances, external') as instances."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from core.forms.instance import Node, Tree
from core.forms.problems import FormProblem
from core.forms.xml_door import LARGEST, read, tree_of

LAST_SAVED = "jr://instance/last-saved"
"""The answers of the submission before this one. A public machine remembers none."""

MOST_CELLS = 2_000_000
"""Values of one file. A country's list of wards has 40,000."""

Row = Sequence[tuple[str, str]]


def file_of(source: str) -> str:
    """The name of the file that a `jr://` address means; empty for an address of another kind."""
    scheme, _, path = source.partition("://")
    return unquote(path.rpartition("/")[2]) if scheme == "jr" else ""


def instance_of(name: str, file: str, content: bytes) -> Tree | FormProblem:
    """The instance with an id, made of a file: XML as it is, each row of CSV and each feature of GeoJSON as an item."""
    if len(content) > LARGEST:
        return FormProblem(file, "form.too_large", {"bytes": str(len(content)), "most": str(LARGEST)})
    ending = file.rpartition(".")[2].lower()
    if ending == "csv":
        return _of_csv(name, file, content)
    if ending in ("geojson", "json"):
        return _of_geojson(name, file, content)
    root = read(content)
    return FormProblem(file, root.key, root.values) if isinstance(root, FormProblem) else tree_of(name, root)


def _of_csv(name: str, file: str, content: bytes) -> Tree | FormProblem:
    rows = rows_of_csv(file, content)
    if isinstance(rows, FormProblem):
        return rows
    return listed_rows(name, file, iter(rows), sum(map(len, rows)))


def rows_of_csv(file: str, content: bytes) -> list[Row] | FormProblem:
    """RFC 4180 with a line of names first; UTF-8, with or without a mark; semicolons where there are no commas."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return FormProblem(file, "form.not_a_list")
    first = text.partition("\n")[0]
    mark = ";" if ";" in first and "," not in first else ","
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:
        return FormProblem(file, "form.not_a_list")
    if not rows:
        return FormProblem(file, "form.not_a_list")
    names = [one.strip() for one in rows[0]]
    return [[*zip(names, row, strict=False)] for row in rows[1:] if row]


def _of_geojson(name: str, file: str, content: bytes) -> Tree | FormProblem:
    """RFC 7946: a feature's properties, its id, and its geometry as ODK writes places (latitude first)."""
    try:
        found = json.loads(content)
        features = found["features"]
        rows = [_feature(one) for one in features]
    except (ValueError, KeyError, TypeError, RecursionError):
        return FormProblem(file, "form.not_a_list")
    return listed_rows(name, file, iter(rows), sum(len(row) for row in rows))


def _feature(feature: Mapping[str, object]) -> Row:
    geometry = feature["geometry"]
    properties = feature.get("properties") or {}
    if not isinstance(geometry, Mapping) or not isinstance(properties, Mapping):
        raise TypeError("geometry")
    found = [("geometry", _places(geometry))]
    identity = feature.get("id")
    if identity is not None and "id" not in properties:
        found.append(("id", str(identity)))
    found.extend((str(key), "" if value is None else _plain(value)) for key, value in properties.items())
    return found


def _plain(value: object) -> str:
    return json.dumps(value) if isinstance(value, bool | dict | list) else str(value)


def _places(geometry: Mapping[str, object]) -> str:
    coordinates = geometry["coordinates"]
    match geometry["type"], coordinates:
        case "Point", [*_]:
            return _place(coordinates)
        case "LineString", [*points]:
            return "; ".join(_place(point) for point in points)
        case "Polygon", [[*points], *_]:
            return "; ".join(_place(point) for point in points)
        case _:
            raise TypeError("geometry")


def _place(point: object) -> str:
    match point:
        case [int() | float() as longitude, int() | float() as latitude, *rest]:
            altitude = rest[0] if rest and isinstance(rest[0], int | float) else 0
            return f"{float(latitude)} {float(longitude)} {altitude} 0"
        case _:
            raise TypeError("position")


def listed_rows(name: str, file: str, rows: Iterator[Row], cells: int) -> Tree | FormProblem:
    """`/root/item` with one element for each value."""
    if cells > MOST_CELLS:
        return FormProblem(file, "form.too_large", {"most": str(MOST_CELLS)})
    items: list[int] = []
    nodes = [Node("root", "", "/root", -1)]
    by_path = {"/root": 0}
    for row in rows:
        item = len(nodes)
        items.append(item)
        below = tuple(range(item + 1, item + 1 + len(row)))
        nodes.append(Node("item", "", "/root/item", 0, children=below))
        nodes.extend([Node(key, "", f"/root/item/{key}", item, value) for key, value in row])
    nodes[0] = Node("root", "", "/root", -1, children=tuple(items))
    for place, node in enumerate(nodes[:100]):
        by_path.setdefault(node.path, place)
    return Tree(name, tuple(nodes), by_path)

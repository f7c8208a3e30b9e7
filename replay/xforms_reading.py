# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads recordings of JavaRosa, the forms they are of, and submissions, for comparing."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from core.forms.instance import Tree
from replay.likeness import same_value

Recorded = Mapping[str, Any]


def recordings(corpora: Path) -> Iterator[Recorded]:
    """The recorded fillings, one for each form."""
    for file in sorted((corpora / "xforms-golden").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def attachments(form: Path) -> dict[str, bytes]:
    """The files of a form's manifest that lie with it: in its folder's `media`, or beside it."""
    beside = [one for one in form.parent.iterdir() if one.suffix in (".csv", ".geojson")]
    return {file.name: file.read_bytes() for file in [*form.parent.glob("media/*"), *beside]}


def properties(source: bytes) -> frozenset[str]:
    """The paths that a form wants filled with what a machine knows of itself and its user (`jr:preload`)."""
    binds = etree.fromstring(source).iterfind(".//{*}bind")
    wanted = [
        one
        for one in binds
        if any(str(key).endswith("preload") and value == "property" for key, value in one.items())
    ]
    return frozenset(re.sub(r"/\w+:", "/", str(one.get("nodeset"))) for one in wanted)


def node_of(tree: Tree, reference: str) -> int | None:
    """The node of an entry's tree that a recorded reference with a number at each step leads to."""
    at = 0
    for step in reference.split("/")[2:]:
        name, _, place = step.rstrip("]").partition("[")
        alike = tree.children(at, name)
        if int(place or 1) > len(alike):
            return None
        at = alike[int(place or 1) - 1]
    return at


def plain(path: str) -> str:
    """A path without the numbers of instances."""
    return re.sub(r"\[(?:\d+|\+)\]", "", path)


Leaf = tuple[str, str]


def essence(xml: bytes) -> list[Leaf]:
    """The elements and attributes of a submission with their texts, in order, but for its `meta` identities."""

    def of(element: etree._Element, path: str) -> Iterator[Leaf]:
        name = etree.QName(element).localname
        if name in ("instanceID", "instanceName"):
            return
        here = f"{path}/{name}"
        yield here, (element.text or "").strip() if len(element) == 0 else ""
        for key, value in sorted(
            (etree.QName(str(key)).localname, str(value)) for key, value in element.attrib.items()
        ):
            yield f"{here}/@{key}", value
        for child in element:
            yield from of(child, here)

    found = list(of(etree.fromstring(xml), ""))
    # The block that holds only what was left out is always completed by this program.
    return [leaf for leaf in found if not (leaf[0].endswith("/meta") and not leaf[1])]


_TRUTHS = {"1": "true", "0": "false"}


def alike(wanted: list[Leaf], made: list[Leaf]) -> bool:
    """Whether two submissions say the same."""
    if len(wanted) != len(made):
        return False
    pairs = zip(wanted, made, strict=True)
    return all(
        path == ours and (same_value(value, text) or _same_truth(path, value, text))
        for (path, value), (ours, text) in pairs
    )


def _same_truth(path: str, wanted: str, found: str) -> bool:
    """The attributes of an entity say yes as `1` or `true` (ODK Entities 2022.1); both are in use."""
    return "/entity/@" in path and _TRUTHS.get(wanted, wanted) == _TRUTHS.get(found, found)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads recordings of JavaRosa, the forms they are of, and submissions, for comparing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from core.forms.instance import Tree
from replay.findings import Findings
from replay.likeness import same_value
from replay.rows import Row, lacking, objects, rows

Recorded = Row
MEMBERS: Final = frozenset(
    [
        "form",
        "ok",
        "initial",
        "steps",
        "final",
        "submission",
        "validate",
        "title",
        "languages",
        "language",
        "error",
    ]
)
_WANTED: Final = {"initial": list, "steps": list, "final": list}
_STEPS: Final = frozenset({"question", "group", "repeat", "new-repeat", "end-repeat"})


def recordings(corpora: Path, found: Findings | None = None) -> Iterator[Recorded]:
    """The recorded fillings, one for each form. What is no recording is listed in what was `found`."""
    found = Findings("XForms") if found is None else found
    for place, row in rows(corpora / "xforms-golden", MEMBERS, found):
        wrong = lacking(row, {"form": str, "ok": bool})
        if not wrong and row["ok"]:
            wrong = lacking(row, _WANTED) or _wrong(row)
        if wrong:
            found.unread[place] = wrong
        else:
            yield {"submission": {}, **row}


def _wrong(row: Row) -> str:
    """What is wrong with the nodes and steps of a filling; empty for nothing."""
    if not objects(row["initial"], "ref") or not objects(row["final"], "ref"):
        return "a node without a reference"
    if not objects(row["steps"], "ev", "ref"):
        return "a step without a kind or a reference"
    strange = {step["ev"] for step in row["steps"]} - _STEPS
    if strange:
        return f"a step of the kind {min(strange)}"
    if not all(objects(step.get("tries", []), "status") for step in row["steps"]):
        return "a try without its verdict"
    if not all("answer" in attempt for step in row["steps"] for attempt in step.get("tries", [])):
        return "a try without an answer"
    choices = [one for step in row["steps"] for one in step.get("choices", [])]
    if not all(isinstance(one, list) and len(one) == 2 for one in choices):
        return "a choice that is no pair"
    return ""


def forms(corpora: Path, found: Findings | None = None) -> Iterator[str]:
    """All XForms of the folder's `xforms`, by their paths. What cannot be read is listed in what was `found`."""
    for file in sorted((corpora / "xforms").rglob("*.xml")):
        name = file.relative_to(corpora).as_posix()
        try:
            with file.open("rb") as content:
                start = content.read(20_000)
        except OSError as error:
            if found is not None:
                found.unread[name] = f"the form cannot be read: {error.strerror}"
            continue
        # In UTF-16 every second byte is 0.
        if b"w3.org/2002/xforms" in start.replace(b"\0", b""):
            yield name


def attachments(form: Path) -> dict[str, bytes]:
    """The files of a form's manifest that lie with it: in its folder's `media`, or beside it. What is a folder, or a
    link to nothing, is none."""
    beside = [one for one in form.parent.iterdir() if one.suffix in (".csv", ".geojson")]
    return {
        file.name: file.read_bytes() for file in [*form.parent.glob("media/*"), *beside] if file.is_file()
    }


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


def alike(wanted: list[Leaf], made: list[Leaf]) -> bool:
    """Whether two submissions say the same."""
    if len(wanted) != len(made):
        return False
    pairs = zip(wanted, made, strict=True)
    return all(path == ours and same_value(value, text) for (path, value), (ours, text) in pairs)

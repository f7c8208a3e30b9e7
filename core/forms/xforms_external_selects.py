# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns `input` with a `query` (ODK Collect, `select_one_external`) into a choice among the rows of `itemsets.csv`.

All such questions of a form share that file; `list_name` says which list a row belongs to, `label::LANGUAGE` is its
words in a language of the form.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from core.forms.attachments import Row, listed_rows, rows_of_csv
from core.forms.instance import Tree
from core.forms.problems import FormProblem
from core.forms.xforms_reading import Reading, place_of
from core.forms.xml_door import XFORMS, local

FILE: Final = "itemsets.csv"
_QUERY: Final = re.compile(r"\s*instance\(\s*'([^']{1,200})'\s*\)\s*/root/item\b(.*)", re.DOTALL)
_LABEL: Final = "label::"
_TEXT: Final = "text-id"
"""The column that is added where words are in several languages: the id of a text of the form."""


def external_selects(
    body: etree._Element, itext: etree._Element | None, attachments: Mapping[str, bytes], reading: Reading
) -> Mapping[str, Tree]:
    """Make selects of such controls; the lists, by their names. What cannot be one is refused by name."""
    found = [one for one in body.iter("{*}input") if one.get("query") is not None]
    asked = [(one, str(one.attrib.pop("query"))) for one in found]
    if not asked:
        return {}
    content = attachments.get(FILE)
    if content is None:
        reading.problem(place_of(asked[0][0]), "form.attachment_missing", file=FILE)
        return {}
    rows = rows_of_csv(FILE, content)
    if isinstance(rows, FormProblem):
        reading.problem(rows.place, rows.key, **rows.values)
        return {}
    lists: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = dict(row)
        lists.setdefault(cells.get("list_name", ""), []).append(cells)
    made: dict[str, Tree] = {}
    for element, source in asked:
        query = _QUERY.fullmatch(source)
        if query is None:
            reading.unsupported(place_of(element), "query")
            continue
        name = query[1]
        if name not in lists:
            reading.problem(place_of(element), "form.missing_node", path=f"{FILE}/{name}"[:100])
            continue
        if name not in made:
            tree = _tree(name, lists[name], itext)
            if isinstance(tree, FormProblem):
                reading.problem(tree.place, tree.key, **tree.values)
                continue
            made[name] = tree
        _choose(element, name, query[2], spoken=_TEXT in lists[name][0])
    return made


def _tree(name: str, rows: list[dict[str, str]], itext: etree._Element | None) -> Tree | FormProblem:
    """The instance of one list. Words in the form's languages become texts of the form."""
    languages = (
        {} if itext is None else {one.get("lang", ""): one for one in itext if local(one) == "translation"}
    )
    spoken = [
        column for column in rows[0] if column.removeprefix(_LABEL) in languages and column.startswith(_LABEL)
    ]
    for place, row in enumerate(rows):
        if spoken:
            row[_TEXT] = f"{FILE}/{name}/{place}"
            for column in spoken:
                text = etree.SubElement(
                    languages[column.removeprefix(_LABEL)], f"{{{XFORMS}}}text", id=row[_TEXT]
                )
                etree.SubElement(text, f"{{{XFORMS}}}value").text = _xml(row.get(column, ""))
        elif "label" not in row:
            row["label"] = next((row[one] for one in row if one.startswith(_LABEL)), row.get("name", ""))
    cells = sum(map(len, rows))
    return listed_rows(name, FILE, _pairs(rows), cells)


def _pairs(rows: Sequence[Mapping[str, str]]) -> Iterator[Row]:
    for row in rows:
        yield [(column, text) for column, text in row.items() if not column.startswith(_LABEL)]


def _choose(element: etree._Element, name: str, rest: str, *, spoken: bool) -> None:
    element.tag = element.tag.removesuffix("input") + "select1"
    itemset = etree.SubElement(element, f"{{{XFORMS}}}itemset", nodeset=f"instance('{name}')/root/item{rest}")
    etree.SubElement(itemset, f"{{{XFORMS}}}value", ref="name")
    etree.SubElement(itemset, f"{{{XFORMS}}}label", ref=f"jr:itext({_TEXT})" if spoken else "label")


def _xml(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n\r" or sign >= " ")

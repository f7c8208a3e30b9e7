# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the appearance `search()` (ODK Collect, 'Selects from CSV by search()') into an itemset of an instance.

`search('list')` offers all rows of `list.csv`; `search('list', 'contains', 'columns', text)` those in which one of the
columns matches, letters large or small; two more arguments keep the rows in which a column has a value.
"""

import re
import string
from collections.abc import Mapping
from typing import Final

from lxml import etree

from core.forms.attachments import instance_of
from core.forms.expression.parser import parse
from core.forms.expression.tree import Literal
from core.forms.expression.trouble import ExpressionError
from core.forms.instance import Tree
from core.forms.problems import FormProblem
from core.forms.xforms_reading import Reading, place_of
from core.forms.xml_door import XFORMS, child, local

_SEARCH: Final = "search("
_NAME: Final = re.compile(r"[\w.:\-]+")
_UPWARDS: Final = re.compile(r"(?<![\w/.)])\.{1,2}(?=/)")
_SMALL: Final = "translate({}, '" + string.ascii_uppercase + "', '" + string.ascii_lowercase + "')"
_WAYS: Final[Mapping[str, str]] = {
    "contains": "contains({}, {})",
    "startswith": "starts-with({}, {})",
    "endswith": "ends-with({}, {})",
    "matches": "{} = {}",
}
_QUOTES: Final = "'\""


def searched_lists(
    body: etree._Element, attachments: Mapping[str, bytes], reading: Reading
) -> Mapping[str, Tree]:
    """Give each control that searches an itemset in place of the names of columns; the lists, by their names."""
    found: dict[str, Tree] = {}
    for element in body.iter(f"{{{XFORMS}}}*"):
        appearance = element.get("appearance", "")
        if _SEARCH in appearance:
            _give(element, appearance, attachments, found, reading)
    return found


def _give(
    element: etree._Element,
    appearance: str,
    attachments: Mapping[str, bytes],
    found: dict[str, Tree],
    reading: Reading,
) -> None:
    before, _, rest = appearance.partition(_SEARCH)
    arguments, after = _arguments(rest)
    names = [_constant(one) for one in arguments]
    items = [item for item in element if local(item) == "item"]
    columns = _columns(items)
    if len(names) not in (1, 4, 6) or not names[0]:
        reading.unsupported(
            place_of(element), "search() with other than 1, 4 or 6 arguments, the first a text"
        )
        return
    if columns is None:
        said = "search() with other items than one that names the columns of values and labels"
        reading.unsupported(place_of(element), said)
        return
    tree = found.get(names[0]) or _list(names[0], attachments, reading, place_of(element))
    if tree is None:
        return
    found[names[0]] = tree
    asked = [*columns, *_split(names[2] if len(names) > 2 else ""), *(names[4:5])]
    there = {
        tree.nodes[inner].name for item in tree.children(0, "item")[:1] for inner in tree.children(item, "*")
    }
    for column in asked:
        if column not in there:
            reading.problem(place_of(element), "form.missing_node", path=f"{names[0]}.csv/{column}"[:100])
            return
    test = _test(arguments, names)
    if test is None:
        reading.unsupported(place_of(element), f"search() by the way {names[1][:40]}")
        return
    for item in items:
        element.remove(item)
    itemset = etree.SubElement(
        element, f"{{{XFORMS}}}itemset", nodeset=f"instance('{names[0]}')/root/item{test}"
    )
    for name, column in zip(("value", "label"), columns, strict=True):
        etree.SubElement(itemset, f"{{{XFORMS}}}{name}", ref=column)
    element.set("appearance", f"{before} {after}".strip())


def _columns(items: list[etree._Element]) -> tuple[str, str] | None:
    """The columns of values and labels, which the one item of such a control names; None where it is not so.

    An item whose value is a number would be a choice beside the list, and a label in itext a column for each language.
    """
    if len(items) != 1:
        return None
    texts = [
        (one.text or "").strip() if (one := child(items[0], name)) is not None else "" for name in _PARTS
    ]
    if not all(_NAME.fullmatch(text) for text in texts) or texts[0].isdigit():
        return None
    return texts[0], texts[1]


_PARTS: Final = ("value", "label")


def _list(name: str, attachments: Mapping[str, bytes], reading: Reading, place: str) -> Tree | None:
    file = f"{name}.csv"
    content = attachments.get(file)
    if content is None:
        reading.problem(place, "form.attachment_missing", file=file)
        return None
    tree = instance_of(name, file, content)
    if isinstance(tree, FormProblem):
        reading.problem(tree.place, tree.key, **tree.values)
        return None
    return tree


def _test(arguments: list[str], names: list[str]) -> str | None:
    """The predicates; None for a way of searching that there is not."""
    if len(arguments) == 1:
        return ""
    way = _WAYS.get(names[1])
    if way is None:
        return None
    wanted = _SMALL.format(f"string({_from_control(arguments[3])})")
    found = " or ".join(way.format(_SMALL.format(column), wanted) for column in _split(names[2]))
    kept = f"[{names[4]} = string({_from_control(arguments[5])})]" if len(arguments) == 6 else ""
    return f"{kept}[{found}]"


def _from_control(source: str) -> str:
    """An expression that was written for the control, in a predicate: `../x` is seen from the control there too."""
    return _UPWARDS.sub(lambda found: f"current()/{found[0]}", source)


def _split(columns: str) -> list[str]:
    return [one.strip() for one in columns.split(",") if one.strip()]


def _constant(source: str) -> str:
    """What a text in quotes says; empty for anything else."""
    try:
        found = parse(source)
    except ExpressionError:
        return ""
    return found.value if isinstance(found, Literal) and isinstance(found.value, str) else ""


def _arguments(rest: str) -> tuple[list[str], str]:
    """The arguments up to the bracket that closes them, and what stands behind it."""
    found, begin, deep, quote = list[str](), 0, 0, ""
    for place, letter in enumerate(rest):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in _QUOTES:
            quote = letter
        elif letter in "([":
            deep += 1
        elif letter in ")]" and deep:
            deep -= 1
        elif letter in ",)" and not deep:
            found.append(rest[begin:place].strip())
            begin = place + 1
            if letter == ")":
                return found, rest[begin:].strip()
    return [], rest

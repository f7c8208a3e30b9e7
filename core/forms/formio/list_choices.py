# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes choices of the items of a list as Form.io does: by `selectValues`, `valueProperty` and a `template`."""

import json
import math
import re
from collections.abc import Iterator
from typing import Final

from core.forms.formio.documents import Component, table, word
from core.forms.formio.javascript_values import javascript_text
from core.forms.formio.texts import words

MOST_CHOICES: Final = 20_000
DEEPEST: Final = 8
"""Levels of one choice's value. It lies inside its component, which may lie deep already."""

LONGEST: Final = 500
"""Characters of a choice's words; a list of articles is none to choose from."""

_STEP: Final = re.compile(r"[^.\[\]]+")
_OUTPUT: Final = re.compile(r"\{\{(.{0,400}?)\}\}", re.DOTALL)
_ITEM: Final = re.compile(r"\s*item((?:\.[A-Za-z_$][\w$]*|\[\d{1,4}\])*)\s*")
_USUAL: Final = "{{ item.label }}"


def template_refused(component: Component) -> str:
    """What of a template is more than a member of the item; empty where all is that. Nothing of it is ever run."""
    template = word(component, "template")
    for found in _OUTPUT.finditer(template):
        if not _ITEM.fullmatch(found.group(1)):
            return f"template: {{{{{found.group(1)[:60]}}}}}"
    rest = _OUTPUT.sub("", template)
    return "template" if "{{" in rest or "{%" in rest else ""


def items_in(component: Component, answer: object) -> list[object] | None:
    """The items in what a server answered, or in what stands in the form; None where there is no list."""
    found = _at(answer, word(component, "selectValues"))
    return found if isinstance(found, list) else None


def written_choices(component: Component) -> list[Component] | str:
    """The choices that stand in the form itself as JSON (`dataSrc: json`); a text names what is none of it."""
    written = table(component, "data").get("json")
    try:
        answer: object = json.loads(written) if isinstance(written, str) else written
    except (ValueError, RecursionError):
        return "choices from json that is no JSON"
    items = items_in(component, answer)
    if items is None or len(items) > MOST_CHOICES:
        return "choices from json that is no list"
    return template_refused(component) or list(choices_of(component, items))


def choices_of(component: Component, items: list[object]) -> Iterator[Component]:
    """A choice for each item, of the same value the first one only. What has no value or no words is none."""
    seen: set[str] = set()
    for item in items:
        value = item
        if isinstance(item, dict) and word(component, "valueProperty"):
            value = _at(item, word(component, "valueProperty"))
        if value in (None, "", {}, []) or not _can_be_kept(value):
            continue
        label = words(_label(component, item)) or (javascript_text(value) if _is_plain(value) else "")
        name = repr(value)
        if label and name not in seen:
            seen.add(name)
            yield {"label": label[:LONGEST], "value": value}


def _label(component: Component, item: object) -> str:
    if _is_plain(item):
        return javascript_text(item)

    def put(found: re.Match[str]) -> str:
        inside = _ITEM.fullmatch(found.group(1))
        value = None if inside is None else _at(item, inside.group(1))
        return javascript_text(value) if _is_plain(value) else ""

    return _OUTPUT.sub(put, word(component, "template") or _USUAL)


def _at(value: object, path: str) -> object:
    """What a path such as `names[0].text` leads to; None where it leads nowhere."""
    for step in _STEP.findall(path)[:20]:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step[:6]) < len(value):
            value = value[int(step[:6])]
        else:
            return None
    return value


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float | bool)


def _can_be_kept(value: object) -> bool:
    """Whether a value is shallow, and of numbers that JSON knows."""
    level = [value]
    for _ in range(DEEPEST):
        if any(isinstance(one, float) and not math.isfinite(one) for one in level):
            return False
        level = [
            inside
            for one in level
            for inside in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
        ]
    return not level

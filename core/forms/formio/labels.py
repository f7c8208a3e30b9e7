# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What components are called and say, and what stands inside those that only arrange."""

from collections.abc import Iterable
from dataclasses import replace

from core.forms.formio.documents import Component, inner, listed, word
from core.forms.formio.pictures import pictures_of
from core.forms.formio.texts import text, words
from core.forms.message import Message


def label_of(component: Component) -> Message:
    """The words over a component; its key where it has none."""
    shown = word(component, "title") or word(component, "legend") or word(component, "label")
    return text((shown or word(component, "key")) + _unit(component))


def _unit(component: Component) -> str:
    """What stands before and after the field, behind the words over it: the letters to write with come in between."""
    parts = [words(word(component, name)) for name in ("prefix", "suffix")]
    unit = " … ".join(part for part in parts if part)
    return f" ({unit})" if unit else ""


def words_of(component: Component) -> Message:
    """What a component that only shows something says."""
    own = word(component, "html") or word(component, "content") or word(component, "textDisplay")
    said = text(own or "".join(_unfolded(component)))
    return replace(said, media=pictures_of(component))


def _unfolded(component: Component) -> Iterable[str]:
    """The parts of NAV's `accordion`, each below its title: what a window folds away is read here at once."""
    for part in listed(component, "accordionValues"):
        yield f"<p>{word(part, 'title')}</p><div>{word(part, 'content')}</div>"


def inside(component: Component) -> Iterable[Component]:
    """The components inside; the tabs of `tabs` have no type, and are groups of their own."""
    for one in inner(component):
        if "type" not in one and isinstance(one.get("components"), list):
            yield {**one, "type": "panel", "title": word(one, "label")}
        else:
            yield one

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the languages of a profile: the way to it from where they stand, and the page on which it is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from core.forms.definition import Question
from core.visit.editing_state import Editing
from core.visit.pages import ProfileOrder
from i18n.messages import Messages
from ui.present import ordering

if TYPE_CHECKING:
    from core.forms.entry import Entry
    from ui.present.ordering import RankContents


def way_to_order(editing: Editing, entry: Entry, here: Iterable[Question], texts: Messages) -> str:
    """What leads there from these settings; nothing where none of them has an order, or one alone is offered."""
    path = editing.in_order
    if path is None or all(one.path != path for one in here) or len(entry.raw(path).split()) < 2:
        return ""
    return texts.text("profile.order")


def order_of(editing: Editing, entry: Entry, page: ProfileOrder, texts: Messages) -> RankContents:
    """The cards, where they stood when the page was opened: nothing moves under a finger."""
    path = editing.in_order
    if path is None:
        raise ValueError("a page of an order needs a setting that has one")
    stood = (editing.opened or entry).raw(path).split()
    choices = {one.value: one for one in entry.choices(entry.question(path))}
    return ordering.ranked(entry, [choices[one] for one in stood if one in choices], page.placed, texts)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the languages of a profile: the way to it from their group, and the page on which it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.visit.editing_state import Editing, GroupOfSettings
from core.visit.pages import ProfileOrder
from i18n.messages import Messages
from ui.present import ordering

if TYPE_CHECKING:
    from core.forms.entry import Entry
    from ui.present.ordering import RankContents


def way_to_order(editing: Editing, entry: Entry, group: GroupOfSettings, texts: Messages) -> str:
    """What leads there; nothing where nothing has an order, or one alone is offered."""
    path = editing.in_order
    if path is None or not group.holds(path) or len(entry.raw(path).split()) < 2:
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

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a moving highlight visits: groups of groups of things to choose, and the way out of each group."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something to choose. `name` finds it again; `at_once` needs no time to take it back, as a letter key."""

    name: str
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are visited together: a row of keys, or the bar. Choosing it leads into it."""

    name: str
    items: tuple["Leaf | Group", ...]


@dataclass(frozen=True, slots=True)
class WayOut:
    """The last item of every group but the outermost: choosing it leads back out."""

    group: str


Item = Leaf | Group | WayOut


def visited(group: Group, *, outermost: bool) -> tuple[Item, ...]:
    """What is visited in a group, in order."""
    return group.items if outermost else (*group.items, WayOut(group.name))

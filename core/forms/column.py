# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long list of which copies cost the same however long it is; for values that change one by one."""

from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_CHANGES = 32
"""Changes that a copy carries along before the whole list is written anew."""


class Column(Generic[T]):
    """A list with cheap copies: a `base` that copies share, and the `changes` to it.

    Only a fresh copy is written to, before anybody else has it.
    """

    __slots__ = ("base", "changes")

    def __init__(self, base: Sequence[T], changes: dict[int, T] | None = None) -> None:
        self.base = base
        self.changes = changes if changes is not None else {}

    def __getitem__(self, place: int) -> T:
        return self.changes[place] if place in self.changes else self.base[place]

    def __setitem__(self, place: int, value: T) -> None:
        self.changes[place] = value

    def __len__(self) -> int:
        return len(self.base)

    def extended(self, items: Sequence[T]) -> "Column[T]":
        """A list with more items at its end, that can be written to."""
        whole = [*self.base, *items]
        for place, value in self.changes.items():
            whole[place] = value
        return Column(whole)

    def differing(self, before: "Column[T]") -> list[int] | None:
        """The places in which this list may differ from one that it was copied from; None where that is all of them."""
        if self.base is not before.base:
            return None
        changes, earlier = self.changes, before.changes
        return [place for place, value in changes.items() if earlier.get(place) is not value]

    def copy(self) -> "Column[T]":
        """A list with the same items that can be written to."""
        if len(self.changes) <= MOST_CHANGES:
            return Column(self.base, self.changes.copy())
        whole = list(self.base)
        for place, value in self.changes.items():
            whole[place] = value
        return Column(whole)

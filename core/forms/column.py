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
    """A list with cheap copies. Only a fresh copy is written to, before anybody else has it."""

    __slots__ = ("_base", "_changes")

    def __init__(self, base: Sequence[T], changes: dict[int, T] | None = None) -> None:
        self._base = base
        self._changes = changes if changes is not None else {}

    def __getitem__(self, place: int) -> T:
        return self._changes[place] if place in self._changes else self._base[place]

    def __setitem__(self, place: int, value: T) -> None:
        self._changes[place] = value

    def __len__(self) -> int:
        return len(self._base)

    def extended(self, items: Sequence[T]) -> "Column[T]":
        """A list with more items at its end, that can be written to."""
        whole = [*self._base, *items]
        for place, value in self._changes.items():
            whole[place] = value
        return Column(whole)

    def copy(self) -> "Column[T]":
        """A list with the same items that can be written to."""
        if len(self._changes) <= MOST_CHANGES:
            return Column(self._base, self._changes.copy())
        whole = list(self._base)
        for place, value in self._changes.items():
            whole[place] = value
        return Column(whole)

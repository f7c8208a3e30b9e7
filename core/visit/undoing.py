# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo of the last change to an answer, on its page and until it is left (UND-06, accessibility.md section 5, 8)."""

from collections.abc import Sequence
from dataclasses import replace

from core.ids import QuestionPath
from core.visit.state import Earlier, Filling


def answered(filling: Filling, path: QuestionPath, raw: str) -> Filling:
    """Give an answer, and remember what it takes away.

    Letters added take nothing away. A run of deletions is one change, so that a word rubbed out letter by letter comes
    back whole.
    """
    before = filling.entry.raw(path)
    after = replace(filling, entry=filling.entry.answer(path, raw))
    earlier = filling.earlier if filling.earlier is not None and filling.earlier.path == path else None
    if raw == before:
        return after
    if raw.startswith(before):
        return replace(after, earlier=earlier, deleting=False)
    shorter = before.startswith(raw)
    if shorter and filling.deleting and earlier is not None:
        return after
    return replace(after, earlier=Earlier(path, before), deleting=shorter)


def written_as_wanted(filling: Filling, paths: Sequence[QuestionPath]) -> Filling:
    """Whoever goes on from these questions has their texts written as the form wants them, in capitals for instance."""
    entry = filling.entry
    for path in paths:
        writing = entry.question(path).writing
        if writing.is_wanted:
            entry = entry.answer(path, writing.of(entry.raw(path)))
    return filling if entry is filling.entry else replace(filling, entry=entry)


def earlier_answer(filling: Filling, path: QuestionPath) -> str | None:
    """The answer that Undo would put back; None when there is nothing to put back."""
    earlier = filling.earlier
    if (
        earlier is None
        or earlier.path != path
        or earlier.entry is not None
        or earlier.raw == filling.entry.raw(path)
    ):
        return None
    return earlier.raw


def changed_in(filling: Filling, paths: Sequence[QuestionPath]) -> QuestionPath:
    """The question of a page that was changed last; the first where none was."""
    earlier = filling.earlier
    return earlier.path if earlier is not None and earlier.path in paths else paths[0]


def can_undo(filling: Filling, path: QuestionPath) -> bool:
    """Whether Undo has something to put back on the page of this question or list."""
    earlier = filling.earlier
    if earlier is not None and earlier.path == path and earlier.entry is not None:
        return earlier.entry is not filling.entry
    return earlier_answer(filling, path) is not None


def removed(filling: Filling, path: QuestionPath, number: int) -> Filling:
    """Take one entry (from 1) out of a list, and remember the whole form with it."""
    after = filling.entry.remove(path, number)
    # The entries behind it have other paths from now on.
    failures = tuple(one for one in filling.failures if not one.startswith(path.removesuffix("+]")))
    earlier = Earlier(path, "", filling.entry)
    return replace(filling, entry=after, earlier=earlier, deleting=False, failures=failures)


def undone(filling: Filling, path: QuestionPath) -> Filling:
    """Put the earlier answer back. What it replaces becomes the earlier one: an Undo by mistake is undone so too."""
    earlier = filling.earlier
    if earlier is not None and earlier.path == path and earlier.entry is not None:
        return replace(filling, entry=earlier.entry, earlier=replace(earlier, entry=filling.entry))
    back = earlier_answer(filling, path)
    if back is None:
        return filling
    now = filling.entry.raw(path)
    return replace(
        filling, entry=filling.entry.answer(path, back), earlier=Earlier(path, now), deleting=False
    )


def left(filling: Filling) -> Filling:
    """The page is left: what stands there now stays. A stick may be gone when somebody comes back."""
    return replace(filling, earlier=None, deleting=False, offered=None)

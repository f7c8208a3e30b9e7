# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of questions with the same choices (XLSForm `table-list`): a head that asks nothing, and rows that each do."""

from collections.abc import Iterator

from core.forms.definition import AnswerType, Group, Question, Repeat, Tables
from core.forms.message import Message

_SELECTS = frozenset({AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE})
_HEAD, _ROWS = "label", ("list-nolabel", "list")


def tables_in(body: tuple[Question | Group | Repeat, ...]) -> Tables:
    """The tables of a form, wherever a head stands in a group."""
    heads: set[str] = set()
    titles: dict[str, Message] = {}
    for children, label in _groups(body, Message()):
        title = Message()
        for place, one in enumerate(children):
            if not isinstance(one, Question) or one.type not in _SELECTS:
                continue
            marks = one.appearance.split()
            if _HEAD in marks:
                heads.add(one.path)
                before = children[place - 1] if place else None
                title = one.label if _says(one.label) else label
                if title is label and isinstance(before, Question) and before.type is AnswerType.NOTE:
                    title = before.label
                    # Its words come with each row; what it tells beyond them is still a page of its own.
                    heads.update(() if _says(before.hint) else (before.path,))
            elif _says(title) and any(mark in marks for mark in _ROWS):
                titles[one.path] = title
    return Tables(frozenset(heads), titles)


def _groups(
    children: tuple[Question | Group | Repeat, ...], label: Message
) -> Iterator[tuple[tuple[Question | Group | Repeat, ...], Message]]:
    """The parts of the body whose children stand beside each other, each with the label of its group."""
    yield children, label
    for one in children:
        if isinstance(one, Group | Repeat):
            yield from _groups(one.children, one.label)


def _says(message: Message) -> bool:
    return any(version.parts for version in message.versions)

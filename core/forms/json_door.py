# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets JSON from outside in (RFC 8259), within a size; what it says is for others to read."""

import json

from core.forms.problems import FormProblem

LARGEST = 8_000_000
"""Bytes. The largest of 100 published schemas has 180,000, the largest published form 300,000."""


class UnusableError(Exception):
    """A document cannot be used; `problem` says where and why."""

    def __init__(self, problem: FormProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def bounded(document: object, deepest: int, most: int, place: str) -> None:
    """Refuse a document of more levels than `deepest`, or of more parts than `most`. Raises `UnusableError` at `place`.

    What reads it goes down into it, and so does what judges answers by it: both end where Python's stack does.
    """
    waiting, left = [(document, 0)], most
    while waiting:
        part, depth = waiting.pop()
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        left -= 1
        if depth > deepest or left < 0:
            raise UnusableError(FormProblem(place, "form.too_deep", {"most": str(deepest)}))
        waiting.extend([(one, depth + 1) for one in inner])


def document_of(source: bytes) -> object:
    """The value of a document. Raises `UnusableError`."""
    if len(source) > LARGEST:
        values = {"bytes": str(len(source)), "most": str(LARGEST)}
        raise UnusableError(FormProblem("file", "form.too_large", values))
    try:
        return json.loads(source)
    except (ValueError, RecursionError):
        raise UnusableError(FormProblem("file", "form.not_json")) from None

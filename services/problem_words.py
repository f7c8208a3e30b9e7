# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences in which a JSON API says no: RFC 9457 problems, and Form.io's and Django's own ways."""

from services.boundary import Answer
from services.documents import Json, Unreadable, read_json
from services.outside_text import plain

_NAMES = ("title", "detail", "message", "details", "errors", "invalidParams", "invalid-params", "reason")
"""Members that hold sentences; `instance`, `type`, `code` and what was sent are none."""

_MOST = 20


def problem_words(answer: Answer) -> str:
    """The sentences of a refusal, one a line, each once; empty when the body is none of a JSON API.

    Only the agency's own words make a no: a gateway's page says nothing of the submission.
    """
    value = read_json(answer.body)
    if isinstance(value, Unreadable) or not isinstance(value, dict):
        return ""
    return "\n".join(dict.fromkeys(_sentences(value)))


def _sentences(value: Json) -> list[str]:
    match value:
        case dict():
            return [one for name in _NAMES if name in value for one in _sentences(value[name])]
        case list():
            return [one for inner in value[:_MOST] for one in _sentences(inner)]
        case str():
            sentence = plain(value)
            return [sentence] if sentence else []
        case _:
            return []

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the session and its converting process say to each other: one JSON array a line, each way."""

import json

from accessibility.typing.converter import Answer, Choice, Missing, Offer


def encode_question(language: str, reading: str) -> bytes:
    """A question, as a line."""
    return json.dumps([language, reading]).encode() + b"\n"


def decode_question(line: bytes) -> tuple[str, str]:
    """A question's language and reading. ValueError for anything else."""
    match json.loads(line):
        case [str(language), str(reading)]:
            return language, reading
        case _:
            raise ValueError("not a question")


def encode_answer(answer: Answer) -> bytes:
    """An answer, as a line; null where the language cannot be converted."""
    if isinstance(answer, Missing):
        return b"null\n"
    return json.dumps([[one.text, one.taken] for one in answer.choices]).encode() + b"\n"


def decode_answer(line: bytes) -> Answer:
    """An answer from its line. ValueError for anything else."""
    try:
        said = json.loads(line)
    except RecursionError as error:
        # Whoever has taken over the converter may nest as deep as it likes.
        raise ValueError("not an answer") from error
    match said:
        case None:
            return Missing()
        case [*found]:
            return Offer(tuple(_choice(one) for one in found))
        case _:
            raise ValueError("not an answer")


def _choice(found: object) -> Choice:
    match found:
        case [str(text), int(taken)]:
            return Choice(text, taken)
        case _:
            raise ValueError("not a choice")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that a patient tester would try, likeliest first."""

from collections.abc import Iterator, Mapping

from core.forms.definition import AnswerType, Question
from core.forms.entry import Entry

NUMBERS = ("5", "1", "20", "50", "100", "2", "0", "12", "2000", "-1", "15")
DATES = ("2020-01-01", "2026-11-23", "2027-01-01", "1980-06-15", "2026-11-01")
TEXTS = (
    "Ana",
    "12345678",
    "PA1234567890",
    "x@example.org",
    "+358401234567",
    "1",
    "ab",
    "abc 123",
    "2020",
    "A1",
    # What check digits and registers' ways of writing let through: of the Netherlands, and an IBAN of theirs.
    "1015CJ",
    "111222333",
    "+31101234567",
    "NL91ABNA0417164300",
    "123456789012",
    "aa-12-bb",
)


def candidates(entry: Entry, question: Question) -> Iterator[str]:
    """Answers worth trying, likeliest first."""
    values = [choice.value for choice in entry.choices(question)]
    match question.type:
        case AnswerType.SELECT_ONE:
            yield from values
        case AnswerType.SELECT_MULTIPLE:
            yield from values
            yield " ".join(values[:2])
            yield " ".join(values)
        case AnswerType.RANK:
            yield " ".join(values)
        case AnswerType.RANGE:
            if question.scale is not None:
                yield from (f"{one:g}" for one in (question.scale.start, question.scale.end))
        case AnswerType.NOTE | AnswerType.REPEAT:
            return
        case _:
            yield from LIKELY[question.type]
    yield ""


LIKELY: Mapping[AnswerType, tuple[str, ...]] = {
    AnswerType.INTEGER: NUMBERS,
    AnswerType.DECIMAL: (*NUMBERS, "1.5", "12.34"),
    AnswerType.DATE: DATES,
    AnswerType.DATE_TIME: tuple(f"{day}T12:30:00" for day in DATES),
    AnswerType.TIME: ("12:30:00",),
    AnswerType.TEXT: (*TEXTS, *NUMBERS),
    AnswerType.BARCODE: (*TEXTS, *NUMBERS),
    AnswerType.TRIGGER: ("OK",),
    AnswerType.TRUTH: ("true", "false"),
    AnswerType.UPLOAD: ("picture.jpg",),
    AnswerType.GEOPOINT: ("60.17 24.94 0 5",),
    AnswerType.GEOTRACE: ("60.17 24.94 0 5; 60.18 24.94 0 5",),
    AnswerType.GEOSHAPE: ("60.17 24.94 0 5; 60.18 24.94 0 5; 60.18 24.95 0 5; 60.17 24.94 0 5",),
}

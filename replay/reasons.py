# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a comparison may differ: rules for every form, and the differences of single forms in `reasons.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.forms.definition import AnswerType, Question

FILE = Path(__file__).with_name("reasons.toml")

OFF_SCALE = "a range takes only the numbers of its scale; the engine leaves that to its screen"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one form differs, and in which respects."""

    text: str
    respects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reasons:
    """All reasons, those of single forms by the form's path in the corpora."""

    forms: Mapping[str, Reason]

    @classmethod
    def read(cls, file: Path = FILE) -> "Reasons":
        """Those of the file."""
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        return cls(
            {
                one["form"]: Reason(found["reasons"][one["reason"]], frozenset(one["respects"]))
                for one in found["form"]
            }
        )

    def of(self, form: str, respect: str, question: Question | None) -> str:
        """The reason of a difference; empty when none is known."""
        if respect == "verdict" and question is not None and question.type is AnswerType.RANGE:
            return OFF_SCALE
        known = self.forms.get(form)
        return known.text if known is not None and respect in known.respects else ""

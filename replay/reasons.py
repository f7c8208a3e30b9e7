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

NOT_TRANSLATED = "-"
"""What pyxform writes where a translation is missing."""

OTHER_LANGUAGE = (
    "a text that is not translated is shown in another language of the form; the engine shows a dash"
)
PROPERTY = "a public machine tells no phone number, user name, device id or place of its own"
_TEXTS = frozenset({"label", "hint", "message"})

OFF_SCALE = "a range takes only the numbers of its scale; the engine leaves that to its screen"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one form differs, and in which respects."""

    text: str
    respects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reasons:
    """All reasons, those of single forms by the form's path in the corpora."""

    forms: Mapping[str, tuple[Reason, ...]]

    @classmethod
    def read(cls, file: Path = FILE) -> "Reasons":
        """Those of the file."""
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        forms: dict[str, tuple[Reason, ...]] = {}
        for one in found["form"]:
            reason = Reason(found["reasons"][one["reason"]], frozenset(one["respects"]))
            forms[one["form"]] = (*forms.get(one["form"], ()), reason)
        return cls(forms)

    def of(
        self,
        form: str,
        respect: str,
        question: Question | None,
        wanted: str = "",
        *,
        of_machine: bool = False,
    ) -> str:
        """The reason of a difference; empty when none is known. `of_machine` where the node tells of a machine."""
        if respect in _TEXTS and wanted == NOT_TRANSLATED:
            return OTHER_LANGUAGE
        if respect == "value" and of_machine:
            return PROPERTY
        if respect == "verdict" and question is not None and question.type is AnswerType.RANGE:
            return OFF_SCALE
        return next((one.text for one in self.forms.get(form, ()) if respect in one.respects), "")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a form cannot be opened, as values that name the place and the construct; never a half opened form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One reason. `place` is a path of the form's instance, an element of its file, or a line.

    `key` is one of `form.empty`, `form.not_xml`, `form.not_json`, `form.doctype`, `form.too_large`, `form.too_deep`,
    `form.not_a_form`, `form.not_a_schema`, `form.no_instance`, `form.attachment_missing`, `form.not_a_list`,
    `form.no_id`, `form.missing_node`, `form.duplicate_node`,
    `form.two_metas`, `form.duplicate_bind`, `form.unsupported` (with the value
    `construct`), `form.function`, `form.expression`, `form.construct`,
    `form.pattern`, `form.too_entangled`, `form.cycle`, `form.no_choices`, `form.choices_not_fetched` (with the value
    `address`), `form.text_missing`. `values` say more.
    """

    place: str
    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        said = ", ".join(f"{name} {value}" for name, value in self.values.items())
        return f"{self.place}: {self.key}" + (f" ({said})" if said else "")


@dataclass(frozen=True, slots=True)
class FormProblems:
    """All reasons that were found, at least one."""

    problems: tuple[FormProblem, ...]


class Fate(Enum):
    """What becomes of a part of a form that opens and that nothing here carries out as it is written."""

    JUDGED_LATER = "judged later"
    NOT_CHECKED = "not checked"
    NOT_SHOWN = "not shown"
    BY_HAND = "by hand"
    NO_EFFECT = "no effect"
    LEFT_OUT = "left out"
    RUN_APART = "run apart"
    STAYS_EMPTY = "stays empty"


@dataclass(frozen=True, slots=True)
class FormNote:
    """What a form's author should know although the form opens. `place` is as in a `FormProblem`.

    `construct` is passed over here; `fate` says what that means for those who fill the form.
    """

    place: str
    construct: str
    fate: Fate

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to check an application by its number."""

from dataclasses import dataclass

from core.ids import SubmissionId
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class StatusOpened(ByPerson):
    """Check an application."""


@dataclass(frozen=True, slots=True)
class NumberTyped(ByPerson):
    """The whole text of the reference field now."""

    typed: str


@dataclass(frozen=True, slots=True)
class NumberEntered(ByPerson):
    """Look the number up."""


@dataclass(frozen=True, slots=True)
class ApplicationChosen(ByPerson):
    """An application was pressed in the list of all."""

    submission: SubmissionId

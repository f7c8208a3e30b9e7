# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with a list whose entries they add themselves."""

from dataclasses import dataclass

from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class AddPressed(ByPerson):
    """One more entry, please."""


@dataclass(frozen=True, slots=True)
class RemovePressed(ByPerson):
    """Take an entry out of the list. `number` counts the form's instances from 1."""

    number: int

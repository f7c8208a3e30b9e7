# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the pictures and sounds of a form."""

from dataclasses import dataclass

from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class PicturesPressed(ByPerson):
    """Show me the pictures of this question larger."""


@dataclass(frozen=True, slots=True)
class SoundPressed(ByPerson):
    """Play what belongs to this choice; without a `value`, what belongs to the question."""

    value: str = ""

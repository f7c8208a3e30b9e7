# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Expected troubles as values that carry a message key; everything else is a bug and stops loudly."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that may go wrong in an honest world, said in a way that can be shown in any language.

    `key` names a message of the `trouble` catalogue; `values` fill its placeholders and must hold no
    citizen's answer. `detail` is for the log and for staff: ids, status numbers, places, never answers.
    """

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    detail: str = ""


class TroubleError(Exception):
    """Carries a `Trouble` up to the place that shows it, where a return value cannot."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"{trouble.key} {trouble.detail}".strip())
        self.trouble = trouble

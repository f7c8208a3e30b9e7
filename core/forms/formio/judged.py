# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One test of one answer as a rule of the form model."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.forms.expression.tree import Answered

Test = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether one answer passes a test. No answer always does: whether one is needed is another rule."""

    node: int
    test: Test
    cost: int = field(default=10)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answer."""
        return (self.node,)

    def run(self, answered: Answered) -> bool:
        """Whether it passes."""
        value = answered.json(self.node)
        return value is None or self.test(value)

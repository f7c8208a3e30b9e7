# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that are known and wait for a mend. Each stands in the conformance report with its reason.

The table is strict: an entry that nothing in the sample needs any more is itself a failure, so it shrinks as faults
are mended.
"""

import re
from dataclasses import dataclass
from typing import Final

from tests.support.checks.model import Fault
from tests.support.checks.screen import Case


@dataclass(frozen=True, slots=True)
class Known:
    """Faults of one requirement whose words match `pattern`, on screens and in cases that match theirs."""

    requirement: str
    reason: str
    pattern: str = ""
    screens: str = ""
    cases: str = ""

    def covers(self, fault: Fault, screen: str, case: Case) -> bool:
        """Whether this entry explains a fault."""
        return (
            self.requirement in fault.check.requirements
            and re.search(self.pattern, fault.what) is not None
            and re.search(self.screens, screen) is not None
            and re.search(self.cases, str(case)) is not None
        )


KNOWN: Final[tuple[Known, ...]] = ()

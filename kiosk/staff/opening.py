# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what staff work with: who they are, and the log of what they do."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import Trouble
from offline_cache.staff_log import StoredLog, open_staff_log
from offline_cache.staff_store import StoredStaff, open_staff
from offline_cache.subkeys import Keys


@dataclass(frozen=True, slots=True)
class StaffStores:
    """Both, open on one thread."""

    staff: StoredStaff
    log: StoredLog

    def close(self) -> None:
        """Let go of the files."""
        self.staff.close()
        self.log.close()


def open_staff_stores(folder: Path, keys: Keys) -> StaffStores | Trouble:
    """Open them, making them where there is nothing. A trouble leaves every file as it was."""
    staff = open_staff(folder, keys)
    if isinstance(staff, Trouble):
        return staff
    log = open_staff_log(folder, keys)
    if isinstance(log, Trouble):
        staff.close()
        return log
    return StaffStores(staff, log)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that tries to sign in as often as it is told on its input, and stops for ever while it looks at a PIN.

`late` is the fault: a try is counted only once it was found wrong. The machine's date is a year wrong, either way.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from core.staff.lockout import Moment
from core.staff.member import Member, NotSignedIn, Shown
from offline_cache.staff_store import StoredStaff, open_staff
from offline_cache.subkeys import Key, KeyOrigin

KEY: Final = Key(bytes(range(32)), KeyOrigin.PASSPHRASE)
WRONG_PIN: Final = "999888"
YEAR: Final = 365.25 * 86_400
LOOKS: Final = "looks"


def opened(folder: Path) -> StoredStaff:
    """The staff of a machine."""
    staff = open_staff(folder, KEY)
    assert isinstance(staff, StoredStaff), staff
    return staff


def _hangs(_self: StoredStaff, _number: int | None, _pin: str) -> Member | None:
    print(LOOKS, flush=True)
    while True:
        time.sleep(60)


def _late(self: StoredStaff, shown: Shown, now: Callable[[], Moment]) -> Member | NotSignedIn:
    self.looked_at(shown.number, shown.pin)
    return StoredStaff.sign_in(self, shown, now)


def _at(moment: Moment) -> Moment:
    return moment


def main() -> None:
    """Arguments: the folder, the number tried, `late` or `early`, and the years by which the date is wrong."""
    folder, number, kind, years = sys.argv[1:]
    date = time.time() + float(years) * YEAR
    staff = opened(Path(folder))
    sign_in = _late if kind == "late" else StoredStaff.sign_in
    with patch.object(StoredStaff, "looked_at", _hangs), patch.object(time, "time", lambda: date):
        for line in sys.stdin:
            moment = Moment(**json.loads(line))
            answer = sign_in(staff, Shown(int(number), pin=WRONG_PIN), partial(_at, moment))
            assert isinstance(answer, NotSignedIn)
            print(answer.wait, flush=True)


if __name__ == "__main__":
    main()

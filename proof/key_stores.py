# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P27: where a key store fails, the right verdict comes in time, and nothing weaker is taken."""

import shutil
from pathlib import Path
from typing import Final

from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.key_stores import ENVIRONMENTS, said_in

SECONDS: Final = 5.0
"""The verdict is there after so long at the latest: somebody waits for the first page."""


def prove(trial: Trial) -> Verdict:
    """All environments, `number` times.

    The seeded fault takes whatever store `keyring` chooses; it is tried where there is no bus, as it hangs elsewhere.
    """
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None:
        raise CannotRunError("gnome-keyring and dbus-run-session are not installed")
    wrong: list[str] = []
    slowest = 0.0
    tried = {name: one for name, one in ENVIRONMENTS.items() if not (trial.control and one.bus)}
    for round_ in range(trial.number):
        for place, (name, environment) in enumerate(tried.items()):
            home = Path(trial.folder) / f"{round_}-{place}"
            answer = said_in(environment, home, trusting=trial.control)
            slowest = max(slowest, answer.seconds)
            if answer.said != environment.expected or answer.seconds > SECONDS:
                wrong.append(f"{name}: {answer.said} after {answer.seconds:.1f} s")
    number = len(tried) * trial.number
    figures = (
        f"environments {len(tried)} tried {number} slowest {slowest:.1f} s wrong {len(wrong)} {wrong or ''}"
    )
    return Verdict(not wrong, figures.strip())

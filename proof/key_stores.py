# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P27: in every environment in which a key store fails, the verdict is the right one and nothing weaker is taken."""

import shutil
from pathlib import Path

from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.key_stores import ENVIRONMENTS, said_in


def prove(trial: Trial) -> Verdict:
    """All environments, `number` times.

    The seeded fault takes whatever store `keyring` chooses; it is tried where there is no bus, as it hangs elsewhere.
    """
    if shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None:
        raise CannotRunError("gnome-keyring and dbus-run-session are not installed")
    wrong: list[str] = []
    tried = {name: one for name, one in ENVIRONMENTS.items() if not (trial.control and one.bus)}
    for round_ in range(trial.number):
        for place, (name, environment) in enumerate(tried.items()):
            home = Path(trial.folder) / f"{round_}-{place}"
            said = said_in(environment, home, trusting=trial.control)
            if said != environment.expected:
                wrong.append(f"{name}: {said}")
    number = len(tried) * trial.number
    return Verdict(
        not wrong, f"environments {len(tried)} tried {number} wrong {len(wrong)} {wrong or ''}".strip()
    )

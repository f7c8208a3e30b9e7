# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form gate`: a machine does the form to its end in five modes before anybody else has to."""

import os
import sys
from pathlib import Path

from core.forms.definition import Form
from kiosk.authoring import form_file
from kiosk.command_line import start
from kiosk.command_line.endings import Status, stop
from kiosk.gate.result import Gate, hash_of, keep, table


def run(place: str, profile_name: str, mode: str = "") -> int:
    """Print how far each mode came, and keep it beside the form. Status 0 when all reached the end.

    One `mode` alone is tried and not kept.
    """
    start.quiet_log()
    profile = start.profile_or_stop(profile_name)
    found = form_file.opened(place)
    if isinstance(found, str):
        stop(found, Status.WRONG_USE)
    if not isinstance(found.form, Form):
        stop("; ".join(map(form_file.in_words, found.form.problems[:5])), Status.REFUSED)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kiosk.gate.modes import MODES
    from kiosk.gate.walking import walked

    application = QApplication.instance() or QApplication(sys.argv[:1])
    modes = [one for one in MODES if mode in ("", one.name)]
    if not modes:
        stop(f"{mode}: there is no such mode; {', '.join(one.name for one in MODES)}", Status.WRONG_USE)
    gate = Gate(
        hash_of(found.source), tuple(walked(found, found.form, one, profile, profile_name) for one in modes)
    )
    del application
    for line in table(gate):
        print(line)
    if not mode and Path(place).is_file():
        try:
            print(f"kept: {keep(gate, Path(place))}")
        except OSError as error:
            stop(f"{place}: the result is not kept: {error.strerror}", Status.NOT_DONE)
    return int(Status.DONE if gate.passed else Status.NOT_DONE)

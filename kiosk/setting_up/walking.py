# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does each form of a profile's services to its end, in a process of its own, and says after each how that went.

`python -m kiosk.setting_up.walking FILE`: a line of JSON for each form, `{"name": ..., "passed": ...}`. The results lie
where a start looks for them. What was walked before is not walked again.
"""

import json
import os
import sys
import tomllib
from pathlib import Path

from core.forms.definition import Form
from kiosk.authoring.form_file import Opened
from kiosk.clock import MachineClock
from kiosk.command_line.kept_forms import STANDARDS
from kiosk.form_doors import open_cached
from kiosk.gate_results import Gate, keep_in
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.scripting.process import ScriptProcess
from kiosk.setting_up.forms import Came, fetched, runs_programs
from kiosk.walked_forms import WalkedForms, mark_of, walks_of


def main(name: str) -> int:
    """Walk the forms of the profile in this file. Returns the exit status: 1 for a profile that is none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    profile = load(name)
    if not isinstance(profile, Profile):
        return 1
    values = tomllib.loads(Path(name).read_text("utf-8"))
    application = QApplication(sys.argv[:1])
    known = WalkedForms(walks_of(profile))
    engine = ScriptProcess() if runs_programs(values) else None
    for came in fetched(values, MachineClock()):
        form = open_cached(came.form, engine) if isinstance(came, Came) else None
        if isinstance(came, Came) and isinstance(form, Form):
            gate = known.result(came.form) or _gate(came, form, profile, name)
            sys.stdout.write(json.dumps({"name": came.name, "passed": gate.passed}) + "\n")
            sys.stdout.flush()
    if engine is not None:
        engine.close()
    del application
    return 0


def _gate(came: Came, form: Form, profile: Profile, name: str) -> Gate:
    from kiosk.gate.modes import MODES
    from kiosk.gate.walking import walked

    opened = Opened(STANDARDS[came.kind], form, came.form.source, kept=came.form)
    walks = tuple(walked(opened, form, mode, profile, name) for mode in MODES)
    gate = Gate(mark_of(came.form), walks)
    keep_in(walks_of(profile), gate)
    return gate


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

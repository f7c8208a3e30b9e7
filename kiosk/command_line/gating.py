# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form gate`: a machine does forms to their end in five modes before anybody else has to."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.forms.definition import Form
from i18n.messages import Messages
from kiosk.authoring.form_file import Opened
from kiosk.command_line import start
from kiosk.command_line.endings import Status, or_stop, stop
from kiosk.command_line.form_at import form_or_stop, opened_or_stop, problems_line
from kiosk.command_line.kept_forms import kept_forms
from kiosk.command_line.log_lines import quiet_log
from kiosk.gate_results import Gate, hash_of, keep, keep_in, table
from kiosk.profile.model import FormOffer, KeySource, Profile
from kiosk.walked_forms import WalkedForms, mark_of, walks_of


def run(place: str, profile_name: str, mode: str = "", ui: str = "") -> int:
    """Print how far each mode came, and keep it beside the form. Status 0 when all reached the end.

    One `mode` alone is tried and not kept.
    """
    quiet_log()
    profile = start.profile_or_stop(profile_name)
    found = opened_or_stop(place, ui)
    form = form_or_stop(found)
    gate = _gate(hash_of(found.source, found.files), found, form, profile, profile_name, mode)
    if not mode and Path(place).is_file():
        _kept(gate, profile, Path(place))
    return int(Status.DONE if gate.passed else Status.NOT_DONE)


def run_kept(profile_name: str, key: KeySource | None) -> int:
    """Walk each form of the profile's services that was not walked before, and keep the results in its store's folder.

    Status 0 when all forms that can be opened have been walked to the end.
    """
    quiet_log()
    profile = start.profile_or_stop(profile_name)
    found = or_stop(kept_forms(profile, key or profile.key), Messages.load("en"))
    walked, passed = WalkedForms(walks_of(profile)), True
    for one in found:
        assert one.kept is not None
        name = one.kept.form
        if not isinstance(one.form, Form):
            print(f"{name}: cannot be opened: {problems_line(one.form)}")
            continue
        gate = walked.result(one.kept)
        if gate is None or not gate.passed:
            print(f"{name}:")
            gate = _gate(mark_of(one.kept), one, one.form, profile, profile_name)
            _kept(gate, profile)
        else:
            print(f"{name}: walked before")
        passed = passed and gate.passed
    return int(Status.DONE if passed else Status.NOT_DONE)


def _gate(
    form_hash: str, found: Opened, form: Form, profile: Profile, profile_name: str, mode: str = ""
) -> Gate:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kiosk.gate.modes import MODES
    from kiosk.gate.walking import walked

    application = QApplication.instance() or QApplication(sys.argv[:1])
    modes = [one for one in MODES if mode in ("", one.name)]
    if not modes:
        stop(f"{mode}: there is no such mode; {', '.join(one.name for one in MODES)}", Status.WRONG_USE)
    gate = Gate(form_hash, tuple(walked(found, form, one, profile, profile_name) for one in modes))
    del application
    _say(table(gate))
    return gate


def _say(lines: Sequence[str]) -> None:
    for line in lines:
        print(line)


def _kept(gate: Gate, profile: Profile, beside: Path | None = None) -> None:
    """Keep a result beside the form, and where the profile needs it."""
    try:
        if beside is not None:
            print(f"kept: {keep(gate, beside)}")
        if beside is None or profile.form_offer is FormOffer.WALKED:
            print(f"kept: {keep_in(walks_of(profile), gate)}")
    except OSError as error:
        stop(f"the result is not kept: {error.strerror}", Status.NOT_DONE)

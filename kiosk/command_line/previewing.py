# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form preview`: the whole program, with one form as the only service, and nothing that sends."""

import secrets
import shutil
import tempfile
from functools import partial
from pathlib import Path

from core.errors import Trouble
from core.forms.problems import Fate
from kiosk import children, early, link
from kiosk.authoring import form_preview
from kiosk.command_line import start
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.form_at import form_or_stop, opened_or_stop
from kiosk.command_line.log_lines import quiet_log
from kiosk.hardening import harden
from kiosk.profile.model import FormCode
from kiosk.store_access import session_keys
from kiosk.supervisor import Supervisor
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin


def run(place: str, profile_name: str, ui: str = "") -> int:
    """Open the window until it is closed or stopped. Returns the exit status."""
    quiet_log()
    profile = start.profile_or_stop(profile_name)
    found = opened_or_stop(place, ui)
    form = form_or_stop(found)
    runs_apart = any(note.fate is Fate.RUN_APART for note in form.notes)
    if runs_apart and profile.form_code is FormCode.REFUSE:
        stop(
            f'{place}: it has programs in it, and {profile_name} has no [forms] code = "run"', Status.REFUSED
        )
    harden()
    early.prepare_display()
    if early.vnc_port():
        start.say_where_the_window_is(early.vnc_port())
    print(f"A preview of {place}: nothing is sent, and nothing is kept.", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="civic-kiosk-preview-"))
    try:
        key = Key(secrets.token_bytes(KEY_BYTES), KeyOrigin.MEMORY)
        trouble = form_preview.prepare(folder, key, found, form)
        if isinstance(trouble, Trouble):
            stop(f"{folder}: {trouble.key} {trouble.detail}", Status.REFUSED)
        order = link.Order(
            profile=profile_name,
            folder=str(folder),
            keys=session_keys(key, at_home=profile.at_home),
            trial=True,
            vnc_port=early.vnc_port(),
        )
        supervisor = Supervisor(
            session_order=order,
            courier_order=order,
            start_session=partial(children.start, children.own_command(children.SESSION)),
            start_courier=None,
            on_refusal=lambda refusal: print(f"kiosk: {refusal.key} {refusal.detail}"),
        )
        return supervisor.run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program: finds the profile and the key, then hands over to the supervisor."""

import logging
import os
import shutil
import sys
from pathlib import Path

from core.errors import Trouble
from kiosk import link
from kiosk.command_line.endings import Status, stop
from kiosk.hardening import harden
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import KeySource, Profile
from kiosk.supervisor import Supervisor, own_command

VNC_PORT = 5900
VNC_SIZE = "1366x768"

log = logging.getLogger("kiosk")


def quiet_log() -> None:
    """Events with ids to standard error; the service manager keeps them."""
    logging.basicConfig(
        level=os.environ.get("KIOSK_LOG", "WARNING").upper(),
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
        stream=sys.stderr,
    )


def profile_or_stop(name_or_file: str) -> Profile:
    """The profile, or one line for each of its mistakes."""
    profile = load(name_or_file)
    if isinstance(profile, BadProfile):
        for line in profile.lines()[:-1]:
            print(f"kiosk: {line}", file=sys.stderr)
        stop(profile.lines()[-1], Status.WRONG_USE)
    return profile


def has_display() -> bool:
    """Whether a window can be opened where this was started."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def serve_over_vnc(port: int) -> int:
    """Without a display: have Qt serve the window, and say where. Returns the port on 127.0.0.1."""
    os.environ["QT_QPA_PLATFORM"] = f"vnc:port=0:size={VNC_SIZE}"
    print("There is no display here, so the window is served to a VNC viewer on this machine:")
    print(f"    127.0.0.1:{port}    (for example: vncviewer 127.0.0.1:{port})")
    print("Ctrl+C ends everything.", flush=True)
    return port


def run(profile: Profile, profile_name: str, *, origin: str = "", key: KeySource | None = None, print_to: str = "") -> int:
    """Run the program until it is stopped. Returns the exit status."""
    harden()
    vnc_port = 0 if has_display() else serve_over_vnc(VNC_PORT)
    source = key or profile.key
    trial = source is KeySource.MEMORY
    from kiosk.store_key import obtain

    found = obtain(profile, source)
    if isinstance(found, Trouble):
        _refused(link.Refusal(found.key, found.detail))
        return int(Status.REFUSED)
    folder = found.folder
    if trial:
        log.warning("trial mode: nothing is kept")
    order = link.Order(
        profile=profile_name,
        folder=str(folder),
        key=found.key.secret.hex(),
        trial=trial,
        origin=origin,
        print_to=print_to,
        vnc_port=vnc_port,
    )
    supervisor = Supervisor(
        order=order,
        session_command=own_command("kiosk.session"),
        courier_command=own_command("kiosk.courier"),
        on_refusal=_refused,
    )
    try:
        return supervisor.run()
    finally:
        if trial:
            shutil.rmtree(folder, ignore_errors=True)


def _refused(refusal: link.Refusal) -> None:
    from i18n.messages import Messages
    from kiosk.command_line.endings import in_words

    texts = Messages.load("en")
    print(f"kiosk: {in_words(Trouble(refusal.key, detail=refusal.detail), texts)}", file=sys.stderr)


def default_print_folder() -> Path:
    """Where the demonstration puts its paper: there is rarely a receipt printer on a desk."""
    return Path.cwd() / "receipts"

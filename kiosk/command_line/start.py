# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program: finds the profile and the key, and hands plain data over to the supervisor."""

from dataclasses import replace
from pathlib import Path

from core.errors import Trouble
from kiosk import early, link
from kiosk.clock import MachineClock
from kiosk.command_line.apart import Supervise
from kiosk.command_line.closed import Closed
from kiosk.command_line.endings import Status, complain, stop
from kiosk.early import Running
from kiosk.hardening import harden
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import KeySource, Profile
from kiosk.run_order import RunOrder, Tried
from kiosk.staff_signal import StaffSignal
from kiosk.supervising import refused, supervise


def profile_or_stop(name_or_file: str, *, people_wait: bool = False) -> Profile:
    """The profile, or one line for each of its mistakes. Where `people_wait` the screen says so too."""
    profile = load(name_or_file)
    if isinstance(profile, BadProfile):
        complain("\n".join(profile.lines()[:-1]))
        if people_wait:
            complain(profile.lines()[-1])
            early.prepare_display()
            Closed(name_or_file).show()
        stop(f"{profile.lines()[-1]}{_offer(name_or_file)}", Status.WRONG_USE)
    return profile


def _offer(file: str) -> str:
    """Where there is no profile yet: how to make one, or to go on with one that was begun."""
    there = Path(file)
    if there.exists() or there.suffix != ".toml":
        return ""
    from kiosk.setting_up.begun import is_begun

    return f" `kiosk setup {file}` {'goes on with its set-up' if is_begun(there) else 'makes one'}."


def say_where_the_window_is(port: int) -> None:
    """For a machine without a display."""
    print("There is no display here, so the window is served to a VNC viewer on this machine:")
    print(f"    127.0.0.1:{port}    (for example: vncviewer 127.0.0.1:{port})")
    print("Ctrl+C ends everything.", flush=True)


def run(
    profile: Profile,
    profile_name: str,
    *,
    origin: str = "",
    key: KeySource | None = None,
    print_to: str = "",
    first: Running | None = None,
    units: Path | None = None,
    supervise: Supervise = supervise,
) -> int:
    """Find the key, and run the program until it is stopped. Returns the exit status.

    `first` is a session that was started early. `units` is the folder of the sockets by which systemd starts children.
    `supervise` runs it by what was found out here.
    """
    harden()
    early.prepare_display()
    vnc_port = early.vnc_port()
    if vnc_port:
        say_where_the_window_is(vnc_port)
    source = key or profile.key
    trial = source is KeySource.MEMORY
    from kiosk.store_access import courier_keys, session_keys, staff_keys
    from kiosk.store_key import obtain

    found = obtain(profile, source)
    if isinstance(found, Trouble):
        refused(link.Refusal(found.key, found.detail))
        if units is not None:
            _staff(profile).order(MachineClock().wall(), out=True)
            Closed(profile_name).show()
        return int(Status.REFUSED)
    session_order = link.Order(
        profile=profile_name,
        folder=str(found.folder),
        keys=session_keys(found.key, at_home=profile.at_home),
        trial=trial,
        origin=origin,
        print_to=print_to,
        vnc_port=vnc_port,
    )
    order = RunOrder(
        session=session_order,
        courier=replace(session_order, keys=courier_keys(found.key)),
        at_home=profile.at_home,
        machine=profile.name,
        staff_file=str(profile.staff_file) if profile.staff_file is not None else "",
        staff_command=profile.staff_command,
        staff_keys=staff_keys(found.key) if not profile.at_home else {},
        units=str(units) if units is not None else "",
        tried=Tried(profile.bundle.confirm, profile.bundle.patience) if profile.bundle is not None else None,
    )
    return supervise(order, first)


def _staff(profile: Profile) -> StaffSignal:
    return StaffSignal(profile.name, profile.staff_file, profile.staff_command)

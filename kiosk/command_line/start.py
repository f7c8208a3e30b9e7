# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program: finds the profile and the key, then hands over to the supervisor."""

import logging
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.errors import Trouble
from kiosk import children, early, link
from kiosk.bundles.home import BundleHome
from kiosk.clock import MachineClock
from kiosk.command_line.closed import Closed
from kiosk.command_line.endings import Status, complain, stop
from kiosk.early import Running
from kiosk.hardening import harden
from kiosk.one_program import OneProgram
from kiosk.outage import Outage
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import KeySource, Profile
from kiosk.set_up import SetUp
from kiosk.staff_signal import StaffSignal
from kiosk.supervisor import Supervisor
from kiosk.units import COURIER_SOCKET, SESSION_SOCKET, Unit

log = logging.getLogger("kiosk")


def quiet_log() -> None:
    """Events with ids to standard error; the service manager keeps them."""
    logging.basicConfig(
        level=os.environ.get("KIOSK_LOG", "WARNING").upper(),
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
        stream=sys.stderr,
    )


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
) -> int:
    """Run the program until it is stopped. Returns the exit status.

    `first` is a session that was started early. `units` is the folder of the sockets by which systemd starts children.
    """
    harden()
    early.prepare_display()
    if not profile.at_home:
        early.keep_off_input_methods()
    vnc_port = early.vnc_port()
    if vnc_port:
        say_where_the_window_is(vnc_port)
    source = key or profile.key
    trial = source is KeySource.MEMORY
    from kiosk.paper_left import PaperWatch
    from kiosk.staff.keeping import LogKeeping
    from kiosk.store_access import courier_keys, session_keys, staff_keys
    from kiosk.store_key import obtain

    found = obtain(profile, source)
    if isinstance(found, Trouble):
        _refused(link.Refusal(found.key, found.detail))
        if units is not None:
            _staff(profile).order(MachineClock().wall(), out=True)
            Closed(profile_name).show()
        return int(Status.REFUSED)
    folder = found.folder
    one = OneProgram(folder) if not trial else None
    # Under systemd there is one anyway; a machine for everybody is not to stay dark for a lock.
    if one is not None and not one.begin() and units is None:
        one.ask_the_other()
        _let_go(first)
        complain("The program runs already with this store. Its window comes to the front.")
        return int(Status.DONE)
    if trial:
        log.warning("trial mode: nothing is kept")
    session_order = link.Order(
        profile=profile_name,
        folder=str(folder),
        keys=session_keys(found.key, at_home=profile.at_home),
        trial=trial,
        origin=origin,
        print_to=print_to,
        vnc_port=vnc_port,
    )
    keeping = LogKeeping(folder, found.key) if not profile.at_home else None
    paper = PaperWatch(folder, keeping.paper_left) if keeping is not None else None

    if paper is not None:
        paper.begin()

    def shown() -> None:
        if keeping is not None and paper is not None:
            keeping.begun()
            paper.settle()

    supervisor = Supervisor(
        set_up=_set_up(profile, folder) if not trial else None,
        session_order=session_order,
        courier_order=replace(session_order, keys=courier_keys(found.key)),
        start_session=_starter(children.SESSION, units and units / SESSION_SOCKET),
        start_courier=_starter(children.COURIER, units and units / COURIER_SOCKET),
        on_refusal=_refused,
        on_shown=shown,
        on_helped=keeping.helped if keeping is not None else None,
        staff_keys=staff_keys(found.key) if keeping is not None else {},
        first=first,
        outage=_outage(profile),
        one=one,
        paper=paper,
    )
    try:
        return supervisor.run()
    finally:
        if keeping is not None:
            keeping.ended()
        if trial:
            shutil.rmtree(folder, ignore_errors=True)


def _let_go(first: Running | None) -> None:
    """A window that was opened before anybody could know that there is one already."""
    if first is not None:
        first.kill()
        first.wait()


def _set_up(profile: Profile, folder: Path) -> SetUp | None:
    return SetUp(profile.bundle, BundleHome.beside(folder)) if profile.bundle is not None else None


def _starter(module: str, unit: Path | None) -> Callable[[], Running]:
    if unit is not None:
        return partial(Unit, unit)
    return partial(children.start, children.own_command(module))


def _staff(profile: Profile) -> StaffSignal:
    return StaffSignal(profile.name, profile.staff_file, profile.staff_command)


def _outage(profile: Profile) -> Outage:
    """A kiosk shows that it is out of order; a program on somebody's own computer ends."""
    signal = _staff(profile)
    notice = None if profile.at_home else _starter(children.OUT_OF_ORDER, None)
    return Outage(notice, lambda out: signal.order(MachineClock().wall(), out=out))


def _refused(refusal: link.Refusal) -> None:
    from i18n.messages import Messages
    from kiosk.command_line.endings import in_words

    complain(in_words(Trouble(refusal.key, detail=refusal.detail), Messages.load("en")))

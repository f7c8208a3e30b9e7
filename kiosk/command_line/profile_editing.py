# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk profile edit`, `kiosk setup`: the window in which a profile is changed or made, until it is left."""

import tomllib
from pathlib import Path

from core.catalogue import EMPTY, Catalogue
from kiosk import early
from kiosk.command_line import start
from kiosk.command_line.endings import Status, complain, in_words, stop
from kiosk.command_line.log_lines import quiet_log
from kiosk.profile.file import SHIPPED, load, shipped
from kiosk.profile.model import Profile

VNC_TRIES = 50


def run(name_or_file: str, *, guided: bool = False) -> int:
    """Open the window; step by step where it is `guided`. Returns the exit status."""
    quiet_log()
    early.prepare_display()
    if early.vnc_port():
        start.say_where_the_window_is(early.vnc_port())
    from i18n.messages import Messages
    from kiosk.clock import MachineClock
    from kiosk.language_packs import with_packs
    from kiosk.profile_editing.window import USUAL, ProfileWindow
    from kiosk.session.application import begin
    from kiosk.session.speaker import SpeakerSink, sounding_of
    from kiosk.setting_up.saying import said_by

    application = begin()
    profile = load(name_or_file)
    if not isinstance(profile, Profile):
        profile = load(USUAL)
    assert isinstance(profile, Profile)
    with_packs(profile)
    sink = SpeakerSink(sounding_of(profile))
    say = said_by(sink) if guided else None
    catalogue = services_known(name_or_file) if not guided else EMPTY
    # Not quit(): it asks every window to close, and this one answers a wish to close it by leaving.
    window = ProfileWindow(
        application, name_or_file, MachineClock(), sink, application.exit, say=say, catalogue=catalogue
    )
    if window.trouble is not None:
        stop(f"{name_or_file}: {in_words(window.trouble, Messages.load('en'))}", Status.WRONG_USE)
    window.show()
    if early.vnc_port():
        _serve(early.vnc_port(), VNC_TRIES)
    try:
        return application.exec()
    finally:
        window.close()


def services_known(name_or_file: str) -> Catalogue:
    """The town's list of services as the file's own address gives it, so that they are chosen by name.

    Empty where it does not come; then a line says so, and they are written by hand.
    """
    from kiosk.setting_up.looking import catalogue_of

    file = SHIPPED / f"{name_or_file}.toml" if name_or_file in shipped() else Path(name_or_file)
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        # The window says what is wrong with the file.
        return EMPTY
    found = catalogue_of(values)
    if isinstance(found, Catalogue):
        return found
    complain(f"{file}: the list of services does not come; each is written by the last part of its address.")
    return EMPTY


def guide(file: str) -> int:
    """Set a machine up step by step, from the beginning or where it was stopped. Returns the exit status."""
    if file in shipped():
        stop(f"{file}: is shipped with the program. Name a file of your own.", Status.WRONG_USE)
    return run(file, guided=True)


def begin(file: str, like: str) -> int:
    """Copy a shipped profile to where nothing is yet, and open it. Returns the exit status."""
    if like not in shipped():
        stop(f"{like}: no shipped profile. There are: {', '.join(shipped())}.", Status.WRONG_USE)
    try:
        with open(file, "xb") as made:
            made.write((SHIPPED / f"{like}.toml").read_bytes())
    except FileExistsError:
        stop(f"{file}: is there already. `kiosk profile edit` changes it.", Status.WRONG_USE)
    except OSError as problem:
        stop(f"{file}: {problem.strerror}.", Status.WRONG_USE)
    return run(file)


def _serve(port: int, tries: int) -> None:
    """Put the window where a viewer of this machine looks for it, as soon as it is served at all."""
    from PySide6.QtCore import QTimer

    from kiosk.session import vnc

    if not vnc.listen_on_loopback(port) and tries:
        QTimer.singleShot(20, lambda: _serve(port, tries - 1))

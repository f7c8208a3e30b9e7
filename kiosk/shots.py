# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`make shots`: the program drives itself through every screen on the sandbox town and writes a picture of each."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from accessibility.speech.sink import RecordingSink
from core.errors import Trouble
from core.ids import Language
from core.visit.effects import Ending
from i18n.pseudo import pseudo_languages
from kiosk import children, link
from kiosk.clock import MachineClock
from kiosk.command_line.demonstration import town
from kiosk.command_line.start import profile_or_stop
from kiosk.session.assembly import Session
from kiosk.shots_dresses import DRESSES, LANGUAGES, Dress
from kiosk.shots_tour import PATIENCE, Tour
from kiosk.store_access import courier_keys, session_keys
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin


@contextmanager
def session_on(order: link.Order, dress: Dress, refused: list[Trouble]) -> Iterator[Session]:
    """A session on the town's machine, shown offscreen."""
    profile = profile_or_stop(order.profile).moved(order.origin)
    session = Session(order, profile, dress.screen, MachineClock(), RecordingSink(), _stay, refused.append)
    shell = session.window.shell
    shell.resize(dress.screen.width_px, dress.screen.height_px)
    session.show(link.SHOW_WELCOME)
    shell.show()
    try:
        yield session
    finally:
        session.close()
        shell.hide()
        shell.deleteLater()


def _stay(ending: Ending) -> None:
    """The tour goes on in the same process whatever ends."""
    del ending


@contextmanager
def courier(order: link.Order) -> Iterator["subprocess.Popen[bytes]"]:
    """The courier's process."""
    process: subprocess.Popen[bytes] = children.start(children.own_command(children.COURIER))
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a child without pipes")
    link.say(process.stdin, order)
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(PATIENCE)
        process.stdout.close()


def main(
    target: Path, dresses: tuple[Dress, ...] = DRESSES, languages: tuple[Language, ...] = LANGUAGES
) -> int:
    """Write all pictures into `target`. Returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target.mkdir(parents=True, exist_ok=True)
    QApplication(sys.argv[:1])
    refused: list[Trouble] = []
    with pseudo_languages(), tempfile.TemporaryDirectory() as folder, town(Path(folder, "town")) as url:
        key = Key(secrets.token_bytes(KEY_BYTES), KeyOrigin.KEYRING)
        order = link.Order(
            profile="town-hall-kiosk",
            folder=str(Path(folder, "store")),
            keys=session_keys(key, at_home=False),
            trial=False,
            origin=url,
            print_to=str(Path(folder, "paper")),
        )
        with courier(replace(order, keys=courier_keys(key))) as process:
            for dress in dresses:
                for language in languages:
                    with session_on(order, dress, refused) as session:
                        Tour(session, target, dress, process).go(language)
                    print(f"{dress.name} {language}", flush=True)
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")
    return 1 if refused else 0


if __name__ == "__main__":
    words = sys.argv[1:] or ["shots"]
    chosen = tuple(dress for dress in DRESSES if len(words) < 2 or dress.name in words[1].split(","))
    tags = LANGUAGES if len(words) < 3 else tuple(Language(tag) for tag in words[2].split(","))
    sys.exit(main(Path(words[0]), chosen, tags))

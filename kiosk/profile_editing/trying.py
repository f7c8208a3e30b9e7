# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the program as a visitor would see it with a profile that is not saved; it ends when that visitor finishes."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from core.errors import Trouble
from kiosk import children, link
from kiosk.child import Child
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Profile
from kiosk.store_access import courier_keys, session_keys
from kiosk.store_key import obtain

PATIENCE = 3.0
"""Seconds that a child gets to end by itself."""

CHUNK = 65_536

BESIDE: Final = ("*.geojson", "*.mbtiles", "*.svg", "*.png")
"""The files of the town that lie beside a profile: places, map, emblem."""


class TryOut(QObject):
    """One trial: a session and a courier with keys of this moment, so that nothing outlasts it.

    Signals: `told` carries each line of the session to whoever started it; `over`, once the visitor has finished or
    the window is closed.
    """

    told = Signal(object)
    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Path] = []
        self._children: list[Child] = []
        self._notifier: QSocketNotifier | None = None

    def start(self, text: str, beside: Path) -> Trouble | None:
        """Open it. `beside` is the file that the text will be saved in: what the profile names lies beside that."""
        folder = Path(tempfile.mkdtemp(prefix="civic-kiosk-trial-"))
        self._folders.append(folder)
        file = folder / beside.name
        file.write_text(text, "utf-8")
        for one in (file for kind in BESIDE for file in beside.parent.glob(kind)):
            (folder / one.name).symlink_to(one.resolve())
        profile = load(str(file))
        if not isinstance(profile, Profile):
            self.stop()
            return Trouble("trouble.profile")
        found = obtain(profile, KeySource.MEMORY)
        if isinstance(found, Trouble):
            self.stop()
            return found
        self._folders.append(found.folder)
        order = link.Order(
            str(file), str(found.folder), session_keys(found.key, at_home=profile.at_home), trial=True
        )
        self._adopt(children.SESSION, order)
        self._adopt(
            children.COURIER,
            link.Order(str(file), str(found.folder), courier_keys(found.key), trial=True),
        )
        session = self._children[0]
        assert session.process.stdout is not None
        self._notifier = QSocketNotifier(session.process.stdout.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)
        session.tell(link.Show(link.SHOW_WELCOME))
        return None

    def _adopt(self, module: str, order: link.Order) -> None:
        child = Child(module, children.start(children.own_command(module)))
        assert child.process.stdout is not None
        os.set_blocking(child.process.stdout.fileno(), False)
        child.tell(order)
        self._children.append(child)

    @Slot()
    def _on_line(self) -> None:
        session = self._children[0]
        assert session.process.stdout is not None
        try:
            raw = os.read(session.process.stdout.fileno(), CHUNK)
        except BlockingIOError:
            return
        lines = session.lines(raw)
        for line in lines:
            self.told.emit(line)
        if not raw or any(isinstance(line, link.Ended | link.Refusal) for line in lines):
            self.stop()
            self.over.emit()

    def stop(self) -> None:
        """End both children, and leave nothing of them."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        for child in self._children:
            child.close_input()
        for child in self._children:
            try:
                child.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
            child.close()
        self._children.clear()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        self._folders.clear()

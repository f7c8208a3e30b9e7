# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which a profile is changed, alone in its process or over that of staff; `done` says that it is left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication

from accessibility.speech.sink import SpeechSink
from core.catalogue import EMPTY, Catalogue
from core.errors import Trouble
from core.forms.entry import Entry
from core.ids import Language
from core.ports import Clock
from core.staff.log_events import Disposition
from core.visit import events as e
from core.visit import profile_events as pe
from kiosk.clock import local
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import OpenedProfile, open_profile
from kiosk.profile_editing.session import EditingSession
from kiosk.profile_editing.trying import TryOut
from kiosk.session.opening import open_window
from kiosk.session.process import screen_of
from kiosk.setting_up.begun import open_set_up
from kiosk.setting_up.guide import Say
from ui.input_gate import InputGate

USUAL = "town-hall-kiosk"
"""What the window is set up with where the file that is changed cannot be used as it is."""


class ProfileWindow(QObject):
    """Opens the file `name_or_file`; `trouble` says why it cannot. Call `show`, and `close` at the end.

    With `say` it is set up step by step, also where there is no such file yet. `language` is the profile's first where
    none is given; `pressed` and `saved` are for who opens it over their own window (`EditingSession`),
    who may know the town's list of services (`catalogue`) as well.
    """

    def __init__(
        self,
        application: QApplication,
        name_or_file: str,
        clock: Clock,
        sink: SpeechSink,
        done: Callable[[], None],
        parent: QObject | None = None,
        say: Say | None = None,
        *,
        language: Language | None = None,
        pressed: Callable[[], None] | None = None,
        saved: Callable[[Disposition, int], None] | None = None,
        catalogue: Catalogue = EMPTY,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._language = language
        self._pressed, self._saved = pressed, saved
        self._application = application
        self._clock = clock
        self._sink = sink
        self._done = done
        self._try = TryOut(self)
        self._try.over.connect(self._on_over)
        self._session: EditingSession | None = None
        self._gate: InputGate | None = None
        now = local(clock.wall())
        path = Path(name_or_file)
        found = open_set_up(path, now) if say is not None else open_profile(name_or_file, now, catalogue)
        self.trouble = found if isinstance(found, Trouble) else None
        if isinstance(found, OpenedProfile):
            self._opened = found
            self._assemble(found)

    def _assemble(self, opened: OpenedProfile) -> None:
        profile = opened.read(opened.began) or load(USUAL)
        assert isinstance(profile, Profile)
        screen = screen_of(profile, self._application)
        opening = open_window(profile, None, screen, self._clock.wall(), trial=False)
        self._shell = opening.shell
        self._shell.installEventFilter(self)
        self._shell.resize(screen.width_px, screen.height_px)
        session = EditingSession(
            opened,
            profile,
            screen,
            self._clock,
            self._sink,
            self._done,
            self._try_out,
            opening,
            self._say,
            self._language,
        )
        session.pressed = self._pressed or session.pressed
        session.saved = self._saved or session.saved
        gate = InputGate(self._application, self._clock.steady)
        gate.set_assisted(opening.preferences.assisted)
        gate.give_keys_to(session.window.hands.key, session.window.hands.place)
        session.window.page_changed = gate.page_changed
        self._session, self._gate, self._full = (
            session,
            gate,
            not profile.at_home and not profile.screen.width,
        )

    @property
    def session(self) -> EditingSession:
        """The session behind the window. RuntimeError where the file could not be opened."""
        if self._session is None:
            raise RuntimeError("the profile could not be opened")
        return self._session

    def show(self) -> None:
        """Show the first page."""
        self.session.open()
        self.bring_back()

    def set_aside(self) -> None:
        """Let another window be seen."""
        self._shell.hide()

    def bring_back(self) -> None:
        """Show the page where it was left."""
        if self._full:
            self._shell.setGeometry(self._application.primaryScreen().geometry())
            self._shell.showFullScreen()
        else:
            self._shell.show()

    def close(self) -> None:
        """End what was begun, a trial too."""
        self._try.stop()
        if self._session is not None:
            self._session.close()
            self._shell.removeEventFilter(self)
            self._shell.hide()
            self._shell.deleteLater()
            self._session = None
        if self._gate is not None:
            self._application.removeEventFilter(self._gate)
            self._gate.deleteLater()
            self._gate = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Closing the window is leaving it: what is not saved is shown first."""
        if event.type() is QEvent.Type.Close and self._session is not None:
            event.ignore()
            self._session.send(e.FinishPressed())
            return True
        return super().eventFilter(watched, event)

    def _try_out(self, entry: Entry) -> None:
        trouble = self._try.start(self._opened.written(entry), self._opened.file)
        if trouble is not None:
            self.session.send(pe.ProfileNotSaved(trouble))

    @Slot()
    def _on_over(self) -> None:
        self._shell.raise_()
        self._shell.activateWindow()

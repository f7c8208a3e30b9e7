# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of a profile over the staff's window: whoever changes settings is as present there as here.

While it is open the staff's window is hidden. When it is asked whether somebody is still there, the editor steps aside.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.preferences import Preferences
from accessibility.speech.sink import SpeechSink
from core.catalogue import Catalogue
from core.errors import Trouble
from core.ids import Language
from core.ports import Clock
from core.staff.log_events import Disposition
from core.visit.pages import StillThere
from core.visit.state import Visit

if TYPE_CHECKING:
    from kiosk.profile_editing.window import ProfileWindow


class StaffEditing:
    """One editor at a time. `pressed` is told of every sign of life in it; `sink` makes the voice that reads it."""

    def __init__(
        self,
        shell: QWidget,
        clock: Clock,
        sink: Callable[[], SpeechSink],
        pressed: Callable[[], None],
    ) -> None:
        self._shell = shell
        self._clock = clock
        self._sink = sink
        self._pressed = pressed
        self._aside = False
        self.window: ProfileWindow | None = None

    def open(
        self,
        file: str,
        language: Language,
        preferences: Preferences,
        saved: Callable[[Disposition, int], None],
        catalogue: Catalogue,
    ) -> Trouble | None:
        """Open it in that language and look; `saved` is told how each saving ended, and of how many settings.

        Services are chosen from the `catalogue`.
        """
        from kiosk.profile_editing.window import (
            ProfileWindow,  # with all that it writes files with: for staff only
        )

        application = QApplication.instance()
        if self.window is not None or not isinstance(application, QApplication):
            return None
        window = ProfileWindow(
            application,
            file,
            self._clock,
            self._sink(),
            lambda: QTimer.singleShot(0, self.close),
            language=language,
            pressed=self._pressed,
            saved=saved,
            catalogue=catalogue,
        )
        if window.trouble is not None:
            return window.trouble
        self.window = window
        window.show()
        window.session.send(preferences)
        self._shell.hide()
        return None

    def drawn(self, visit: Visit) -> None:
        """The staff's page has changed: a question about who is there must be seen."""
        asked = isinstance(visit.over, StillThere)
        if self.window is None or asked is self._aside:
            return
        self._aside = asked
        if asked:
            self._shell.show()
            self.window.set_aside()
        else:
            self.window.bring_back()
            self._shell.hide()

    def close(self) -> None:
        """End it, saved or not."""
        window, self.window = self.window, None
        self._aside = False
        if window is not None:
            self._shell.show()
            window.close()
            window.deleteLater()

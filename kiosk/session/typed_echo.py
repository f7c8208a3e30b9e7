# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says each sign that is typed while pages are read: to its person alone, and to all others only that it was typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from accessibility.speech.transcript import Part
from i18n.messages import Messages
from ui.keyboard.echo import echoed
from ui.parts.field import TextField
from ui.parts.typed import Typed
from ui.shell import Shell


class TypedEcho(QObject):
    """`texts` gives the program's words now, `private` whether only one person hears.

    One key may change a field several times, as a tone does that takes the place of a letter: what is said is what
    came of all of it.
    """

    def __init__(
        self,
        shell: Shell,
        texts: Callable[[], Messages],
        private: Callable[[], bool],
        say: Callable[[tuple[Part, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell, self._texts, self._private, self._say = shell, texts, private, say
        self._typed: Typed | None = None
        self._before = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        shell.typed.connect(self._on_typed)

    def writes_secret(self) -> bool:
        """Whether there is a field on the page whose letters must be seen and heard by nobody."""
        page = self._shell.page
        return page is not None and any(one.private for one in page.findChildren(TextField))

    @Slot(object)
    def _on_typed(self, typed: Typed) -> None:
        if self._typed is None or self._typed.now != typed.before:
            self._before = typed.before
        self._typed = typed
        self._soon.start(0)

    @Slot()
    def _on_soon(self) -> None:
        typed, self._typed = self._typed, None
        if typed is not None:
            aloud = self._private() and not typed.secret
            parts = echoed(self._before, typed.now, self._texts(), aloud=aloud)
            self._before = ""
            if parts:
                self._say(parts)

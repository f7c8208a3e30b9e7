# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine with three of staff and one refused application, and a real session at which they sign in."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import sync
from core.staff.member import Member
from core.staff.roles import Role
from core.submission import Refused
from core.visit import pages as p
from kiosk import link
from kiosk.profile.model import FilePlaces, Profile
from kiosk.staff.opening import StaffStores, open_staff_stores
from kiosk.store_access import staff_keys
from offline_cache.subkeys import Key
from tests.support.listener import Listener, listening_session
from tests.support.processes import KEY
from tests.support.stored_outbox import opened, sealed
from tests.support.submissions import MARKER, submission
from ui.parts.text import PlainText

PINS = {"Mona": "481516", "Omar": "902143", "Tara": "775310"}
ROLES = {"Mona": Role.ATTENDANT, "Omar": Role.MANAGER, "Tara": Role.TECHNICIAN}
"""Who works here, and the PINs that only they know."""


@dataclass(frozen=True, slots=True)
class Town:
    """A machine with one refused application, three of staff, a stick and a place for paper."""

    folder: Path
    members: dict[str, Member]
    key: Key = KEY

    def stores(self) -> StaffStores:
        found = open_staff_stores(self.folder, self.key)
        assert isinstance(found, StaffStores)
        return found

    def log(self) -> list[dict[str, object]]:
        stores = self.stores()
        rows = [json.loads(row.content) for row in stores.log.rows()]
        assert stores.log.verify().whole
        stores.close()
        return rows

    def told(self) -> list[tuple[object, object]]:
        return [(one["event_id"], one["disposition"]) for one in self.log()]


def staffed_town(tmp_path: Path, key: Key = KEY) -> Town:
    """The machine, made in a folder, with a key of its own."""
    folder = tmp_path / "store"
    outbox = opened(folder, key)
    first = sealed(outbox, submission(1))
    leaving = sync.claim(first, 2_000.0)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, sync.after(leaving, Refused(400, MARKER.decode()), 2_000.0, 0.5))
    outbox.close()
    for place in ("stick", "paper"):
        (tmp_path / place).mkdir()
    town = Town(folder, {}, key)
    stores = town.stores()
    for name, pin in PINS.items():
        member = stores.staff.add(name, ROLES[name], pin, f"card-of-{name}")
        assert member is not None
        town.members[name] = member
    stores.close()
    return town


@dataclass(frozen=True, slots=True)
class Window:
    """One session at which staff want to sign in."""

    listener: Listener
    qtbot: QtBot

    @property
    def page(self) -> p.Page:
        return self.listener.visit.page

    def part(self, name: str) -> QWidget:
        found = self.listener.session.window.shell.findChild(QWidget, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        self.part(name).setFocus()
        QTest.keyClick(self.part(name), Qt.Key.Key_Return)
        self.listener.live()

    def types(self, text: str) -> None:
        """As a scanner or a keyboard does, wherever the focus is, with Enter at the end."""
        for sign in text:
            focus: QWidget = QApplication.focusWidget() or self.listener.session.window.shell
            QTest.keyClicks(focus, sign)
        QTest.keyClick(self.part("staff.field"), Qt.Key.Key_Return)
        self.listener.live()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=30_000)

    def signs_in(self, first: str, pin: str) -> None:
        self.types(first)
        self.until(lambda: isinstance(self.page, p.StaffDoor) and self.page.asks_pin)
        self.types(pin)
        self.until(lambda: not (isinstance(self.page, p.StaffDoor) and self.page.asking))

    def says(self) -> str:
        shell = self.listener.session.window.shell
        return " ".join(one.text() for one in shell.findChildren(PlainText) if one.isVisible())


@contextmanager
def window(town: Town, qtbot: QtBot, profile: Path | None = None, queue: str = "") -> Iterator[Window]:
    """`profile` is the machine's own file, where it is to be changed; `queue` prints in place of a folder."""
    root = town.folder.parent

    def change(profile: Profile) -> Profile:
        return replace(
            profile, files=FilePlaces((str(root / "stick"),)), print_to=root / "paper", printer=queue
        )

    with listening_session(
        town.folder, str(profile or "town-hall-kiosk"), change=change, key=town.key
    ) as listener:
        listener.session.show(link.SHOW_STAFF, staff_keys(town.key))
        listener.live()
        yield Window(listener, qtbot)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what the steps of a first set-up ask of the machine: says, prints, asks; and remembers how far it has come."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from core.errors import Trouble
from core.ports import Clock
from core.staff.finding import Gravity
from core.visit import effects as fx
from core.visit import profile_events as pe
from core.visit.guiding_state import Seen, SetUpStep
from i18n.messages import Messages
from kiosk.children import own_command
from kiosk.lanes import ThreadLane
from kiosk.paper import Printer
from kiosk.profile_editing.opened import OpenedProfile
from kiosk.session.bridge import Bridge
from kiosk.setting_up import begun, forms, looking, sheet
from kiosk.setting_up.walk import Asked, Walk
from kiosk.staff.looking import EXAMINING, SELF_TEST, found_in
from kiosk.walked_forms import walks_of

log = logging.getLogger("kiosk.set-up")

Say = Callable[[str, str, str], str]
"""Says a text in a language at a sound device; answers the key of what is wrong, empty where nothing is."""


class Guide(QObject):
    """For one profile. `send` takes what was seen; nothing comes any more after `close`."""

    def __init__(
        self,
        opened: OpenedProfile,
        clock: Clock,
        say: Say,
        send: Callable[[pe.ProfileAnswer], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._clock = clock
        self._say = say
        self._send = send
        self._bridge = Bridge(self)
        self._lane = ThreadLane("set-up", self._bridge.post)
        # A walk takes many minutes, and nothing else may wait for it.
        self._walks = ThreadLane("walk", self._bridge.post)
        self._walk = Walk()
        self._test = Asked()

    def keep(self, effect: fx.KeepSetUp) -> None:
        """Remember how far it has come."""
        trouble = begun.keep(self._opened.file, effect.step, self._opened.written(effect.entry))
        if trouble is not None:
            log.error("the set-up could not be remembered: %s", trouble.detail)
            self._send(pe.ProfileNotSaved(trouble))

    def saved(self) -> None:
        """The profile stands: nothing has to be remembered any more."""
        begun.forget(self._opened.file)

    def look(self, effect: fx.LookForSetUp) -> None:
        """See what a step is about; the answer comes later, but for what is said aloud."""
        values = self._opened.changed(effect.entry)
        match effect.step:
            case SetUpStep.SOUND:
                texts = Messages.load(effect.language)
                device = str(_table(values, "voice").get("device", ""))
                trouble = self._say(texts.text("set_up.heard"), effect.language, device)
                self._send(pe.SetUpSeen(SetUpStep.SOUND, _told(trouble)))
            case SetUpStep.PAPER:
                paper = _table(values, "paper")
                printer = Printer(str(paper.get("printer", "")), sheet.folder_of(paper))
                # Here, on the window's thread: paper needs its fonts.
                pdf = sheet.pdf(paper, _table(values, "town"), effect.language, self._clock.wall())
                self._lane.run(lambda: printer.put(pdf, "set-up"), self._printed)
            case SetUpStep.NETWORK:
                self._lane.run(lambda: looking.network(values), self._send)
            case SetUpStep.AGENCIES:
                self._lane.run(lambda: looking.agency(effect.address, self._clock), self._send)
            case SetUpStep.SERVICES:
                self._lane.run(lambda: looking.services(values), self._send)
            case SetUpStep.FORMS:
                profile = self._opened.read(effect.entry)
                walks = walks_of(profile) if profile is not None else None
                self._lane.run(lambda: forms.look(values, self._clock, walks), self._send)
            case SetUpStep.DONE:
                self._lane.run(self._tested, self._send)
            case SetUpStep.LANGUAGES | SetUpStep.PLACE | SetUpStep.SCREEN:
                raise ValueError(f"nothing to look at: {effect.step}")

    def walk(self, effect: fx.WalkForms) -> None:
        """Do each form to its end, while the steps go on. What is not whole yet is walked as far as it is."""
        text = self._opened.written(effect.entry)

        def tell(seen: pe.SetUpSeen) -> None:
            self._bridge.post(lambda: self._send(seen))

        self._walks.run(
            lambda: self._walk.run(text, self._opened.file, tell),
            lambda _: self._send(pe.SetUpSeen(SetUpStep.FORMS, (), joins=True)),
        )

    def _printed(self, trouble: Trouble | None) -> None:
        self._send(pe.SetUpSeen(SetUpStep.PAPER, _told("set_up.not_printed" if trouble else "")))

    def _tested(self) -> pe.SetUpSeen:
        """What the self-test says of this machine; nothing where it was ended."""
        said = b"".join(self._test.lines((*own_command(EXAMINING), str(self._opened.file), SELF_TEST)))
        try:
            found = found_in(said)
        except ValueError:
            return pe.SetUpSeen(SetUpStep.DONE, ())
        seen = tuple(Seen(one.what, one.gravity, found=one) for one in found)
        return pe.SetUpSeen(SetUpStep.DONE, seen)

    def close(self) -> None:
        """Wait for what is under way, but for the walk, and let nothing of it come any more."""
        self._walk.end()
        self._test.end()
        self._walks.close()
        self._lane.close()
        self._bridge.blockSignals(True)


def _told(trouble: str) -> tuple[Seen, ...]:
    return (Seen("", Gravity.BAD, trouble),) if trouble else ()


def _table(values: dict[str, Any], key: str) -> dict[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}

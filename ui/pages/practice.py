# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice for each way of pressing: it says in words what each press did, and does nothing else."""

from PySide6.QtWidgets import QWidget

from accessibility.hands.actions import Action
from accessibility.qt.announce import announce
from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit.way_pages import Ways
from ui.hands.keys import MOVES_OF_QT
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.grid import Grid
from ui.parts.text import PlainText
from ui.present.practice import RESTING, PracticeContents, after_press

THING_MM = 34
"""The height of a thing to press here while letters are not large: nothing else needs the room."""

ASSISTED_BESIDE = 2
"""Things to press in a line while everything is larger and slower."""


class Thing(Button):
    """Something to press that does nothing else."""

    def _least_height(self) -> int:
        least = super()._least_height()
        return least if large.is_large(self.look) else max(least, self.look.px(THING_MM))


class PracticePage(PageFrame):
    """Changed in place while it says the same otherwise: a press that is under way must find its control again."""

    def __init__(
        self, look: Look, contents: PracticeContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        large.keep_few(self, look)
        self._contents = contents
        self._send = send
        heading, safe = Phrase(contents.heading, contents.language), Phrase(contents.safe, contents.language)
        very = large.is_very_large(look)
        self._did = PlainText(look, contents.did, "strong")
        if very:
            # What a press did and what there is to press stand on one part, and the explanation after them.
            self.set_heading(contents.heading)
            self.add(self._did)
        else:
            large.plain_head(self, look, heading, safe)
            self._explain(look, contents)
            self.add(self._did)
        things = [
            reports(
                Thing(look, thing.text, wide=True),
                f"practice.{thing.name}",
                e.WayPageChanged(thing.leads_to),
                send,
            )
            for thing in contents.things
        ]
        # Where pages are shared out, a line of three and the foot would be one too many to press (UND-01).
        beside = ASSISTED_BESIDE if look.preferences.assisted else len(things)
        self.add(Grid(look, things, beside if look.layout.columns > 1 else 1))
        speeds = [
            reports(Button(look, speed[0], wide=True), name, e.WayPageChanged(speed[1]), send)
            for name, speed in (("practice.slower", contents.slower), ("practice.faster", contents.faster))
            if speed is not None
        ]
        if speeds:
            self.add(Grid(look, speeds, len(speeds) if look.layout.columns > 1 else 1))
        if very:
            self._explain(look, contents)
            self.add(PlainText(look, contents.safe))
        ready = reports(PrimaryButton(look, contents.ready, "check"), "foot.primary", contents.kept, send)
        before = Button(look, contents.before, "back")
        self.set_foot([ready, reports(before, "foot.before", e.WayPageChanged(Ways()), send)])

    def _explain(self, look: Look, contents: PracticeContents) -> None:
        self.add(PlainText(look, contents.how))
        if contents.step:
            self.add(PlainText(look, contents.step, color="ink_soft"))

    def refresh(self, contents: object) -> bool:
        """Say what the last press did."""
        if not isinstance(contents, PracticeContents):
            return False
        state, now = self._contents.state, contents.state
        if (state.way, state.switches, state.step) != (now.way, now.switches, now.step):
            return False
        if (contents.language, contents.kept) != (self._contents.language, self._contents.kept):
            return False
        self._contents = contents
        self._did.set_text(contents.did)
        announce(self._did, contents.did)
        return True

    def hear(self, key: str, action: Action | None) -> bool:
        """See `PageFrame`. What would lead away from here only says so; the rest goes its usual way."""
        after = after_press(self._contents.state, action, key in MOVES_OF_QT)
        self._send(e.WayPageChanged(after))
        return action in RESTING

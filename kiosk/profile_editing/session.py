# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session whose visit is the changing of a profile: the same window, hands and voice, and nobody's answers."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QTimer

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.speech.sink import SpeechSink
from core.breach import Breach
from core.errors import Trouble
from core.forms.entry import Entry
from core.ids import Language
from core.ports import Clock
from core.staff.log_events import Disposition
from core.visit import editing
from core.visit import effects as fx
from core.visit import events as e
from core.visit import profile_events as pe
from core.visit.delays import Delays
from core.visit.steps import Step
from kiosk import link
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import OpenedProfile
from kiosk.session.assembly import Session
from kiosk.session.opening import Opening
from kiosk.session.runner import VisitRunner
from kiosk.setting_up.guide import Guide, Say


def _nobody_asks() -> None:
    """Where nobody is signed in, nobody is signed out."""


def _nobody_notes(how: Disposition, settings: int) -> None:
    """Where no staff are known, nothing is written down of them."""
    del how, settings


class EditingSession(Session):
    """`pressed` is called at every sign of life, `saved` with how each saving ended and of how many settings it was.

    `done` is called when somebody leaves, `try_out` with the profile that is to be tried as a visitor.

    `say` where it is a first set-up, which tries the sound.

    `profile` is what the window itself is set up with. No store is opened: nothing is kept but the profile.
    """

    pressed: Callable[[], None] = staticmethod(_nobody_asks)
    saved: Callable[[Disposition, int], None] = staticmethod(_nobody_notes)

    def __init__(
        self,
        opened: OpenedProfile,
        profile: Profile,
        screen: ScreenMeasure,
        clock: Clock,
        sink: SpeechSink,
        done: Callable[[], None],
        try_out: Callable[[Entry], None],
        opening: Opening | None = None,
        say: Say | None = None,
        language: Language | None = None,
    ) -> None:
        order = link.Order(profile.name, "", {}, trial=False)
        super().__init__(order, profile, screen, clock, sink, lambda _: done(), _no_store, opening)
        self._opened = opened
        self._try_out = try_out
        self._guide = Guide(opened, clock, say, self.send, self) if say is not None else None
        # Nobody is sent away from work that is not saved.
        visit = replace(
            self.runner.visit, delays=Delays(idle=None), language=language or self.runner.visit.language
        )
        began = editing.begin(visit, opened.editing, opened.filling)
        self.runner = VisitRunner(began.visit, clock, self._carry_out, self._draw, self._look_around, self)
        self._first = began

    def open(self) -> None:
        """Show the first page: somebody is there."""
        first: Step = self._first
        self.window.draw(first.visit)
        for effect in first.effects:
            self._carry_out(effect)
        self._opening.hand_over(self.send, self.window.press_bar)

    def send(self, event: e.Event | Preferences) -> None:
        """Take what somebody did, who is there then."""
        if isinstance(event, e.ByPerson | Preferences):
            self.pressed()
        super().send(event)

    def _carry_out(self, effect: fx.Effect) -> None:
        match effect:
            case fx.KeepSetUp() if self._guide is not None:
                # Before the window goes, where somebody leaves.
                self._guide.keep(effect)
            case fx.JudgeProfile() | fx.SaveProfile() | fx.TryProfile() | fx.LookForSetUp() | fx.WalkForms():
                # The page shows first that the press was taken.
                QTimer.singleShot(0, lambda: self._for_profile(effect))
            case _:
                self._effects.carry_out(effect)

    def _for_profile(
        self, effect: fx.JudgeProfile | fx.SaveProfile | fx.TryProfile | fx.LookForSetUp | fx.WalkForms
    ) -> None:
        match effect:
            case fx.JudgeProfile(entry=entry):
                self.send(pe.ProfileJudged(self._opened.judged(entry)))
            case fx.SaveProfile(entry=entry):
                self._save(entry)
            case fx.TryProfile(entry=entry):
                self._try_out(entry)
            case fx.LookForSetUp() if self._guide is not None:
                self._guide.look(effect)
            case fx.WalkForms() if self._guide is not None:
                self._guide.walk(effect)
            case fx.LookForSetUp() | fx.WalkForms():
                raise RuntimeError("nothing is set up here")
            case _:
                assert_never(effect)

    def _save(self, entry: Entry) -> None:
        changed = len(editing.changes(self._opened.editing, entry))
        saved = self._opened.save(entry)
        how = Disposition.FAILED if isinstance(saved, Trouble) else Disposition.REFUSED
        self.saved(Disposition.DONE if saved is None else how, changed)
        if self._guide is not None and saved is None:
            self._guide.saved()
        self.send(_answer(saved))

    def close(self) -> None:
        """See `Session`; what was looked for is not waited for in the window."""
        if self._guide is not None:
            self._guide.close()
        super().close()


def _answer(saved: Trouble | tuple[Breach, ...] | None) -> pe.ProfileAnswer:
    if saved is None:
        return pe.ProfileSaved()
    return pe.ProfileNotSaved(saved) if isinstance(saved, Trouble) else pe.ProfileJudged(saved)


def _no_store(trouble: Trouble) -> None:
    """A store that is not asked for cannot be refused."""
    raise RuntimeError(f"no store is opened here: {trouble.key}")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile that is changed without a window: presses go through the visit's own rules, the file is a real one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.errors import Trouble
from core.forms.entry import Entry
from core.ids import Language, QuestionPath, VisitId
from core.visit import editing
from core.visit import effects as fx
from core.visit import events as e
from core.visit import profile_events as pe
from core.visit.delays import Delays
from core.visit.editing_state import Editing
from core.visit.pages import Page
from core.visit.state import Visit
from core.visit.step import step
from kiosk.profile.file import SHIPPED
from kiosk.profile_editing.opened import OpenedProfile, open_profile
from kiosk.setting_up import begun

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def copied(folder: Path, name: str = "town-hall-kiosk") -> Path:
    """A shipped profile in a folder of its own."""
    file = folder / f"{name}.toml"
    file.write_bytes((SHIPPED / f"{name}.toml").read_bytes())
    return file


@dataclass(slots=True)
class Desk:
    """What staff do, one press after the other. `left` once they have gone, `tried` what a visitor was shown."""

    opened: OpenedProfile
    visit: Visit
    left: bool = False
    tried: tuple[Entry, ...] = ()
    looked: tuple[fx.LookForSetUp, ...] = ()
    walked: int = 0

    @classmethod
    def at(cls, file: Path) -> "Desk":
        """A desk with this file on it."""
        return cls.before(open_profile(str(file), NOW))

    @classmethod
    def before(cls, opened: OpenedProfile | Trouble) -> "Desk":
        """A desk with what was opened on it."""
        assert isinstance(opened, OpenedProfile)
        visit = Visit(VisitId("desk"), Language("en"), Delays(idle=None), begun=True)
        began = editing.begin(visit, opened.editing, opened.filling)
        desk = cls(opened, began.visit)
        desk._carry_out(began.effects)
        return desk

    def press(self, *events: e.Event) -> None:
        """One thing after the other."""
        for event in events:
            self.visit, effects = step(self.visit, event)
            self._carry_out(effects)

    def change(self, path: str, raw: str) -> None:
        """Open a setting, write a value, and go back with it, good or not."""
        there = QuestionPath(path)
        self.press(e.ChangePressed(there), e.AnswerGiven(there, raw), e.BackPressed())

    @property
    def entry(self) -> Entry:
        """The settings as they are now."""
        assert self.visit.filling is not None
        return self.visit.filling.entry

    @property
    def editing(self) -> Editing:
        """The changing, as a value."""
        assert self.visit.editing is not None
        return self.visit.editing

    @property
    def page(self) -> Page:
        """What is shown."""
        return self.visit.page

    def _carry_out(self, effects: tuple[fx.Effect, ...]) -> None:
        for effect in effects:
            match effect:
                case fx.JudgeProfile(entry=entry):
                    self.press(pe.ProfileJudged(self.opened.judged(entry)))
                case fx.SaveProfile(entry=entry):
                    saved = self.opened.save(entry)
                    if saved is None:
                        self.press(pe.ProfileSaved())
                    elif isinstance(saved, Trouble):
                        self.press(pe.ProfileNotSaved(saved))
                    else:
                        self.press(pe.ProfileJudged(saved))
                case fx.TryProfile(entry=entry):
                    self.tried = (*self.tried, entry)
                case fx.KeepSetUp(entry=entry, step=where):
                    assert begun.keep(self.opened.file, where, self.opened.written(entry)) is None
                case fx.LookForSetUp():
                    self.looked = (*self.looked, effect)
                case fx.WalkForms():
                    self.walked += 1
                case fx.EndVisit():
                    self.left = True
                case _:
                    raise AssertionError(f"nobody asks for {effect} here")


def with_keys_and_a_source(folder: Path) -> Path:
    """The profile of a machine beside which a keypad stands, and whose set-ups come from an address."""
    file = copied(folder)
    text = file.read_text("utf-8").replace("beside = []", 'beside = ["five-keys"]')
    source = f'address = "http://127.0.0.1:8311/kiosks"\nroot = "{folder / "root.json"}"'
    file.write_text(f"{text}\n[bundle]\n{source}\n", "utf-8")
    return file

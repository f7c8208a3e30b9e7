# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The times of the moving frame and of switches, each with less and more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from accessibility.hands import ways
from accessibility.hands.ways import ScanTimes
from core.ids import Language
from core.visit.state import Visit
from core.visit.way_pages import Rhythm
from i18n.formats import number
from i18n.messages import Messages
from ui.present.comfort_rows import Change, ComfortRow
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class RhythmContents:
    """The page of times."""

    language: Language
    heading: str
    hint: str
    rows: tuple[ComfortRow, ...]
    done: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.hint, own),
            (
                item
                for row in self.rows
                for item in (
                    sentence(row.title, own),
                    sentence(row.value, own),
                    *(button(change.text, own) for change in row.changes),
                )
            ),
            button(self.done, own),
        )


@dataclass(frozen=True, slots=True)
class _Time:
    """One time: its name, how it is read and set, its range, and what one press changes (s, or rounds)."""

    name: str
    now: Callable[[ScanTimes], float]
    to: Callable[[ScanTimes, float], ScanTimes]
    span: tuple[float, float]
    grain: float


MOVING = (
    _Time("step", lambda s: s.step, lambda s, v: replace(s, step=v), ways.STEP, 0.5),
    _Time("first", lambda s: s.first_extra, lambda s, v: replace(s, first_extra=v), ways.FIRST_EXTRA, 0.5),
    _Time("loops", lambda s: s.loops, lambda s, v: replace(s, loops=int(v)), ways.LOOPS, 1),
    _Time("cancel", lambda s: s.to_cancel, lambda s, v: replace(s, cancel=v), ways.CANCEL, 0.5),
)
"""What only a frame that moves by itself needs."""

PRESSING = (
    _Time("hold", lambda s: s.hold, lambda s, v: replace(s, hold=v), ways.HOLD, 0.25),
    _Time("release", lambda s: s.release, lambda s, v: replace(s, release=v), ways.RELEASE, 0.25),
)


def present_rhythm(visit: Visit, over: Rhythm, texts: Messages, setting: Setting) -> RhythmContents:
    """The times that the person's way has."""
    return RhythmContents(
        language=visit.language,
        heading=texts.text("ways.rhythm"),
        hint=texts.text("settings.sample_note"),
        rows=tuple(_row(time, texts, setting) for time in (*(MOVING if over.moving else ()), *PRESSING)),
        done=texts.text("settings.done"),
    )


def as_number(seconds: float) -> int | Decimal:
    """Seconds without needless places."""
    return int(seconds) if seconds == int(seconds) else Decimal(str(seconds))


def _row(time: _Time, texts: Messages, setting: Setting) -> ComfortRow:
    hands = setting.preferences.hands
    now = time.now(hands.scan)

    def change(name: str, value: float) -> Change:
        wished = setting.preferences.with_hands(replace(hands, scan=time.to(hands.scan, value)))
        return Change(f"rhythm.{time.name}.{name}", texts.text(f"rhythm.{name}"), "", wished)

    changes = []
    if now > time.span[0]:
        changes.append(change("less", max(now - time.grain, time.span[0])))
    if now < time.span[1]:
        changes.append(change("more", min(now + time.grain, time.span[1])))
    said = number(as_number(now), texts.language)
    value = said if time.name == "loops" else texts.text("rhythm.seconds", seconds=said)
    return ComfortRow(texts.text(f"rhythm.{time.name}"), value, tuple(changes))

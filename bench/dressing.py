# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a person waits for other colours, larger text, another language, or the next page, to be drawn.

A process of its own with a real window: for each change it prints the milliseconds, from the event to the end of
the painting, that each of some pages took.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from bench.figures import Figure, percentile
from core.ids import Language
from core.visit.pages import Home
from core.visit.state import Visit
from kiosk import children
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.opening import open_window
from kiosk.session.setting import setting_now
from kiosk.session.window import Window
from ui import screens as screens_of
from ui.present.setting import Setting
from ui.registry import screens
from ui.registry_typing import MadeUpConverter

if TYPE_CHECKING:
    from ui.pages.reporting import Report

GOAL: Final = 100.0
"""Milliseconds that a change may take, on 95 of 100 pages."""

THEMES: Final = ("high-dark", "high-light", "yellow-on-black", "low-glare", "standard")
STEPS: Final = (2, 3, 4, 5, 1)
LANGUAGES: Final = tuple(Language(tag) for tag in ("ar", "zh-Hans", "hi", "es", "en"))
EVERY: Final = 3
"""One page of so many of the registry is measured."""

Taken = tuple[float, float]
"""Milliseconds by the clock, and of processor time, which does not depend on what else the machine does."""

MEASURE: Final = ScreenMeasure(1366, 768, 102.0)
NOW: Final = 1_700_000_000.0


class Painted(QObject):
    """Notices that the window has been painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See QObject."""
        del watched
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


class Dressing:
    """One window, shown, of which the time of each change is taken."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        opening = open_window(profile, None, MEASURE, NOW, trial=False)
        first = Visit(next(iter(screens().values())).id, profile.languages[0], profile.delays, page=Home())
        self.window = Window(
            first, opening.preferences, MEASURE, self._setting, _nobody, opening, MadeUpConverter()
        )
        self._painted = Painted()
        opening.shell.installEventFilter(self._painted)
        opening.shell.resize(MEASURE.width_px, MEASURE.height_px)
        opening.shell.show()
        self._settle()

    def _setting(self, preferences: Preferences) -> Setting:
        return setting_now(
            self._profile, NOW, preferences, can_print=True, trial=False, cameras=(False, False)
        )

    def page(self, visit: Visit) -> Taken:
        """Another page."""
        began = self._begin()
        self.window.draw(visit)
        return self._end(began)

    def read(self, visit: Visit) -> Taken:
        """What a page says, without drawing it."""
        began = time.perf_counter(), time.process_time()
        screens_of.readable(visit, self.window.texts, self._setting(self.window.preferences))
        return (time.perf_counter() - began[0]) * 1000, (time.process_time() - began[1]) * 1000

    def prefer(self, preferences: Preferences, visit: Visit) -> Taken:
        """Other preferences."""
        began = self._begin()
        self.window.prefer(preferences, visit)
        return self._end(began)

    def _begin(self) -> Taken:
        self._settle()
        self._painted.seen = False
        return time.perf_counter(), time.process_time()

    def _end(self, began: Taken) -> Taken:
        while not self._painted.seen:
            QApplication.processEvents()
        return (time.perf_counter() - began[0]) * 1000, (time.process_time() - began[1]) * 1000

    def _settle(self) -> None:
        # No loop runs here that would throw away what is done with, as a session's does after each press.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        until = time.perf_counter() + 0.03
        while time.perf_counter() < until:
            QApplication.processEvents()


def _nobody(report: "Report") -> None:
    """Nothing is pressed here."""
    del report


def _times(dressing: Dressing, profile: Profile) -> dict[str, list[Taken]]:
    times: dict[str, list[Taken]] = {"another page": [], "theme": [], "text size": [], "language": []}
    usual = dressing.window.preferences
    by_language = {language: screens(language) for language in LANGUAGES}
    for name in list(screens(profile.languages[0]))[::EVERY]:
        visit = by_language[Language("en")][name]
        times["another page"].append(dressing.page(visit))
        for theme in THEMES:
            times["theme"].append(dressing.prefer(usual.with_theme(theme), visit))
        for step in STEPS:
            times["text size"].append(dressing.prefer(usual.with_text_step(step), visit))
        for language in LANGUAGES:
            times["language"].append(dressing.page(replace(by_language[language][name], language=language)))
    return times


def main() -> None:
    """Measure, and print one JSON object."""
    application = QApplication(sys.argv[:1])
    profile = load("town-hall-kiosk")
    if not isinstance(profile, Profile):
        raise TypeError("the shipped profile does not open")
    times = _times(Dressing(profile), profile)
    del application
    json.dump(times, sys.stdout)


def measure(environment: Mapping[str, str]) -> Iterator[Figure]:
    """Run the process on a screen; its figures."""
    command = (sys.executable, "-m", "bench.dressing")
    wanted = {**environment, "PYTHONPATH": children.OWN_CODE}
    done = subprocess.run(command, env=wanted, check=True, capture_output=True)
    for what, taken in json.loads(done.stdout).items():
        times, spent = [one for one, _ in taken], [one for _, one in taken]
        worst = percentile(times, 0.95)
        yield Figure(f"{what} drawn, median of {len(times)}", percentile(times, 0.5), "ms")
        yield Figure(f"{what} drawn, processor time, p95", percentile(spent, 0.95), "ms")
        yield Figure(f"{what} drawn, p95", worst, "ms", None, f"under {GOAL:.0f} ms", worst < GOAL)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen under test: one registered screen in one look, shown in a real window, with all that was painted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from core.visit.state import Visit
from i18n.messages import Messages
from i18n.pseudo import pseudo_long, pseudo_right_to_left
from tests.support.checks.painting import Painted, Pixels, painted, pictures, pixels
from tests.support.showing import GLASSES, Shown, turn_to
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.registry import screens
from ui.registry_setting import a_kiosk, at_home
from ui.registry_typing import converter_for
from ui.shell import Shell

THEMES = ("standard", "high-dark", "high-light", "yellow-on-black", "low-glare", "system")
STEPS = (1, 2, 3, 4, 5)
LANGUAGES = ("en", "zh-Hans", "ar", "pseudo-long", "pseudo-rtl")
MODES = ("standard", "assisted")
GLASS = ("K1", "K2", "H1")
DISTANCE_MM = {"K1": 600, "K2": 600, "H1": 550, "K3": 600, "K4": 600}
MOST_PAGES = 40
LARGE_LETTERS = 3
"""From this text step on, strokes are at least four pixels wide."""


@dataclass(frozen=True, slots=True)
class Case:
    """How a screen is shown. `system` is a home computer that asks for dark colours."""

    theme: str = "standard"
    step: int = 1
    language: str = "en"
    mode: str = "standard"
    glass: str = "K2"
    low: bool = False

    def __str__(self) -> str:
        return (
            f"{self.glass}-T{self.step}-{self.theme}-{self.language}-{self.mode}{'-low' if self.low else ''}"
        )

    @property
    def assisted(self) -> bool:
        """Whether everything is larger and slower."""
        return self.mode == "assisted"

    @property
    def preferences(self) -> Preferences:
        """The same as a person's preferences."""
        return Preferences(text_step=self.step, theme=self.theme, assisted=self.assisted, low_reach=self.low)

    @property
    def texts(self) -> Messages:
        """The program's words."""
        match self.language:
            case "pseudo-long":
                return pseudo_long()
            case "pseudo-rtl":
                return pseudo_right_to_left()
            case tag:
                return Messages.load(tag)


@dataclass(slots=True)
class ScreenUnderTest:
    """A shown screen. What was painted is looked at once for each state; `changed` forgets it."""

    name: str
    case: Case
    visit: Visit
    shown: Shown
    _painted: tuple[Painted, ...] | None = None
    _pixels: Pixels | None = None

    @property
    def shell(self) -> Shell:
        """The window."""
        return self.shown.shell

    @property
    def look(self) -> Look:
        """What it is drawn with."""
        return self.shown.look

    @property
    def page(self) -> PageFrame:
        """The page in the window."""
        assert self.shell.page is not None
        return self.shell.page

    def mm(self, px: float) -> float:
        """Millimetres on this glass."""
        return px * 25.4 / self.look.screen.ppi

    def painted(self) -> tuple[Painted, ...]:
        """Every text that is painted in the window now."""
        if self._painted is None:
            self._painted = painted(self.shell, self.look.language)
        return self._painted

    @property
    def times(self) -> int:
        """Device pixels for one of the window where contrast is measured: the cores of letters are solid (P7)."""
        return 2 if self.case.step < LARGE_LETTERS else 1

    def pixels(self) -> Pixels:
        """The window as it is drawn, `times` as large."""
        if self._pixels is None:
            self._pixels = pixels(self.shell, self.times)
        return self._pixels

    def pictures(self) -> tuple[tuple[str, QWidget, QRect], ...]:
        """Every pictogram that is painted in the window now."""
        return pictures(self.shell)

    def changed(self) -> None:
        """Something on the screen is different now."""
        QApplication.processEvents()
        self._painted = self._pixels = None

    def turn(self) -> bool:
        """Show the next part of the content. False after the last."""
        more = self.page.findChild(QAbstractButton, "foot.more")
        if more is None or not more.isVisible() or self.page.page_count < 2:
            return False
        more.click()
        self.changed()
        return self.page._frame_page != 0


@contextmanager
def screen(name: str, case: Case, *, mirrored: bool = False) -> Iterator[ScreenUnderTest]:
    """Show a registered screen. `mirrored` runs the page from right to left whatever its language."""
    texts = case.texts
    visit = replace(
        screens(Language(texts.language))[name], assisted=case.assisted, apart=case.preferences.apart
    )
    look = Look(case.preferences, GLASSES[case.glass], visit.language, texts, dark=True)
    setting = at_home() if case.glass == "H1" else a_kiosk()
    setting = replace(setting, preferences=case.preferences).on_glass(look.layout)
    if mirrored:
        look.rtl = not look.rtl
    before = QApplication.activeWindow()
    shell = Shell(look)
    shell.resize(GLASSES[case.glass].width_px, GLASSES[case.glass].height_px)
    shell.show()
    shown = Shown(shell, look, setting, texts, [], Keyboards(converter_for(name)))
    try:
        turn_to(shown, visit)
        _activate(shell)
        yield ScreenUnderTest(name, case, visit, shown)
    finally:
        shell.close()
        shell.deleteLater()
        if before is not None:
            # The window that this one was shown over has the focus again.
            _activate(before)


def _activate(window: QWidget) -> None:
    window.activateWindow()
    for _ in range(3):
        QApplication.processEvents()


def inside(holder: QWidget, widget: QWidget) -> bool:
    """Whether `widget` is `holder` or within it."""
    return holder is widget or holder.isAncestorOf(widget)

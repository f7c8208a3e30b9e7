# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of the registry in every theme, at 100 % and 300 %, in Latin, Arabic and Chinese letters:
`python -m kiosk.shots_gallery FOLDER [SCREEN ...]`.

Each screen has a folder with its pictures, and one sheet with all of them side by side: rows are languages and text
sizes, columns themes. The screens are shared among as many processes as there are processors, since each one has a
window of its own and none needs another.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.themes import SYSTEM
from core.ids import Language
from i18n.messages import Messages
from kiosk.shots_dresses import LAPTOP, WIDE
from ui.keyboard.keyboards import Keyboards
from ui.present.comfort_rows import THEMES as EVERY_THEME
from ui.registry import screens
from ui.registry_setting import a_kiosk, at_home
from ui.registry_typing import converter_for
from ui.screens import bar_contents, build_page, masthead_contents, readable
from ui.shell import Shell

THEMES: Final = tuple(name for name in EVERY_THEME if name != "evening")
"""Those that can be chosen; `evening` is what `system` brings to a desktop with dark colours."""
SIZES: Final = {1: "100", STEPS: "300"}
"""Text step → the per cent that it stands for."""
LANGUAGES: Final = tuple(Language(tag) for tag in ("en", "ar", "zh-Hans"))

SHEET_WIDTH: Final = 640
"""Pixels of one picture on a sheet."""
GAP: Final = 8
QUALITY: Final = 88
FORMAT: Final = "jpg"


@dataclass(frozen=True, slots=True)
class Exposure:
    """One look in which a screen is drawn. The desktop's own colours are there at home only, where it is dark."""

    theme: str
    step: int
    language: Language

    @property
    def name(self) -> str:
        """What its picture is called."""
        return f"{self.language}-{SIZES[self.step]}-{self.theme}"

    @property
    def home(self) -> bool:
        """Whether it is somebody's own computer."""
        return self.theme == SYSTEM

    @property
    def screen(self) -> ScreenMeasure:
        """The glass."""
        return LAPTOP if self.home else WIDE


def exposures() -> Iterator[Exposure]:
    """Every look, in the order in which a sheet shows them."""
    for language in LANGUAGES:
        for step in SIZES:
            for theme in THEMES:
                yield Exposure(theme, step, language)


def drawn(name: str, how: Exposure) -> QImage:
    """The first part of a screen of the registry. KeyError for a name that it does not have."""
    chosen = Preferences(text_step=how.step, theme=how.theme)
    visit = replace(screens(how.language)[name], apart=chosen.apart)
    texts = Messages.load(how.language)
    look = Look(chosen, how.screen, how.language, texts, dark=how.home)
    setting = replace(at_home() if how.home else a_kiosk(), preferences=chosen).on_glass(look.layout)
    shell = Shell(look)
    shell.resize(how.screen.width_px, how.screen.height_px)
    shell.show()
    keyboards = Keyboards(converter_for(name))
    page = build_page(visit, readable(visit, texts, setting), look, _nothing, keyboards)
    shell.show_page(page, bar_contents(visit, texts), masthead_contents(visit, texts, setting), look)
    for _ in range(3):
        QApplication.processEvents()
    picture = shell.grab().toImage()
    shell.close()
    shell.deleteLater()
    # No event loop runs here that would let go of it; a few hundred windows are gigabytes.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def sheet(pictures: Sequence[QImage]) -> QImage:
    """All pictures of one screen, a row for each language and size."""
    columns = len(THEMES)
    small = [one.scaledToWidth(SHEET_WIDTH, Qt.TransformationMode.SmoothTransformation) for one in pictures]
    high = max(one.height() for one in small)
    rows = -(-len(small) // columns)
    whole = QImage(columns * (SHEET_WIDTH + GAP) - GAP, rows * (high + GAP) - GAP, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(whole)
    for place, one in enumerate(small):
        row, column = divmod(place, columns)
        at = QRect(column * (SHEET_WIDTH + GAP), row * (high + GAP), one.width(), one.height())
        painter.drawImage(at, one)
    painter.end()
    return whole


def photograph(target: Path, name: str) -> int:
    """Write the pictures of one screen and their sheet. Returns how many pictures there are."""
    if QApplication.instance() is None:
        QApplication(sys.argv[:1])
    folder = target / name
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for how in exposures():
        picture = drawn(name, how)
        _write(picture, folder / f"{how.name}.{FORMAT}")
        pictures.append(picture)
    _write(sheet(pictures), target / f"{name}.{FORMAT}")
    return len(pictures)


def photograph_all(target: Path, names: Sequence[str] = ()) -> int:
    """The same for the screens of these names, or for all. Returns how many pictures there are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target.mkdir(parents=True, exist_ok=True)
    # Qt does not outlive a fork.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=fresh) as workers:
        return sum(workers.map(partial(photograph, target), tuple(names) or tuple(screens())))


def _write(picture: QImage, file: Path) -> None:
    if not picture.save(str(file), quality=QUALITY):
        raise OSError(f"{file} cannot be written")


def _nothing(report: object) -> None:
    """Nobody presses anything."""
    del report


if __name__ == "__main__":
    words = sys.argv[1:] or ["shots"]
    print(f"{photograph_all(Path(words[0]), words[1:])} pictures in {words[0]}")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows any screen of the registry in a real window of a given size, as the program would."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.visit.state import Visit
from i18n.messages import Messages
from ui.keyboard.keyboards import Keyboards
from ui.present.setting import Setting
from ui.registry_setting import a_kiosk, at_home
from ui.registry_typing import MadeUpConverter
from ui.screens import bar_contents, build_page, masthead_contents, readable
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.pages.reporting import Report

SIZES = {
    "H1": ScreenMeasure(1366, 768, 100),
    "K2": ScreenMeasure(1920, 1080, 102),
    "K1": ScreenMeasure(1080, 1920, 141),
    "K3": ScreenMeasure(1440, 2560, 91.7),
}
GLASSES = {**SIZES, "K4": ScreenMeasure(1440, 2560, 91.7, floor_mm=860)}
"""With one that hangs so that its upper part is out of reach."""


@dataclass(slots=True)
class Shown:
    """A window with a page in it, and everything the page has reported."""

    shell: Shell
    look: Look
    setting: Setting
    texts: Messages
    reported: "list[Report]"
    keyboards: Keyboards = field(default_factory=lambda: Keyboards(MadeUpConverter()))


def show(
    visit: Visit,
    size: str = "K2",
    step: int = 1,
    preferences: Preferences | None = None,
    texts: Messages | None = None,
    on_a_kiosk: bool = False,
) -> Shown:
    """Show a visit. H1 is a home computer unless it is `on_a_kiosk`, the others are kiosks, K3 is 32 inches upright.

    `texts` are other words than the program's.
    """
    chosen = (preferences or Preferences()).with_text_step(step)
    texts = texts or Messages.load(visit.language)
    look = Look(chosen, SIZES[size], visit.language, texts)
    setting = at_home() if size == "H1" and not on_a_kiosk else a_kiosk()
    setting = replace(setting, preferences=chosen).on_glass(look.layout)
    shell = Shell(look)
    shell.resize(SIZES[size].width_px, SIZES[size].height_px)
    shell.show()
    shown = Shown(shell, look, setting, texts, [])
    turn_to(shown, visit)
    return shown


def turn_to(shown: Shown, visit: Visit) -> None:
    """Show another visit in the same window."""
    page = build_page(
        visit,
        readable(visit, shown.texts, shown.setting),
        shown.look,
        shown.reported.append,
        shown.keyboards,
    )
    masthead = masthead_contents(visit, shown.texts, shown.setting)
    shown.shell.show_page(page, bar_contents(visit, shown.texts), masthead, shown.look)
    QApplication.processEvents()

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a question in it, its bar, and the line on top."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from accessibility.qt.look import Look
from core.ids import Language
from tests.support.looks import GLASS
from ui.page_frame import PageFrame
from ui.parts.boxes import Column
from ui.parts.buttons import PrimaryButton
from ui.parts.choice import ChoiceCard
from ui.present.bar import BarContents
from ui.present.masthead import MastheadContents
from ui.shell import Shell

LANGUAGES = ("en", "es", "ar", "zh-Hans")


def bar_of(made: Look) -> BarContents:
    text = made.texts.text
    return BarContents(
        language=Language(made.language),
        back=text("bar.back"),
        help=text("bar.help"),
        help_short=text("bar.help_short"),
        read=text("bar.read"),
        read_short=text("bar.read_short"),
        settings=text("bar.settings"),
        languages=text("bar.language"),
        finish=text("bar.finish"),
        reading=False,
    )


def masthead_of(made: Look, *, trial: bool = False) -> MastheadContents:
    text = made.texts.text
    return MastheadContents(
        language=Language(made.language),
        town="Port Amity",
        services=text("masthead.services"),
        state=text("masthead.connected"),
        state_short=text("masthead.connected"),
        states_short=(text("masthead.connected"),),
        connected=True,
        trial=text("masthead.trial") if trial else "",
        notice="",
    )


def question(made: Look) -> PageFrame:
    page = PageFrame(made)
    page.set_heading("Who is moving with you?", hint="Choose one. You can change it later.")
    cards = [ChoiceCard(made, words, chosen=words == "Only me") for words in ("Only me", "My family")]
    for number, card in enumerate(cards):
        card.setObjectName(f"answer.{number}")
    page.add(Column(made, cards))
    primary = PrimaryButton(made, "Continue")
    primary.setObjectName("foot.primary")
    page.set_foot([primary])
    return page


def shown(shells: list[Shell], made: Look, glass: str = "K2", bar: BarContents | None = None) -> Shell:
    shell = Shell(made)
    shells.append(shell)
    shell.resize(GLASS[glass].width_px, GLASS[glass].height_px)
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    shell.show_page(question(made), bar or bar_of(made), masthead_of(made), made)
    QApplication.processEvents()
    return shell


def places(shell: Shell) -> dict[str, QRect]:
    """Where each button of the bar that is shown lies in the window."""
    assert shell.bar is not None
    return {
        name: QRect(button.mapTo(shell, QPoint(0, 0)), button.size())
        for name, button in shell.bar.buttons.items()
        if button.isVisible()
    }

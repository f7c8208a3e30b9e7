# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that mean something to a widget which guesses, and what notices that one has guessed; asserts nothing."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.desktop_links import give_links_back, take_links

COLOUR: Final = QColor(255, 0, 254)
"""Of the picture that must not be seen; no theme has it."""

LONG: Final = 1_000_000
TURNED: Final = "\u202e"


def canaries(picture: Path) -> tuple[str, ...]:
    """Texts that mean something to one widget or another."""
    image = f"<img src='file://{picture}' width=300 height=300>"
    return (
        f"{image} picture",
        f"<a href='https://canary.example/'>{image}a link</a>",
        "<table>" * 13 + f"<tr><td>{image}</td></tr>" + "</table>" * 13,
        f"<!doctype html><html><body bgcolor='#ff00fe'>{image}</body></html>",
        f"![picture](file://{picture}) [link](https://canary.example/) # heading",
        "Fish && chips &File &amp; &lt;b&gt;peas",
        f"{TURNED}turned around\u202c \u2067in\u2069 \u200fmarks",
        "zalgo" + "\u0301" * 300,
        "\x00\x07\x1b]0;title\x07bell\r\n\u2028end",
        "x" * LONG,
        "word " * (LONG // 5),
        "https://canary.example/ mailto:a@canary.example file:///etc/passwd",
    )


class Links(QObject):
    """Notes every address that is given to the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        take_links(self, "open")

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Called by Qt in the desktop's place."""
        self.opened.append(url.toString())

    def close(self) -> None:
        """Give the addresses back to the desktop."""
        give_links_back()


def plant_label(text: str, page: QWidget | None) -> None:
    """The seeded fault: one label of Qt's own on a page, which guesses what it is given."""
    QLabel(text, page).show()
    QApplication.processEvents()

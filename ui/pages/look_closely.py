# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that shows one picture of a form as large as there is room."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.form_picture import FormPicture
from ui.present.look_closely import LookContents


class LookCloselyPage(PageFrame):
    """The picture takes all that the heading and the buttons leave."""

    def __init__(self, look: Look, contents: LookContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_heading(contents.heading.text, language=contents.heading.language)
        self.add(FormPicture(look, contents.picture, contents.name, grow=True), grow=True)
        foot: list[QWidget] = [
            reports(PrimaryButton(look, contents.back), "foot.primary", e.ContinuePressed(), send)
        ]
        if contents.more:
            more = Button(look, contents.more, "forward")
            foot.append(reports(more, "foot.more", e.MorePressed(), send))
        self.set_foot(foot)

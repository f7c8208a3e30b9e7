# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a question's page for what its form shows and plays."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button
from ui.parts.form_picture import FormPicture
from ui.present.illustrated import MediaContents


def media_above(look: Look, media: MediaContents, send: Send) -> Iterator[QWidget]:
    """The picture of the question, and what plays its recording: before its answers."""
    if media.picture:
        picture = FormPicture(look, media.picture, media.name)
        picture.setObjectName("question.picture")
        yield picture
    if media.listen:
        listen = Button(look, media.listen, "read-aloud")
        yield reports(listen, "question.listen", e.SoundPressed(), send)


def media_below(look: Look, media: MediaContents, send: Send) -> Iterator[QWidget]:
    """What leads to the pictures, large: after its answers, which are what people come for."""
    if media.larger:
        larger = Button(look, media.larger, "search")
        yield reports(larger, "question.larger", e.PicturesPressed(), send)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways of pressing to choose from, and the times of the moving frame."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit.way_pages import Rhythm
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.setting_rows import setting_row
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.grid import Grid
from ui.parts.mark import Notice
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.present.rhythm import RhythmContents
from ui.present.ways import WayOffer, WaysContents


class WaysPage(PageFrame):
    """A press on a way leads to its practice, never straight into it."""

    def __init__(self, look: Look, contents: WaysContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        large.keep_few(self, look)
        own = contents.language
        heading, note = Phrase(contents.heading, own), Phrase(contents.note, own)
        large.plain_head(self, look, heading, note)
        if contents.unkept and large.is_large(look):
            self.add(PlainText(look, contents.unkept, "strong"))
        elif contents.unkept:
            self.add(Notice(look, "plain", "back", contents.unkept))
        offers = [self._offer(look, offer, send) for offer in contents.offers]
        columns = large.columns_of_rows(look)
        self.add(Grid(look, offers, columns, gap="s2"))
        done = PrimaryButton(look, contents.done, "check")
        foot = [reports(done, "foot.primary", e.ContinuePressed(), send)]
        if contents.rhythm:
            rhythm = Button(look, contents.rhythm, "clock")
            foot.append(reports(rhythm, "foot.rhythm", e.WayPageChanged(Rhythm(contents.moving)), send))
        self.set_foot(foot)

    def _offer(self, look: Look, offer: WayOffer, send: Send) -> QWidget:
        note = "" if large.is_very_large(look) else offer.note
        row = RowButton(look, "" if large.is_large(look) else offer.picture, offer.title, note)
        return reports(row, f"way.{offer.way.value}", e.WayPageChanged(offer.leads_to), send)


class RhythmPage(PageFrame):
    """Each time with less and more; they act at once."""

    def __init__(
        self, look: Look, contents: RhythmContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        large.keep_few(self, look)
        own = contents.language
        large.plain_head(self, look, Phrase(contents.heading, own), Phrase(contents.hint, own))
        self.add(Column(look, [setting_row(look, row, send) for row in contents.rows], gap="s1"))
        done = PrimaryButton(look, contents.done, "check")
        self.set_foot([reports(done, "foot.primary", e.ContinuePressed(), send)])

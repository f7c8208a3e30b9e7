# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which staff change a profile, made of the parts that citizens' pages are made of."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit import profile_events as pe
from ui.fields.rank import RankField
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.large_letters import as_lines
from ui.pages.profile_parts import add_saying, setting_row
from ui.pages.reporting import Send, reports
from ui.pages.sample import Sample
from ui.parts.boxes import Column, Together
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.grid import Grid
from ui.parts.leading import leading
from ui.parts.search import SearchBand
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.present.ordering import RankContents
from ui.present.profile import ChangeRow, GroupDoor, ProfileContents
from ui.present.true_size import TrueSize


class ProfilePage(PageFrame):
    """All groups, one group, or what has changed. The first button of the foot answers always: with its reason, too."""

    def __init__(
        self, look: Look, contents: ProfileContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        large.keep_few(self, look)
        own = contents.language
        large.plain_head(self, look, Phrase(contents.heading, own), Phrase(contents.hint, own))
        add_saying(self, look, contents.saying)
        if contents.find:
            self.add(reports(SearchBand(look, contents.find), "profile.find", e.SearchOpened(), send))
        if contents.doors:
            columns = large.columns_of_rows(look)
            self.add(Grid(look, [_door(look, one, send) for one in contents.doors], columns, gap="s2"))
        if contents.compare:
            # Not in the foot: each button there is a group less on every part of the page.
            compare = RowButton(look, "documents", contents.compare)
            self.add(reports(compare, "profile.compare", pe.ProfileChangesPressed(), send))
        rows = [part for one in contents.rows for part in setting_row(look, one, send)]
        rows += [part for one in contents.changes for part in _change(look, one)]
        if rows and as_lines(look):
            for part in rows:
                self.add(part)
        elif rows:
            self.add(Column(look, rows, gap="s3" if contents.changes else "s1"))
        if contents.order:
            way = RowButton(look, "language", contents.order)
            self.add(reports(way, "profile.order", pe.ProfileOrderPressed(), send))
        self._rank = self._add_rank(contents.rank, send) if contents.rank is not None else None
        if contents.nothing:
            self.add(PlainText(look, contents.nothing))
        if contents.true_size is not None:
            self.add(PlainText(look, contents.true_size.facts, color="ink_soft"))
            if look.layout.aside == "beside":
                self.set_beside(_sample(look, contents.true_size))
        self._set_buttons(look, send)

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same; an order is told by the cards that are there."""
        if self._rank is None or not isinstance(contents, ProfileContents) or contents.rank is None:
            return contents == self._contents
        same = replace(contents, rank=self._contents.rank) == self._contents
        if not same or not self._rank.refresh(contents.rank):
            return False
        self._contents = contents
        return True

    def _add_rank(self, contents: RankContents, send: Send) -> RankField:
        rank = RankField(self.look, contents, self)
        rank.answered.connect(lambda raw: send(pe.ProfilePlaced(raw)))
        for block in rank.blocks:
            self.add(block)
        return rank

    def _set_buttons(self, look: Look, send: Send) -> None:
        contents = self._contents
        first: list[QWidget] = []
        if contents.save:
            save = PrimaryButton(look, contents.save, "check")
            first.append(reports(save, "foot.primary", pe.ProfileSavePressed(), send))
        if contents.done:
            done = (
                Button(look, contents.done, "back") if first else PrimaryButton(look, contents.done, "check")
            )
            first.append(reports(done, "foot.done" if first else "foot.primary", e.ContinuePressed(), send))
        others = [
            reports(Button(look, text, picture), f"foot.{name}", event, send)
            for text, picture, name, event in (
                (contents.leave, "delete", "leave", pe.ProfileLeft()),
                (contents.try_it, "you", "try", pe.ProfileTryPressed()),
                (contents.undo, "back", "undo", e.UndoPressed()),
            )
            if text
        ]
        if look.layout.one_button:
            for other in (*first[1:], *others):
                self.add(other)
            self.set_foot(first[:1])
        else:
            self.set_foot([*first, *others])


def _door(look: Look, door: GroupDoor, send: Send) -> QWidget:
    note = "" if large.is_large(look) else door.note
    tile = RowButton(look, door.picture, door.title, note)
    return reports(tile, f"profile.{door.name}", pe.ProfileGroupChosen(door.name), send)


def _change(look: Look, row: ChangeRow) -> list[QWidget]:
    parts: list[QWidget] = [
        leading(PlainText(look, row.title.text, color="ink_soft", language=row.title.language)),
        leading(PlainText(look, row.now.text, "strong", language=row.now.language)),
        PlainText(look, row.before),
    ]
    return parts if as_lines(look) else [Together(look, parts, gap="s1")]


def _sample(look: Look, size: TrueSize) -> QWidget:
    """Drawn as it would be on a glass of those pixels, and so at its true size where this is that glass."""
    preferences = replace(look.preferences, text_step=size.text_step, assisted=size.assisted)
    drawn = Look(preferences, replace(look.screen, ppi=size.ppi), look.language, look.texts)
    return Sample(drawn, size.sample)

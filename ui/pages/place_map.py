# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which a place is shown on the town's map; the list of names is one press away."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.places import Point
from core.visit import events as e
from ui.fields.left_out import leave_in
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.parts.boxes import Together
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.map_pad import MapPad
from ui.parts.map_picture import MapPicture
from ui.parts.text import PlainText
from ui.present.place_map import PlaceMapContents

PAD_SHARE: Final = 0.4
"""The keys' share of a page that is wider than high."""

SHORT_FROM: Final = 3
"""The text step from which keys have no arrows, and less is said of how to use them."""


class PlaceMapPage(PageFrame):
    """Each press changes the map in place; only the first look builds the page."""

    def __init__(
        self, look: Look, contents: PlaceMapContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents, self._send = contents, send
        large = look.layout.one_button
        # Where room is short, what is said of the map goes before what is said of its keys.
        self._short = look.layout.kind == "narrow" or look.preferences.text_step >= SHORT_FROM
        hint = contents.hint if self._short else " ".join((contents.hint, contents.press)).strip()
        self.set_heading(contents.heading.text, language=contents.heading.language, hint=hint)
        self._where = self.add(PlainText(look, contents.where))
        self._keys: dict[str, Button] = {}
        self._step: PlainText | None = None
        if contents.plan is not None:
            self._add_map(large)
        if contents.attribution:
            self.add(PlainText(look, contents.attribution, color="ink_soft"))
        self._on = PrimaryButton(look, contents.on, contents.picture)
        self._on.setObjectName("foot.primary")
        self._on.activated.connect(self._on_on)
        few = look.layout.one_button or (look.preferences.assisted and look.layout.portrait)
        if contents.plan is not None and few:
            # Where the map and its keys take a part of the page to themselves, the way on comes with the next.
            self.add(self._on)
        else:
            self.set_foot([self._on])
        self._show()

    def refresh(self, contents: object) -> bool:
        """Show another view, and what it says."""
        if not isinstance(contents, PlaceMapContents) or _frame(contents) != _frame(self._contents):
            return False
        self._contents = contents
        self._where.set_text(contents.where)
        if self._step is not None:
            self._step.set_text(contents.step)
        self._show()
        self.arrange()
        return True

    def arrange(self) -> None:
        """See `ComposedPage`. Keys beside a page that has to be parted are parted with it."""
        super().arrange()
        if self._frame_beside is not None and self.page_count > 1:
            pad, self._frame_beside = self._frame_beside, None
            self.add(pad)
            if self.look.preferences.assisted:
                self._frame_foot.widgets = ()
                self.add(self._on)
            super().arrange()

    def _add_map(self, large: bool) -> None:
        """The map with its keys; in large letters what is pressed and what it does are never on two parts of a page."""
        self._picture = MapPicture(self.look, self._contents.name)
        self._picture.aimed.connect(self._on_aimed)
        pad = self._make_pad()
        if large:
            self.add(Together(self.look, [self._picture, pad], "s3"))
            return
        if not self._short:
            self._step = self.add(PlainText(self.look, self._contents.step, color="ink_soft"))
        self.add(self._picture, grow=True)
        if self.look.layout.portrait:
            self.add(pad)
        else:
            self.set_beside(pad)

    def _make_pad(self) -> MapPad:
        look = self.look
        for one in self._contents.pad:
            picture = one.picture if look.preferences.text_step < SHORT_FROM else None
            key = self._keys[one.name] = Button(look, one.text, picture, wide=True)
            key.setObjectName(f"map.{one.name}")
            key.activated.connect(partial(self._on_key, one.name))
        margins = 2 * look.sizes.scaled(look.layout.margin)
        room = look.screen.width_px - look.px(look.layout.rail) - margins
        below = look.layout.portrait or look.layout.one_button
        return MapPad(look, self._keys, room if below else round(room * PAD_SHARE))

    def _show(self) -> None:
        contents = self._contents
        if contents.plan is None or contents.view is None:
            return
        points, closed = contents.points, contents.closed
        self._picture.show_map(contents.plan, contents.view, contents.pictures, points, closed=closed)
        for one in contents.pad:
            key = self._keys[one.name]
            if not one.there and key.hasFocus():
                self.heading.setFocus()
            leave_in(key, shown=one.there)

    def _on_key(self, name: str) -> None:
        self._send(next(one.event for one in self._contents.pad if one.name == name))

    def _on_aimed(self, point: object) -> None:
        assert isinstance(point, tuple)
        self._send(e.MapAimed(Point(*point)))

    def _on_on(self) -> None:
        self._send(self._contents.event)


def _frame(contents: PlaceMapContents) -> tuple[object, ...]:
    """Everything that a press on the map does not change."""
    keys = tuple((one.name, one.text) for one in contents.pad)
    opened = contents.plan
    return (contents.language, contents.heading, contents.attribution, contents.on, keys, opened)

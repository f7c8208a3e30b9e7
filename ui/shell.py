# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: the fixed bar, the line on top, and the page that is shown now."""

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from accessibility.qt.look import Look
from core.ids import QuestionPath
from ui.accessible_roles import tell_roles
from ui.page_frame import PageFrame
from ui.parts.text import PlainText
from ui.parts.typed import Typed
from ui.present.bar import BarContents
from ui.present.masthead import MastheadContents
from ui.shell_bar import Bar
from ui.shell_clearing import Clearing
from ui.shell_curtain import Curtain
from ui.shell_focus_ring import FocusRing
from ui.shell_ground import Ground
from ui.shell_masthead import Masthead
from ui.shell_spoken_mark import SpokenMark

if TYPE_CHECKING:
    from ui.input_gate import InputGate


class Shell(QMainWindow):
    """Shows one page at a time. Signals: `pressed`, with the place of the bar that was pressed; `missed`; `typed`,
    with a `Typed`, when a person has written.

    `missed` tells of a press beside everything, with the words that stand there: somebody is there (TIM-02), and wants
    to hear them (SPK-12) or is perhaps in trouble.

    `gate`, when there is one, is told of every change of page.
    """

    pressed = Signal(str)
    missed = Signal(str)
    typed = Signal(object)

    def __init__(self, look: Look, gate: "InputGate | None" = None, parent: QWidget | None = None) -> None:
        tell_roles()
        super().__init__(parent)
        self.look = look
        self.page: PageFrame | None = None
        self._gate = gate
        self._ground = Ground(look, self)
        self._bar: Bar | None = None
        self._masthead: Masthead | None = None
        self._bar_contents: BarContents | None = None
        self.setCentralWidget(self._ground)
        self.spoken_mark = SpokenMark(look, self._ground)
        self.curtain = Curtain(self)
        self._ring = FocusRing(look, self._ground)
        self._ordered: list[QWidget] = []
        self._was_at: QuestionPath | None = None
        self._clearing = Clearing(self)

    def event(self, event: QEvent) -> bool:
        """See QWidget. Fields tell of what is written in them."""
        if isinstance(event, Typed):
            self.typed.emit(event)
            return True
        return super().event(event)

    @property
    def ring(self) -> FocusRing:
        """The ring around what has the focus."""
        return self._ring

    @property
    def bar(self) -> Bar | None:
        """The bar, once a page was shown."""
        return self._bar

    def show_page(
        self,
        page: PageFrame,
        bar: BarContents,
        masthead: MastheadContents,
        look: Look,
        *,
        keep_focus: bool = False,
    ) -> None:
        """Put `page` in the place of the one before, which is thrown away soon after.

        `keep_focus` is for the same page built anew: what had the focus gets it again, by its object name;
        otherwise the focus comes to the heading, or to where the page begins.
        """
        focus = QApplication.focusWidget()
        name = page.called_here(focus.objectName()) if focus is not None and keep_focus else ""
        self._was_at = self.at
        if look is not self.look or self._bar is None:
            self._take_look(look)
        before, self.page = self.page, page
        page.setParent(self._ground)
        self.update_bar(bar)
        self._renew_masthead(masthead)
        self._arrange()
        page.show()
        if not self.isVisible():
            # Nobody tells a hidden page its size.
            page.arrange()
        if before is not None:
            self._clearing.throw_away(before)
        self._order()
        page.composed.connect(self._on_composed)
        self._focus(name)
        # What comes by itself may move a button: a press that is under way then was not meant for what is there now.
        if self._gate is not None and (not keep_focus or page.awaits_news):
            self._gate.page_changed()

    @property
    def at(self) -> QuestionPath | None:
        """The question of a page with several at which somebody was last, also while something lies over the page."""
        here = self.page.at if self.page is not None else None
        return here if here is not None else self._was_at

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. A press comes here when nothing on the page took it."""
        super().mousePressEvent(event)
        under = self.childAt(event.position().toPoint())
        self.missed.emit(under.accessibleName() if isinstance(under, PlainText) else "")

    def update_bar(self, bar: BarContents) -> None:
        """Show other words in the bar."""
        self._bar_contents = bar
        if self._bar is not None:
            self._bar.show_contents(bar)

    def update_masthead(self, masthead: MastheadContents) -> None:
        """Show another line on top."""
        if self._renew_masthead(masthead):
            self._arrange()

    def _renew_masthead(self, masthead: MastheadContents) -> bool:
        """Make the line on top anew, if it says something else now; it has its place yet to get."""
        if self._masthead is not None:
            if self._masthead.contents == masthead and self._masthead.look is self.look:
                return False
            self._masthead.hide()
            self._masthead.setParent(None)
            self._masthead.deleteLater()
        self._masthead = Masthead(self.look, masthead, self._ground)
        self._masthead.setVisible(self.look.layout.masthead)
        self._masthead.lower()
        self.setWindowTitle(masthead.town)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self._arrange()
        self.curtain.setGeometry(self.rect())

    def _take_look(self, look: Look) -> None:
        self.look = look
        self.setLayoutDirection(look.direction)
        self._ground.look = look
        self._ground.update()
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = Bar(look, self._ground)
        self._bar.pressed.connect(self.pressed)
        self._ring.set_look(look)
        self.spoken_mark.look = look

    def _arrange(self) -> None:
        bar, contents, page, masthead = self._bar, self._bar_contents, self.page, self._masthead
        if bar is None or contents is None or page is None or masthead is None:
            return
        width, height, look = self._ground.width(), self._ground.height(), self.look
        free = look.px(look.layout.lowered)
        if look.layout.portrait:
            high = min(bar.height_px(contents), height // 2)
            bar.setGeometry(0, height - high, width, high)
            main = QRect(0, free, width, height - high - free)
        else:
            wide = bar.width_px(contents)
            bar.setGeometry(look.place(QRect(0, free, wide, height - free), width))
            main = QRect(wide, free, width - wide, height - free)
        top = masthead.height_px(main.width()) if look.layout.masthead else 0
        bar.show()
        # Nothing of the line on top is pressed: it may stand above what has to be within reach.
        main.setTop(max(main.top(), top))
        masthead.setGeometry(look.place(QRect(main.x(), main.top() - top, main.width(), max(top, 1)), width))
        place = QRect(main.x(), main.y(), main.width(), main.height())
        place = look.place(place, width)
        # A page composes itself for its size when it is shown or gets another one.
        page.setGeometry(place)

    def _order(self) -> None:
        """Heading, content, foot, and then the bar: the order of reading and of the Tab key."""
        page, bar = self.page, self._bar
        if page is None or bar is None:
            return
        # Assistive technology reads children in the order in which they are stacked.
        for part in page.in_reading_order():
            part.raise_()
        stacked = [page, bar, self.spoken_mark, self._ring]
        page.stackUnder(bar)
        # Raising the bar draws it anew, with all its words.
        if [part for part in self._ground.children() if part in stacked] != stacked:
            for part in stacked[1:]:
                part.raise_()
        self.spoken_mark.clear()
        order: list[QWidget] = [*page.focus_order(), *bar.buttons.values()]
        self._ordered = order
        for first, second in itertools.pairwise(order):
            QWidget.setTabOrder(first, second)

    def _on_composed(self) -> None:
        """Letters or rows may have come while the page stands: Tab has to find them in their place."""
        page, bar = self.page, self._bar
        if page is None or bar is None or page is not self.sender():
            return
        if [*page.focus_order(), *bar.buttons.values()] != self._ordered:
            self._order()

    def _focus(self, name: str) -> None:
        page = self.page
        if page is None:
            return
        target = self._ground.findChild(QWidget, name) if name else None
        if target is not None and (page.isAncestorOf(target) or name.startswith("bar.")):
            page.reveal(target)
            if target.isVisibleTo(self._ground):
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        begins = page.begins_at if not name else None
        if begins is not None:
            page.reveal(begins)
            begins.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page.heading.setFocus(Qt.FocusReason.OtherFocusReason)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves from stop to stop with arrows: through everything that stands there with five or nine keys (OPR-09, OPR-14)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from accessibility.hands.actions import Action
from accessibility.hands.ways import Way
from ui.hands.highlight import Highlight
from ui.hands.stops import Kind, Stop
from ui.page_frame_more import MoreButton

ONWARD = frozenset({Action.DOWN, Action.RIGHT})
LETTERS = "foot.letters"
"""The button that brings the keyboard where there was no room for it."""

NEXT = ("foot.more", "foot.primary")


class Stepper:
    """Knows where the highlight is among the stops, and where each arrow leads.

    With five keys a row of keys is one stop, which Select enters and Back leaves; with more, arrows go from key
    to key. Nothing wraps silently: at an end the first press only says so, and the second goes round (OPR-10).
    """

    def __init__(self, stops: Callable[[], list[Stop]], highlight: Highlight) -> None:
        self._stops = stops
        self._highlight = highlight
        self._way = Way.KEYBOARD
        self._row = ""
        self._at_end: Action | None = None

    def set_way(self, way: Way) -> None:
        """Move as one way of input does."""
        self._way, self._row = way, ""

    def page_changed(self) -> None:
        """Outside every row again, and at the heading where plain text is visited too."""
        self._row, self._at_end = "", None
        self._highlight.leave()
        if self._way.reads_through:
            stops = self._stops()
            heading = next((stop for stop in stops if stop.name == "heading"), None)
            if heading is not None or stops:
                self._highlight.come_to(heading or stops[0])

    def refreshed(self) -> None:
        """The same page was drawn anew: back to the stop of the same name, to what has the focus, or to the heading."""
        if self._way.reads_through and self._highlight.stop is None:
            stops, lost = self._visited(), self._highlight.lost
            found = next((one for one in stops if lost and one.name == lost), None) or _same(stops, None)
            if found is not None:
                self._highlight.come_to(found)
            else:
                self.page_changed()

    @property
    def here(self) -> Stop | None:
        """The stop where the highlight is, or that has the focus."""
        return _same(self._visited(), self._highlight.stop)

    def move(self, action: Action, *, mirrored: bool) -> None:
        """Go one stop on or back. `mirrored` where reading goes from right to left."""
        stops = self._visited()
        here = self.here
        if not stops:
            return
        if here is not None and here.kind is Kind.KEY and self._way is not Way.FIVE_KEYS:
            self._among_keys(action, here, mirrored=mirrored)
            return
        onward = action in ONWARD
        if action in (Action.LEFT, Action.RIGHT) and mirrored:
            onward = not onward
        self._go(stops, here, 1 if onward else -1, action)

    def enter(self, stop: Stop) -> None:
        """Go into a row of keys."""
        self._row = stop.name
        self._highlight.come_to(stop.keys[0])

    def leave(self) -> bool:
        """Out of a row of keys, onto the row. False outside."""
        rows = [stop for stop in self._stops() if stop.name == self._row]
        self._row = ""
        if not rows:
            return False
        self._highlight.come_to(rows[0])
        return True

    def go_to_keys(self) -> bool:
        """To the first row of keys. False when there are none."""
        rows = [stop for stop in self._stops() if stop.kind is Kind.ROW]
        self._row = ""
        if rows:
            self._highlight.come_to(rows[0] if self._way is Way.FIVE_KEYS else rows[0].keys[0])
        return bool(rows)

    def go_to_next(self) -> None:
        """To what leads on: more of this page while there is more, else the page's first button."""
        self._row = ""
        for name in NEXT:
            for stop in self._stops():
                if stop.name == name and stop is not self._highlight.stop and not _leads_back(stop):
                    self._highlight.come_to(stop)
                    return

    def _visited(self) -> list[Stop]:
        """The stops that this way of input visits, in order."""
        stops = self._stops()
        if self._row:
            for stop in stops:
                if stop.name == self._row:
                    return list(stop.keys)
            self._row = ""
        if self._way is Way.FIVE_KEYS:
            return stops
        opened = [one for stop in stops for one in (stop.keys or (stop,))]
        return [stop for stop in opened if self._way.reads_through or stop.kind is not Kind.TEXT]

    def _go(self, stops: Sequence[Stop], here: Stop | None, by: int, action: Action) -> None:
        if here is None:
            self._highlight.come_to(stops[0])
            return
        place = stops.index(here) + by
        if 0 <= place < len(stops) or self._at_end is action:
            self._at_end = None
            self._highlight.come_to(stops[place % len(stops)])
            return
        self._at_end = action
        self._highlight.stuck.emit(by > 0)

    def _among_keys(self, action: Action, here: Stop, *, mirrored: bool) -> None:
        stops = self._stops()
        rows = [stop for stop in stops if stop.kind is Kind.ROW]
        number = next(at for at, row in enumerate(rows) if here in row.keys)
        if action in (Action.LEFT, Action.RIGHT):
            self._go(rows[number].keys, here, 1 if (action is Action.RIGHT) is not mirrored else -1, action)
            return
        other = number + (1 if action is Action.DOWN else -1)
        if 0 <= other < len(rows):
            self._at_end = None
            middle = here.widget.geometry().center().x()
            self._highlight.come_to(
                min(rows[other].keys, key=lambda key: abs(key.widget.geometry().center().x() - middle))
            )
            return
        outside = [stop for stop in stops if self._way.reads_through or stop.kind is not Kind.TEXT]
        self._go(outside, rows[number], 1 if action is Action.DOWN else -1, action)


def _same(stops: Sequence[Stop], stop: Stop | None) -> Stop | None:
    """That stop among these, or the one that has the focus."""
    if stop is not None:
        return next((one for one in stops if one.name == stop.name), None)
    focus = QApplication.focusWidget()
    return next((one for one in stops if focus in one.widgets), None)


def _leads_back(stop: Stop) -> bool:
    return isinstance(stop.widget, MoreButton) and stop.widget.leads_back

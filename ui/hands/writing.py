# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing with few keys or switches: which field the keys on the screen write into, and where the highlight stays."""

from collections.abc import Callable

from ui.hands.highlight import Highlight
from ui.hands.stepping import LETTERS, Stepper
from ui.hands.stops import Kind, Stop
from ui.parts.control import Control


class Writing:
    """Knows the field that was chosen; the highlight is among the keys meanwhile."""

    def __init__(self, stops: Callable[[], list[Stop]], highlight: Highlight, stepper: Stepper) -> None:
        self._stops, self._highlight, self._stepper = stops, highlight, stepper
        self._field = ""

    def page_changed(self) -> None:
        """No field of another page is written into."""
        self._field = ""

    def go_to_field(self) -> None:
        """Keys write into the field that was chosen, not into one that the highlight came by on its way to them."""
        for one in self._stops():
            if one.name == self._field:
                one.widget.setFocus()

    def note_field(self) -> None:
        """A full box hands what follows on to the next one."""
        for one in self._stops():
            if one.kind is Kind.FIELD and one.widget.hasFocus():
                self._field = one.name

    def come_back_to(self, key: Stop) -> None:
        """What was typed may have moved the focus into a field; whoever writes with few keys stays at the keys."""
        rows = [stop for stop in self._stops() if stop.kind is Kind.ROW]
        same = next((one for row in rows for one in row.keys if one.name == key.name), None)
        if same is not None:
            self._highlight.come_to(same)
        elif rows:
            # A choice that was taken is no more, and the others may be gone with it: on to the letters.
            self._stepper.go_to_keys()
        else:
            # The keys were put away: on from what was written in.
            self._stepper.refreshed()

    def begin(self, stop: Stop, *, among_keys: bool) -> None:
        """The field gets the focus, so that keys write into it; the highlight comes to the keys where it can."""
        stop.widget.setFocus()
        self._field = stop.name
        letters = [one for one in self._stops() if one.name == LETTERS]
        if letters and isinstance(letters[0].widget, Control):
            letters[0].widget.click()
        if among_keys:
            self._stepper.go_to_keys()

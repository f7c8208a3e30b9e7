# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the pages of one window have their keyboards from."""

from typing import TYPE_CHECKING

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from accessibility.typing.converter import Converter

if TYPE_CHECKING:
    from ui.keyboard.key_bed import KeyBeds
    from ui.keyboard.keyboard import Keyboard


class Keyboards:
    """Makes keyboards whose keys go from page to page. `converter` turns readings into Chinese and Japanese."""

    def __init__(self, converter: Converter | None = None) -> None:
        self._converter = converter
        self._beds: KeyBeds | None = None

    def make(self, look: Look, order: KeyboardOrder, *, language: str | None = None) -> "Keyboard":
        """The keyboard for a page; `language` is that of the letters, the look's unless given."""
        return self._make(look, order, language, self._converter)

    def prepare(self, look: Look, width: int) -> None:
        """Have keys for a page of `width` pixels lie ready, so that the first one does not wait for them."""
        self._make(look, look.preferences.keyboard_order, None, None).prepare(width)

    def _make(
        self, look: Look, order: KeyboardOrder, language: str | None, converter: Converter | None
    ) -> "Keyboard":
        from ui.keyboard.key_bed import KeyBeds  # not before something is written
        from ui.keyboard.keyboard import Keyboard

        if self._beds is None:
            self._beds = KeyBeds()
        return Keyboard(look, order=order, language=language, converter=converter, beds=self._beds)

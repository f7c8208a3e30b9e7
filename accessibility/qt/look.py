# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a widget needs in order to draw itself: made anew when preferences, language or screen change."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextOption

from accessibility.layout import Layout, ScreenMeasure, layout_for
from accessibility.preferences import Preferences
from accessibility.qt import fonts
from accessibility.qt.pictures import Pictures
from accessibility.sizes import Sizes
from accessibility.themes import SYSTEM, Theme, system_theme, theme
from accessibility.tokens import Role, Space, TargetName, tokens
from i18n.languages import language_info
from i18n.messages import Messages


class Look:
    """Sizes, colours, fonts and pictures for one person on one screen in one language.

    `texts` are the program's words in `language`; they are loaded when none are given. `dark` and `more_contrast`
    are what the computer itself asks for; they count only while the preferred theme is `system`.
    """

    def __init__(
        self,
        preferences: Preferences,
        screen: ScreenMeasure,
        language: str,
        texts: Messages | None = None,
        *,
        dark: bool | None = None,
        more_contrast: bool = False,
        pixel_ratio: float = 1.0,
    ) -> None:
        self.preferences = preferences
        self.screen = screen
        self.language = language
        self.texts = texts if texts is not None else Messages.load(language)
        name = preferences.theme
        self.theme: Theme = theme(system_theme(dark, more_contrast) if name == SYSTEM else name)
        self.layout: Layout = layout_for(
            tokens(), screen, preferences.text_step, preferences.assisted, low_reach=preferences.low_reach
        )
        self.sizes = Sizes(
            tokens(),
            screen.ppi,
            preferences.text_step,
            preferences.assisted,
            preferences.wide_spacing,
            preferences.large_keys,
            self.layout.few_lines,
        )
        self.rtl = language_info(language).is_right_to_left
        self.pictures = Pictures(self.rtl, pixel_ratio)
        self._fonts: dict[tuple[Role, str], QFont] = {}
        self._colors: dict[str, QColor] = {}
        self.text_options: dict[tuple[str, str], QTextOption] = {}
        """How texts break and run, by language and side: see `ui.parts.text_options`."""

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Which way pages run."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    @property
    def body_px(self) -> int:
        """The size of body letters, the look's 'em'."""
        return self.font("body").pixelSize()

    @property
    def line_width(self) -> int:
        """The width of ordinary lines; wider in themes of two colours."""
        values = self.sizes.tokens
        return self.sizes.scaled(values.line_two_colours if self.theme.two_colours else values.line)

    @property
    def ring_width(self) -> int:
        """The width of each of the two focus rings."""
        values = self.sizes.tokens
        return self.sizes.scaled(values.ring_assisted if self.preferences.assisted else values.ring)

    @property
    def icon_px(self) -> int:
        """The side of a picture that stands before body text."""
        return self.sizes.px(self.sizes.now.icon)

    def px(self, mm: float) -> int:
        """Pixels for a length on this screen."""
        return self.sizes.px(mm)

    def space(self, name: Space) -> int:
        """A step of the space scale, with the text step's factor."""
        return self.sizes.space(name)

    def target(self, name: TargetName) -> int:
        """The least height of something to press."""
        return self.sizes.target(name)

    def font(self, role: Role, language: str | None = None) -> QFont:
        """The font of a rank, in the look's language or that of a foreign text; to be copied before it is changed."""
        tag = language or self.language
        made = self._fonts.get((role, tag))
        if made is None:
            made = self._fonts[role, tag] = fonts.font(self.sizes, role, tag)
        return made

    def line_px(self, role: Role, language: str | None = None) -> int:
        """The distance of two lines of a rank."""
        return self.sizes.line(role, language_info(language or self.language).script)

    def measure_px(self) -> int:
        """The greatest width of a text that is read: 66 characters, 44 when assisted (look.md section 3)."""
        return round(self.body_px * (23 if self.preferences.assisted else 34))

    def color(self, role: str) -> QColor:
        """The theme's colour for a role. KeyError for a role that does not exist."""
        made = self._colors.get(role)
        if made is None:
            made = self._colors[role] = QColor(self.theme.colour(role))
        return made

    def place(self, rect: QRect, width: int) -> QRect:
        """`rect`, given from the left, as it lies in a page that runs this way and is `width` wide."""
        if not self.rtl:
            return rect
        return QRect(width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())

    def paint_picture(
        self,
        painter: QPainter,
        place: QRect,
        name: str,
        ink: QColor | None = None,
        accent: QColor | None = None,
        stroke: float = 0,
    ) -> None:
        """Paint a pictogram in the middle of `place`; without colours, as it stands on the page's ground."""
        self.pictures.paint(
            painter,
            place,
            name,
            ink if ink is not None else self.color("picture_ground"),
            accent if accent is not None else self.color("accent"),
            stroke,
        )

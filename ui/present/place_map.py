# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's map over a question for a place: where its cross is, in words, and what moves it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.gazetteer import Gazetteer
from core.ids import Language
from core.places import Point, metres, points_of
from core.text import Phrase
from core.town_map import Plan, Side, Tile, View
from core.visit import events as e
from core.visit.map_pages import PlaceMap
from core.visit.mapping import SIMPLE_LEVELS
from core.visit.pages import Question
from core.visit.state import Visit
from i18n.languages import language_info
from i18n.messages import Messages
from ui.present import form_text
from ui.present.place_words import THERE, place_name, place_words, rounded
from ui.present.reading import Item, Role, button, quoted, sentence, shown
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class PadKey:
    """One of the keys that move the map. It is left out where it would do nothing."""

    name: str
    text: str
    picture: str
    event: e.ByPerson
    there: bool = True


@dataclass(frozen=True, slots=True)
class PlaceMapContents:
    """`press` says that the map can be pressed too, `where` what is under the cross, `step` how far a press goes.

    `points` are the places held so far, `closed` those of an area. `plan` is None where there is nothing to show; then
    `on` leads back.
    """

    language: Language
    heading: Phrase
    hint: str
    press: str
    where: str
    step: str
    name: str
    attribution: str
    on: str
    picture: str
    event: e.ByPerson
    pad: tuple[PadKey, ...] = ()
    plan: Plan | None = None
    view: View | None = None
    pictures: Mapping[Tile, bytes] = field(default_factory=dict, repr=False)
    points: tuple[Point, ...] = field(default=(), repr=False)
    closed: bool = False

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            Item(self.heading, Role.HEADING),
            sentence(" ".join((self.hint, self.press)).strip(), self.language),
            quoted(Phrase(self.where, self.language), private=self.view is not None),
            sentence(self.step, self.language),
            sentence(self.name if self.plan is not None else "", self.language),
            sentence(self.attribution, self.language),
            (button(one.text, self.language) for one in self.pad if one.there),
            button(self.on, self.language),
        )


def present_place_map(visit: Visit, over: PlaceMap, texts: Messages, setting: Setting) -> PlaceMapContents:
    """What the page shows. ValueError without a question below it, which the visit never lets happen."""
    filling, page = visit.filling, visit.page
    if filling is None or not isinstance(page, Question):
        raise ValueError("a map without a question for a place")
    language, question = Language(texts.language), filling.entry.question(page.path)
    heading = form_text.label(filling.entry, question.label, language)
    plan, view = over.plan, over.view
    if plan is None or view is None:
        return PlaceMapContents(
            language=language,
            heading=heading,
            hint="",
            press="",
            where=texts.text("map.none" if over.trouble is not None else "map.opening"),
            step="",
            name="",
            attribution="",
            on=texts.text("map.by_name"),
            picture="back",
            event=e.ContinuePressed(),
        )
    simple = over.simple or setting.one_button or setting.preferences.assisted
    closer = simple and view.zoom < plan.closest
    return PlaceMapContents(
        language=language,
        heading=heading,
        hint=texts.text("map.hint"),
        press=texts.text("map.hint_press"),
        where=_where(view.point, setting.places(), texts),
        step=_step(plan, view, texts),
        name=texts.text("map.picture"),
        attribution=plan.attribution,
        on=texts.text("map.look_closer" if closer else "map.here"),
        picture="closer" if closer else "place",
        event=e.MapZoomed(SIMPLE_LEVELS) if closer else e.PlaceShown(),
        pad=_pad(plan, view, texts, simple=simple),
        plan=plan,
        view=view,
        pictures=over.pictures,
        points=points_of(filling.entry.raw(page.path)) or (),
        closed=question.type.value == "geoshape",
    )


def _where(point: Point, known: Gazetteer, texts: Messages) -> str:
    """What has a name nearest to the cross, and how far away it is."""
    near = known.near(point)
    if near is None:
        return texts.text("map.far", place=place_words(point, known, texts))
    far, name = metres(near.point, point), place_name(near, texts)
    if far < THERE:
        return texts.text("map.at", name=name)
    return texts.text("map.near", name=name, n=rounded(far, texts))


def _step(plan: Plan, view: View, texts: Messages) -> str:
    """Measured across: at the upper edge there is nothing further up."""
    sides = (plan.moved(view, side).point for side in Side)
    return texts.text("map.step", n=rounded(max(metres(view.point, one) for one in sides), texts))


def _pad(plan: Plan, view: View, texts: Messages, *, simple: bool) -> tuple[PadKey, ...]:
    """The keys at the start and at the end of a line change their words with its direction; the map never turns."""
    left = PadKey("left", texts.text("map.left"), "back", e.MapMoved(Side.LEFT))
    right = PadKey("right", texts.text("map.right"), "forward", e.MapMoved(Side.RIGHT))
    if language_info(texts.language).is_right_to_left:
        left, right = (
            PadKey("left", right.text, "back", right.event),
            PadKey("right", left.text, "forward", left.event),
        )
    moves = (
        PadKey("up", texts.text("map.up"), "more-above", e.MapMoved(Side.UP)),
        PadKey("down", texts.text("map.down"), "more-below", e.MapMoved(Side.DOWN)),
        left,
        right,
    )
    if simple:
        # Coming closer is the way on, and farther away is the way back.
        return moves
    return (
        *moves,
        PadKey("closer", texts.text("map.closer"), "closer", e.MapZoomed(1), view.zoom < plan.closest),
        PadKey("farther", texts.text("map.farther"), "farther", e.MapZoomed(-1), view.zoom > plan.overview),
    )

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows a place on the town's map: the cross stays in the middle, and the map goes where it is sent.

The map lies over a question that can be answered by name as well. Closing it changes nothing; what is shown on it
becomes the answer, or the next place of a way or an area.
"""

from dataclasses import replace
from typing import Final

from core.places import Point, corners, points_of, written
from core.town_map import Tile, View, position
from core.visit import events as e
from core.visit import pages as p
from core.visit import undoing
from core.visit.effects import DrawMap, OpenMap
from core.visit.map_pages import PlaceMap
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

SIMPLE_LEVELS: Final = 2
"""How much closer one press looks on a simple map: the cross finds its place in few steps."""

MOST_KEPT: Final = 120
"""Tiles that a visit holds; beyond that only those that are seen."""

PLACE, WAY, AREA = "geopoint", "geotrace", "geoshape"


def step(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    """What a press means on the page of a question; None when it means nothing there."""
    if not isinstance(event, e.MapPressed):
        return None
    entry = filling.entry
    kind = entry.question(page.path).type.value
    if kind not in (PLACE, WAY, AREA) or entry.readonly(page.path):
        return stay(visit)
    return Step(replace(visit, over=PlaceMap(simple=event.simple)), (OpenMap(),))


def within(visit: Visit, over: PlaceMap, event: e.ByPerson) -> Step:
    """What a press means while the map is looked at."""
    plan, view = over.plan, over.view
    if isinstance(event, e.ContinuePressed):
        return Step(replace(visit, over=None))
    if plan is None or view is None:
        return Step(replace(visit, over=None)) if isinstance(event, e.BackPressed) else stay(visit)
    match event:
        case e.MapMoved(side=side):
            return _looked(visit, over, plan.moved(view, side))
        case e.MapZoomed(levels=levels):
            closer = over.closer + 1 if over.simple else 0
            return _looked(visit, replace(over, closer=closer), plan.zoomed(view, levels))
        case e.MapAimed(point=point):
            return _looked(visit, over, plan.aimed(view, point))
        case e.PlaceShown():
            return Step(_answered(visit, view.point))
        case e.BackPressed() if over.closer:
            # Who came closer step by step goes back so.
            return _looked(visit, replace(over, closer=over.closer - 1), plan.zoomed(view, -SIMPLE_LEVELS))
        case e.BackPressed():
            return Step(replace(visit, over=None))
        case _:
            return stay(visit)


def answered(visit: Visit, event: e.FromMap) -> Step:
    """What the map's process answers, unless nobody looks at the map any more."""
    over = visit.over.under if isinstance(visit.over, p.StillThere) else visit.over
    if not isinstance(over, PlaceMap):
        return stay(visit)
    match event:
        case e.MapOpened(plan=plan):
            held, opened = _last(visit), replace(over, plan=plan)
            first = plan.begun(held)
            if over.simple and held is not None:
                first = plan.aimed(plan.begun(None), held)
            return _looked(visit, opened, first)
        case e.MapDrawn(pictures=pictures):
            return Step(_over(visit, replace(over, pictures={**over.pictures, **pictures})))
        case e.MapUnreadable(trouble=trouble):
            return Step(_over(visit, replace(over, trouble=trouble)))


def _looked(visit: Visit, over: PlaceMap, view: View) -> Step:
    """Another view; the tiles that it lacks are asked for, the nearest to the cross first."""
    if over.plan is None or view == over.view:
        return stay(visit)
    seen = over.plan.tiles(view)
    pictures, asked = over.pictures, over.asked
    if len(asked) > MOST_KEPT:
        pictures = {tile: picture for tile, picture in pictures.items() if tile in seen}
        asked = asked & seen
    lacking = seen - asked
    here = replace(over, view=view, pictures=pictures, asked=asked | lacking)
    ordered = tuple(sorted(lacking, key=lambda tile: _far(tile, view)))
    return Step(_over(visit, here), (DrawMap(ordered),) if ordered else ())


def _far(tile: Tile, view: View) -> tuple[float, Tile]:
    left, top = position(view.point, tile.zoom)
    return (tile.column + 0.5 - left) ** 2 + (tile.row + 0.5 - top) ** 2, tile


def _over(visit: Visit, over: PlaceMap) -> Visit:
    if isinstance(visit.over, p.StillThere):
        return replace(visit, over=replace(visit.over, under=over))
    return replace(visit, over=over)


def _last(visit: Visit) -> Point | None:
    """The place that the question holds; of several the last one."""
    filling, page = visit.filling, visit.page
    if filling is None or not isinstance(page, p.Question):
        return None
    points = points_of(filling.entry.raw(page.path)) or ()
    if filling.entry.question(page.path).type.value == AREA:
        points = corners(points)
    return points[-1] if points else None


def _answered(visit: Visit, point: Point) -> Visit:
    filling, page = visit.filling, visit.page
    if filling is None or not isinstance(page, p.Question):
        return replace(visit, over=None)
    kind = filling.entry.question(page.path).type.value
    held = points_of(filling.entry.raw(page.path)) or ()
    points = {PLACE: (), WAY: held, AREA: corners(held)}[kind]
    raw = written((*points, point), closed=kind == AREA)
    return replace(visit, over=None, filling=undoing.answered(filling, page.path, raw))

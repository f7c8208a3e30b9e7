# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place is shown on the map: each press is a step that can be taken back, and the answer is what the list writes."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.places import Point, metres, points_of
from core.town_map import Plan, Side, View
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import DrawMap, OpenMap
from core.visit.mapping import MOST_KEPT
from core.visit.state import Visit
from core.visit.step import step
from ui.registry import screens

SCREENS = screens()
PLAN = Plan(Point(44.9929, -30.0164), Point(45.0131, -29.9905), 14, 16, Point(45.0025, -30.0035))


def after(visit: Visit, *events: e.Event) -> Visit:
    for event in events:
        visit = step(visit, event).visit
    return visit


def over(visit: Visit) -> p.PlaceMap:
    assert isinstance(visit.over, p.PlaceMap)
    return visit.over


def view(visit: Visit) -> View:
    found = over(visit).view
    assert found is not None
    return found


def raw(visit: Visit) -> str:
    assert visit.filling is not None
    assert isinstance(visit.page, p.Question)
    return visit.filling.entry.raw(visit.page.path)


def opened(name: str = "where", *, simple: bool = False) -> Visit:
    return after(SCREENS[name], e.MapPressed(simple), e.MapOpened(PLAN))


def test_the_map_is_opened_by_a_press_and_closed_without_a_trace() -> None:
    pressed = step(SCREENS["where"], e.MapPressed())
    assert pressed.effects == (OpenMap(),)
    assert over(pressed.visit).plan is None
    for back in (e.BackPressed(), e.ContinuePressed()):
        assert after(pressed.visit, back).over is None
        assert raw(after(opened(), back)) == ""


def test_no_other_question_opens_a_map() -> None:
    for name in ("question-range", "question-file"):
        assert step(SCREENS[name], e.MapPressed()).visit.over is None


def test_all_of_the_map_is_seen_first_and_its_tiles_are_asked_for_from_the_middle() -> None:
    begun = step(after(SCREENS["where"], e.MapPressed()), e.MapOpened(PLAN))
    (drawing,) = begun.effects
    assert isinstance(drawing, DrawMap)
    assert set(drawing.tiles) == PLAN.tiles(view(begun.visit))
    assert view(begun.visit) == PLAN.begun(None)


def test_what_is_under_the_cross_becomes_the_answer() -> None:
    begun = opened("where-chosen")
    before, visit = raw(begun), after(begun, e.MapMoved(Side.UP), e.MapZoomed(-2), e.MapMoved(Side.LEFT))
    shown = view(visit).point
    done = after(visit, e.PlaceShown())
    assert done.over is None
    assert raw(done) == shown.written
    assert raw(after(done, e.UndoPressed())) == before != raw(done)


def test_a_press_on_the_map_puts_the_cross_there_and_answers_nothing() -> None:
    visit = after(opened(), e.MapAimed(Point(45.001, -30.002)))
    assert view(visit).point == Point(45.001, -30.002)
    assert raw(visit) == ""


def test_a_place_that_was_chosen_by_name_is_where_the_map_begins() -> None:
    visit = opened("where-chosen")
    (held,) = points_of(raw(visit)) or ()
    assert view(visit) == View(held, PLAN.closest)


def test_a_way_grows_by_what_is_shown_and_an_area_stays_closed() -> None:
    grown = []
    for name in ("where-way-begun", "where-area"):
        visit = opened(name)
        before = points_of(raw(visit)) or ()
        assert view(visit).point in before
        done = raw(after(visit, e.MapAimed(Point(45.006, -30.005)), e.PlaceShown()))
        grown.append(points_of(done) or ())
        assert len(grown[-1]) == len(before) + 1
        assert Point(45.006, -30.005) in grown[-1]
    way, area = grown
    assert way[-1] == Point(45.006, -30.005)
    assert area[0] == area[-1]


def test_only_tiles_that_were_not_asked_for_are_asked_for() -> None:
    visit = after(opened(), e.MapZoomed(2))
    asked = over(visit).asked
    moved = step(visit, e.MapMoved(Side.RIGHT))
    new = {tile for effect in moved.effects if isinstance(effect, DrawMap) for tile in effect.tiles}
    assert not new & asked
    assert step(moved.visit, e.MapMoved(Side.LEFT)).effects == ()


def test_tiles_come_in_any_order_and_only_to_who_still_looks() -> None:
    visit = opened()
    one, other = sorted(over(visit).asked)[:2]
    drawn = after(visit, e.MapDrawn({other: b"b"}), e.MapDrawn({one: b"a"}))
    assert dict(over(drawn).pictures) == {one: b"a", other: b"b"}
    closed = after(drawn, e.BackPressed())
    assert step(closed, e.MapDrawn({one: b"a"})).visit is closed
    assert step(closed, e.MapOpened(PLAN)).visit is closed


def test_a_long_walk_holds_no_more_tiles_than_its_bound() -> None:
    visit = after(opened(), e.MapZoomed(2))
    for side in (Side.LEFT, Side.DOWN, Side.RIGHT, Side.RIGHT, Side.UP, Side.UP, Side.LEFT) * 20:
        visit = after(visit, e.MapMoved(side), e.MapDrawn(dict.fromkeys(over(visit).asked, b"x")))
        assert len(over(visit).asked) <= MOST_KEPT + 25
        assert PLAN.tiles(view(visit)) <= over(visit).asked


def test_without_a_map_the_list_is_one_press_away() -> None:
    gone = after(SCREENS["where"], e.MapPressed(), e.MapUnreadable(Trouble("map.none")))
    assert over(gone).trouble is not None
    assert after(gone, e.PlaceShown(), e.MapMoved(Side.UP)) == gone
    assert after(gone, e.ContinuePressed()).over is None


def test_on_a_simple_map_back_looks_farther_step_by_step_and_then_leaves() -> None:
    visit = opened(simple=True)
    closer = after(visit, e.MapZoomed(2), e.MapZoomed(2))
    assert view(closer).zoom == PLAN.closest
    assert view(after(closer, e.BackPressed())).zoom == PLAN.closest - 2
    assert view(after(closer, e.BackPressed(), e.BackPressed())) == view(visit)
    assert after(closer, e.BackPressed(), e.BackPressed(), e.BackPressed()).over is None


def test_a_simple_map_begins_with_all_of_it_around_the_place_that_was_chosen() -> None:
    visit = opened("where-chosen", simple=True)
    (held,) = points_of(raw(visit)) or ()
    assert view(visit) == View(held, PLAN.overview)


def test_a_place_can_be_reached_by_the_keys_alone() -> None:
    wanted, visit = Point(45.00843, -29.99767), opened()
    for level in range(PLAN.closest - view(visit).zoom + 1):
        if level:
            visit = after(visit, e.MapZoomed(1))
        better = True
        while better:
            found = min(
                (after(visit, e.MapMoved(side)) for side in Side),
                key=lambda one: metres(view(one).point, wanted),
            )
            better = metres(view(found).point, wanted) < metres(view(visit).point, wanted)
            visit = found if better else visit
    assert metres(view(visit).point, wanted) < 12


@pytest.mark.parametrize("events", [(e.MapOpened(PLAN),), (e.MapUnreadable(Trouble("map.none")),)])
def test_news_of_the_map_reach_it_under_the_question_whether_somebody_is_there(
    events: tuple[e.Event, ...],
) -> None:
    pressed = after(SCREENS["where"], e.MapPressed())
    asking = replace(pressed, over=p.StillThere(60, 60, 0.0, over(pressed)))
    told = after(asking, *events)
    assert isinstance(told.over, p.StillThere)
    assert told.over.under != pressed.over
    assert isinstance(after(told, e.Touched()).over, p.PlaceMap)

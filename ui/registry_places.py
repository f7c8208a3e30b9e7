# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of questions for a place, a way and an area, in a made-up town that has names for a few places."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from core.errors import Trouble
from core.forms.entry import Entry
from core.gazetteer import Gazetteer, KnownPlace
from core.places import Point, written
from core.text import LocalisedText
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, opened, path
from ui.registry_form import form_source
from ui.registry_form_questions import Asked
from ui.registry_maps import PLAN, tile_picture
from ui.registry_town import service_id
from ui.registry_words import LANGUAGES, Four

_NEEDED = (("required", "true()"),)
_QUESTIONS = (
    Asked(
        "lamp",
        "geopoint",
        (
            "Where is the broken lamp?",
            "¿Dónde está la farola rota?",
            "أين المصباح المكسور؟",
            "坏了的路灯在哪里？",
        ),
        rules=_NEEDED,
    ),
    Asked(
        "way",
        "geotrace",
        (
            "Which way do you walk to school?",
            "¿Por dónde va usted a la escuela?",
            "من أي طريق تمشي إلى المدرسة؟",
            "您走哪条路去学校？",
        ),
        rules=_NEEDED,
    ),
    Asked(
        "area",
        "geoshape",
        (
            "Which part of the town is too loud?",
            "¿Qué parte de la ciudad es demasiado ruidosa?",
            "أي جزء من البلدة صاخب جدًا؟",
            "城里哪一片太吵？",
        ),
    ),
)
_MARKS: tuple[tuple[Four, Point], ...] = (
    (("Town Hall", "Ayuntamiento", "مبنى البلدية", "市政厅"), Point(45.0012, -30.0021)),
    (("Railway station", "Estación de tren", "محطة القطار", "火车站"), Point(45.0068, -30.0102)),
    (("Harbour", "Puerto", "الميناء", "港口"), Point(44.9971, -29.9968)),
    (("Library", "Biblioteca", "المكتبة", "图书馆"), Point(45.0021, -30.0052)),
)
_STREETS: tuple[tuple[Four, Point], ...] = (
    (("Harbour Lane", "Harbour Lane", "زقاق الميناء", "海港巷"), Point(45.001, -30.0068)),
    (("Ropewalk", "Ropewalk", "روب ووك", "绳索街"), Point(45.0055, -30.0034)),
)
_HOUSES: Final = 30
_HOUSE_APART: Final = 0.0001

_HALL, _STATION, _HARBOUR, _LIBRARY = (point for _, point in _MARKS)
_NEARBY: Final = Point(45.00131, -30.00207)
_OUTSIDE: Final = Point(45.0127, -30.0155)


def made_up_places() -> Gazetteer:
    """The places of the made-up town."""
    return _PLACES


def _known() -> Gazetteer:
    found = [KnownPlace(_name(four), point) for four, point in _MARKS]
    for four, point in _STREETS:
        name = _name(four)
        found.append(KnownPlace(name, point))
        houses = range(1, _HOUSES + 1)
        found += [
            KnownPlace(name, point._replace(latitude=point.latitude + _HOUSE_APART * n), str(n))
            for n in houses
        ]
    return Gazetteer.of(found)


def _name(four: Four) -> LocalisedText:
    return LocalisedText.of([("und", four[0]), *zip(LANGUAGES, four, strict=True)])


_PLACES = _known()


def place_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    begun = Entry.begin(opened(form_source(_QUESTIONS, "places")), SUBMISSION, date(2026, 11, 23), NOW)

    def asked(name: str, *points: Point, letters: str = "", told: bool = False) -> Visit:
        raw = written(points, closed=name == "area")
        return _filling(home, begun.answer(path(name), raw)).go(p.Question(path(name), told, letters=letters))

    def on_map(
        name: str, *points: Point, levels: int = 0, at: Point | None = None, simple: bool = False
    ) -> Visit:
        view = PLAN.zoomed(PLAN.begun(points[-1] if points else None), levels)
        view = PLAN.aimed(view, at) if at is not None else view
        pictures = {tile: tile_picture(tile) for tile in PLAN.tiles(view)}
        return replace(
            asked(name, *points), over=p.PlaceMap(PLAN, view, pictures, frozenset(pictures), simple=simple)
        )

    opening = replace(asked("lamp"), over=p.PlaceMap())
    gone = replace(asked("lamp"), over=p.PlaceMap(trouble=Trouble("map.none")))
    filled = begun.answer(path("lamp"), _NEARBY.written)
    filled = filled.answer(path("way"), written((_HALL, _LIBRARY, _STATION)))
    filled = filled.answer(path("area"), written((_HALL, _LIBRARY, _HARBOUR), closed=True))
    return {
        "where": asked("lamp"),
        "where-chosen": asked("lamp", _LIBRARY),
        "where-found": asked("lamp", letters="27"),
        "where-none": asked("lamp", letters="999"),
        "where-numbers": asked("lamp", letters="45.00131, -30.00207"),
        "where-problem": asked("lamp", told=True),
        "where-way": asked("way"),
        "where-way-begun": asked("way", _HALL, _LIBRARY, _STATION, _HARBOUR),
        "where-way-problem": asked("way", _HALL, told=True),
        "where-area": asked("area", _HALL, _LIBRARY, _HARBOUR),
        "where-map": on_map("lamp"),
        "where-map-near": on_map("lamp", _LIBRARY, levels=-1, at=_NEARBY),
        "where-map-simple": on_map("lamp", levels=2, simple=True),
        "where-map-closest": on_map("lamp", _NEARBY),
        "where-map-nothing": on_map("lamp", levels=2, at=_OUTSIDE),
        "where-map-way": on_map("way", _HALL, _LIBRARY, levels=-2),
        "where-map-area": on_map("area", _HALL, _LIBRARY, _HARBOUR, levels=-2),
        "where-map-opening": opening,
        "where-map-gone": gone,
        "where-check": _filling(home, filled).go(p.Check()),
    }


def _filling(home: Visit, entry: Entry) -> Visit:
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    return replace(home.go(p.AboutService(service.id)), filling=Filling(service.id, service.api, entry))

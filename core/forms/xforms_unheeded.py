# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names what an XForm says and nothing here carries out, and that keeps nobody from filling it, for its author."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from core.forms.problems import Fate
from core.forms.xforms_reading import Reading, place_of
from core.forms.xml_door import XFORMS, child, local

_LONGEST: Final = 40
"""Characters of a name that is told: longer ones are no names."""


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


_OF_MODEL: Final = frozenset(
    {"instance", "bind", "itext", "submission", "setvalue", "setgeopoint", "recordaudio"}
)
_OF_CONTROL: Final = _names(
    "label hint help item itemset value setvalue setgeopoint recordaudio output extension"
)
_CONTROLS: Final = _names("input secret select1 select rank trigger range upload")
_BIND: Final = _names(
    "id nodeset ref type relevant required readonly constraint calculate preload preloadParams constraintMsg "
    "requiredMsg saveto"
)
_CONTROL: Final = _names("id bind ref nodeset appearance mediatype query start end step rows")
_SUBMISSION: Final = frozenset({"id", "method", "base64RsaPublicKey"})

_MACHINE: Final = frozenset({"property", "context", "patient"})
"""Preloads that tell of a machine or of who has signed in at it (ODK XForms, 'Preload Attributes')."""

_TELLING: Final = frozenset(
    {"deviceID", "userID", "phoneNumber", "simSerial", "subscriberID", "username", "email"}
)
"""Elements of `meta` that tell such things without a preload (OpenRosa, 'Metadata Schema')."""

_PRELOADED: Final[Mapping[str, frozenset[str]]] = {
    "uid": frozenset(),
    "date": frozenset({"today"}),
    "timestamp": frozenset({"start", "end"}),
}

_HEEDED: Final = _names(
    "field-list table-list label list-nolabel multiline masked signature draw annotate year month-year "
    "numbers thousands-sep rating vertical search"
)
"""Appearances that change what is asked or how it is answered here."""

_LOOKS: Final = _names(
    "minimal autocomplete autocomplete_chars list likert horizontal horizontal-compact compact "
    "quickcompact quick columns columns-pack columns-flex no-buttons no-calendar no-ticks no-collapse "
    "picker spinner url new new-front new-rear selfie counter distress image-map map maps placement-map "
    "quick-map streets satellite terrain page-break first-line newline"
)
"""Appearances that arrange what is asked the same way here: one question a page, in buttons of one size."""

_SIZED: Final = re.compile(r"(?:w|columns-|compact-|columns)\d{1,2}")
_CALLED: Final = re.compile(r"\([^)]*\)+")


def note_unheeded(model: etree._Element, body: etree._Element, reading: Reading) -> None:
    """Note each such construct with its place, once."""
    for element in model:
        name = local(element)
        if name == "bind":
            _bind(element, reading)
        elif name == "submission":
            _attributes(element, _SUBMISSION, reading)
        elif name not in _OF_MODEL:
            reading.note(place_of(element), _told(name), Fate.NO_EFFECT)
    _meta(model, reading)
    for element in [*model.iter("{*}setgeopoint"), *body.iter("{*}setgeopoint")]:
        reading.note(place_of(element), "setgeopoint", Fate.STAYS_EMPTY)
    for element in body.iter(f"{{{XFORMS}}}*"):
        name = local(element)
        if name in _CONTROLS:
            _attributes(element, _CONTROL, reading)
            for inner in element:
                if local(inner) not in _OF_CONTROL:
                    reading.note(place_of(element), _told(local(inner)), Fate.NO_EFFECT)
        if element.get("appearance") is not None:
            _appearances(element, reading)


def _bind(element: etree._Element, reading: Reading) -> None:
    _attributes(element, _BIND, reading)
    kind, parameters = _by_local_name(element, "preload"), _by_local_name(element, "preloadParams")
    if kind in _MACHINE:
        reading.note(place_of(element), f"{kind} {_told(parameters)}".strip(), Fate.STAYS_EMPTY)
    elif kind and kind != "uid" and parameters not in _PRELOADED.get(kind, ()):
        reading.note(place_of(element), f"preload {_told(kind)} {_told(parameters)}".strip(), Fate.NO_EFFECT)


def _meta(model: etree._Element, reading: Reading) -> None:
    """What the block of metadata asks for beyond the submission's id, its times and its name."""
    bound = {
        one.get("nodeset", "").rpartition("/")[2].rpartition(":")[2]
        for one in model.iterchildren("{*}bind")
        if _by_local_name(one, "preload")
    }
    instance = child(model, "instance")
    for meta in instance.iter("{*}meta") if instance is not None else ():
        for element in meta:
            name = local(element)
            if name == "audit":
                reading.note(place_of(element), name, Fate.NO_EFFECT)
            elif name in _TELLING and name not in bound:
                reading.note(place_of(element), name, Fate.STAYS_EMPTY)


def _appearances(element: etree._Element, reading: Reading) -> None:
    for name in _marks(element.get("appearance", "")):
        if name not in _HEEDED and name.lower() not in _LOOKS and not _SIZED.fullmatch(name):
            reading.note(place_of(element), f"appearance {_told(name)}", Fate.NO_EFFECT)


def _marks(appearance: str) -> Iterator[str]:
    """The names in an appearance; what is called with brackets is one of them, without them."""
    # Behind the last that closes nothing can be taken out, and looking there anew from each bracket takes minutes.
    called, closing, rest = appearance.rpartition(")")
    return iter((_CALLED.sub("", called + closing) + rest).split())


def _attributes(element: etree._Element, known: frozenset[str], reading: Reading) -> None:
    for key in element.attrib:
        name = key if key in known else str(key).rpartition("}")[2]
        if name not in known:
            reading.note(place_of(element), _told(name), Fate.NO_EFFECT)


def _by_local_name(element: etree._Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def _told(name: str) -> str:
    return " ".join(name.split())[:_LONGEST]

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks through a bundle that is proved and whole: whether this program, on this machine, could work with it."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from core.forms.problems import FormProblems
from i18n.packs import RefusedPack, read_pack
from kiosk.authoring.form_file import read
from kiosk.bundles.contents import Kind, place_of
from kiosk.bundles.home import BundleHome
from kiosk.profile.file import BadProfile, load
from kiosk.profile.gazetteer_file import BadPlacesError, read_places
from kiosk.profile.model import Profile
from services.cpsv_ap.reader import read_catalogue

FORM_ENDINGS: Final = (".xml", ".json")
LISTS: Final = (".csv", ".geojson")
MOST_TOLD: Final = 20


def faults(home: BundleHome, number: int, own: Profile) -> tuple[str, ...]:
    """What is wrong with a version, in words for who made it; nothing where it may be tried."""
    folder = home.files(number)
    found: list[str] = []
    for fault in _faults(folder, own):
        found.append(fault)
        if len(found) == MOST_TOLD:
            break
    return tuple(found)


def _faults(folder: Path, own: Profile) -> Iterator[str]:
    yield from _profile(folder, own)
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        path = file.relative_to(folder).as_posix()
        place = place_of(path)
        if place is None:
            yield f"{path}: has no place in a bundle"
            continue
        match place.kind:
            case Kind.FORMS:
                yield from _form(file, path)
            case Kind.CATALOGUE:
                yield from _catalogue(file, path)
            case Kind.MEDIA if file.suffix == ".geojson":
                yield from _places(file, path)
            case Kind.LANGUAGES if file.name == "language.toml":
                yield from _language(file.parent, path)
            case _:
                continue


def _profile(folder: Path, own: Profile) -> Iterator[str]:
    file = folder / "profile" / "profile.toml"
    if not file.is_file():
        yield "profile/profile.toml: is missing"
        return
    profile = load(str(file))
    if isinstance(profile, BadProfile):
        yield from (f"profile/profile.toml: {mistake}" for mistake in profile.mistakes)
        return
    if profile.kind is not own.kind:
        yield f"profile/profile.toml: is for a {profile.kind.value}, and this machine is a {own.kind.value}"


def _form(file: Path, path: str) -> Iterator[str]:
    if file.suffix not in FORM_ENDINGS:
        if file.suffix not in LISTS:
            yield f"{path}: is no form; a form ends with {' or '.join(FORM_ENDINGS)}"
        return
    beside = {
        one.name: one.read_bytes() for one in file.parent.iterdir() if one.suffix in LISTS and one != file
    }
    try:
        opened = read(file.read_bytes(), file.name, beside)
    except UnicodeDecodeError:
        yield f"{path}: is no text"
        return
    if isinstance(opened.form, FormProblems):
        yield f"{path}: cannot be opened"


def _catalogue(file: Path, path: str) -> Iterator[str]:
    try:
        document = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        yield f"{path}: is not JSON"
        return
    if not read_catalogue(document).catalogue.services:
        yield f"{path}: names no service that can be offered"


def _places(file: Path, path: str) -> Iterator[str]:
    try:
        read_places(file.read_bytes())
    except BadPlacesError as problem:
        yield f"{path}: {problem}"


def _language(folder: Path, path: str) -> Iterator[str]:
    try:
        pack = read_pack(folder)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        yield f"{path}: is not TOML"
        return
    if isinstance(pack, RefusedPack):
        yield from (f"{path}: {line}" for line in pack.lines())

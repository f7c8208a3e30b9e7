# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bundle brings besides the profile is used: services and forms before any agency answers, languages, voices."""

import json
from pathlib import Path

from core.ids import FormId
from core.ports import Cache, CachedForm
from i18n.packs import tags
from kiosk.bundles.check import faults
from kiosk.courier.brought import fill
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from offline_cache.cache import open_cache
from sandbox.catalogue_graph import catalogue_graph
from sandbox.town import TOWN_FOLDER
from tests.support.bundle_world import FORM, PROFILE, BundleMachine, BundleTown
from tests.support.made_up_packs import POLISH, POLISH_FACTS, write_pack
from tests.support.stored_outbox import KEY

BASE = "http://127.0.0.1:8311"
MADE = 1_700_000_000.0


def cache(folder: Path) -> Cache:
    opened = open_cache(folder, KEY)
    assert not hasattr(opened, "key"), opened
    return opened


def bundle(tmp_path: Path) -> tuple[BundleMachine, int]:
    town = BundleTown(tmp_path)
    document = json.dumps(catalogue_graph(TOWN_FOLDER, BASE)).encode()
    pack = tmp_path / "packs"
    write_pack(pack, "pl", POLISH_FACTS, POLISH)
    for file in sorted((pack / "pl").rglob("*")):
        if file.is_file():
            town.put(f"languages/pl/{file.relative_to(pack / 'pl').as_posix()}", file.read_bytes())
    town.put("catalogue/catalogue.jsonld", document)
    town.put("forms/child-benefit.xml", FORM, "agency-health")
    town.put("voices/en/voice.onnx", b"voice")
    town.put(
        "profile/profile.toml",
        PROFILE.replace(b"[voice]\n", b'[voice]\nneural = "../voices"\n').replace(
            b'office_language = "en"', b'office_language = "en"\nlanguage_packs = "../languages"'
        ),
    )
    machine = BundleMachine(tmp_path / "machine", town)
    return machine, machine.use(machine.take(town.public))


def test_services_and_forms_are_there_before_any_agency_has_answered(tmp_path: Path) -> None:
    machine, version = bundle(tmp_path)
    profile = machine.home.profile(version)
    assert profile is not None
    kept = cache(tmp_path / "store")

    assert fill(kept, profile, MADE) == 1
    found = kept.catalogue()
    assert found is not None
    assert len(found[0].services) > 5
    assert found[1] == MADE
    ((endpoint, form),) = {
        (one.endpoint, one.form)
        for service in found[0].services.values()
        for one in service.channels
        if one.form == FormId("child-benefit")
    }
    brought = kept.form(endpoint, form)
    assert brought is not None
    assert (brought.source, brought.hash) == (FORM, "")
    own = CachedForm(endpoint, form, "2", "md5:1", b"<newer/>", MADE + 1)
    kept.keep_form(own)
    assert fill(kept, profile, MADE) == 0
    again = kept.form(endpoint, form)
    assert again is not None
    assert again.source == b"<newer/>"


def test_languages_and_voices_are_looked_for_where_the_bundle_brought_them(tmp_path: Path) -> None:
    machine, version = bundle(tmp_path)
    file = machine.home.profile(version)
    own = load("town-hall-kiosk")
    assert file is not None
    assert isinstance(own, Profile)
    assert faults(machine.home, version, own) == ()
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert profile.language_packs is not None
    assert tags([profile.language_packs]) == ("pl",)
    assert profile.voice.neural is not None
    assert (profile.voice.neural / "en" / "voice.onnx").read_bytes() == b"voice"

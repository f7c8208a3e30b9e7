# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form gate` without a form walks what a courier has kept, and leaves the results where they are looked for."""

from pathlib import Path

import pytest

from core.errors import Trouble
from core.forms.definition import Form
from core.forms.entry import Entry
from kiosk.authoring import form_file
from kiosk.authoring.form_preview import ENDPOINT, prepare
from kiosk.command_line import gating, kept_forms
from kiosk.gate import modes
from kiosk.opening_forms import OpeningForms
from kiosk.profile.file import BadProfile, load, shipped
from kiosk.profile.model import FormOffer, Profile
from kiosk.store_access import OpenStores, open_stores
from kiosk.store_key import Found
from tests.support.form_filling import NOW, SUBMISSION
from tests.support.processes import KEY
from tests.support.small_forms import inputs, source

SHORT = source("<a/>", '<bind nodeset="/data/a" required="true()"/>', inputs("a"))
NO_WAY = source("<a/>", '<bind nodeset="/data/a" required="true()" constraint="false()"/>', inputs("a"))


def profile_file(folder: Path, offer: str = "walked") -> Path:
    text = Path("kiosk/profiles/town-hall-kiosk.toml").read_text("utf-8")
    text = text.replace('\noffer = "all"\n', f'\noffer = "{offer}"\n')
    text = text.replace("\n[store]\n", f'\n[store]\nfolder = "{folder / "store"}"\n')
    place = folder / "walked.toml"
    place.write_text(text, "utf-8")
    return place


def kept_by_a_courier(folder: Path, form: bytes, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """A store with one service and its form, as a courier leaves it."""
    profile = load(str(profile_file(folder)))
    assert isinstance(profile, Profile)
    assert profile.store is not None
    profile.store.mkdir()
    found = form_file.read(form, "f.xml", {})
    assert isinstance(found.form, Form)
    assert prepare(profile.store, KEY, found, found.form) is None
    store = profile.store
    monkeypatch.setattr(kept_forms, "obtain", lambda profile, key: Found(KEY, store))
    return profile


def begun(profile: Profile) -> Entry | Trouble:
    assert profile.store is not None
    stores = open_stores(profile.store, KEY, 0.0)
    assert isinstance(stores, OpenStores)
    (form,) = (stores.cache.form(ENDPOINT, one.form) for one in stores.cache.forms(ENDPOINT))
    assert form is not None
    return OpeningForms.of(profile).begun(form, SUBMISSION, NOW)


def test_a_kept_form_is_walked_once_and_offered_then(
    qtbot: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = kept_by_a_courier(tmp_path, SHORT, monkeypatch)
    monkeypatch.setattr(modes, "MODES", modes.MODES[:1])
    before = begun(profile)
    assert isinstance(before, Trouble)
    assert before.key == "trouble.form_not_walked"
    assert gating.run_kept(str(tmp_path / "walked.toml"), None) == 0
    assert "reached the end" in capsys.readouterr().out
    assert isinstance(begun(profile), Entry)
    assert gating.run_kept(str(tmp_path / "walked.toml"), None) == 0
    assert "walked before" in capsys.readouterr().out


def test_a_kept_form_that_nobody_can_end_stays_closed(
    qtbot: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = kept_by_a_courier(tmp_path, NO_WAY, monkeypatch)
    monkeypatch.setattr(modes, "MODES", modes.MODES[:1])
    assert gating.run_kept(str(tmp_path / "walked.toml"), None) == 1
    assert "stuck at /data/a" in capsys.readouterr().out
    assert isinstance(begun(profile), Trouble)


@pytest.mark.parametrize("name", shipped())
def test_what_is_shipped_offers_all_forms(name: str) -> None:
    profile = load(name)
    assert isinstance(profile, Profile)
    assert profile.form_offer is FormOffer.ALL


def test_a_profile_that_says_something_else_is_told(tmp_path: Path) -> None:
    profile = load(str(profile_file(tmp_path, "sometimes")))
    assert isinstance(profile, BadProfile)
    assert any("one of all, walked" in line for line in profile.lines())

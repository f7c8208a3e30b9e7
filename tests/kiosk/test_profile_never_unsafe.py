# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is changed in whatever order, the file is a profile that shuts nobody out; and every key of it counts."""

import base64
import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility.layout import ScreenMeasure
from accessibility.speech.volume import LOUDEST_DB, STEP_DB, USUAL_DBA, VOLUMES, gain_db, trim_db
from core.forms.definition import AnswerType
from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import profile_events as pe
from kiosk.profile import thresholds
from kiosk.profile.file import load
from kiosk.profile.model import Kind, Profile
from kiosk.profile.schema import profile_schema
from kiosk.profile_editing.form import setting_of
from tests.support.edited_profile import Desk, copied

pytestmark = pytest.mark.requirement("STF-01", part="unsafe profiles are refused")

NUMBERS = ("0", "15", "19.9", "20", "60", "288", "400", "700", "1080", "1276", "1277", "1920")
ADDRESSES = ("http://example.org/", "https://example.org/", "http://127.0.0.1:8311", "ftp://x", "nowhere")
CHOICES = ("", "true", "false", "1", "2", "3", "4", "5", "6", "1 2", "2 3 4")
RAW = st.one_of(
    st.sampled_from((*NUMBERS, *ADDRESSES, *CHOICES)), st.text(max_size=8), st.integers(-10, 20_000).map(str)
)
PRESSES = st.sampled_from(
    [e.UndoPressed(), pe.ProfileSavePressed(), pe.ProfileTryPressed(), e.ContinuePressed()]
)


@pytest.fixture(scope="module")
def began(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk of which each example takes a copy: making the form in every language takes a second."""
    return Desk.at(copied(tmp_path_factory.mktemp("profile")))


def fresh(began: Desk) -> Desk:
    """The same desk with the file as it was."""
    opened = replace(began.opened, values=copy.deepcopy(began.opened.values))
    opened.file.write_text(opened.text, "utf-8")
    return Desk(opened, began.visit)


def begins_at(profile: Profile) -> float:
    """How loud (dBA) a visit begins; where nobody has measured, the usual step is taken for what is safe."""
    voice = profile.voice
    measured = voice.loudest_dba or USUAL_DBA + STEP_DB * VOLUMES[1]
    return measured + gain_db(voice.volume, trim_db(voice.loudest_dba)) - LOUDEST_DB


def assert_shuts_nobody_out(file: Path) -> None:
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert profile.delays.warning >= 20
    assert profile.screen.distance <= 15.6 / 0.012217
    assert profile.theme in thresholds.CONTRAST
    assert thresholds.unheard(profile.languages, {}) == ()
    assert begins_at(profile) <= USUAL_DBA
    addresses = (profile.catalogue, *profile.origins, *(one.endpoint for one in profile.access))
    assert all(thresholds.is_private(one) for one in addresses)
    if profile.screen.width and profile.screen.height:
        glass = ScreenMeasure(profile.screen.width, profile.screen.height, profile.screen.ppi)
        assert thresholds.least_target(glass) >= 12.7


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_sequence_of_edits_saves_what_shuts_people_out(began: Desk, data: st.DataObject) -> None:
    desk = fresh(began)
    paths = [one.path for one in desk.entry.pages()]
    for _ in range(data.draw(st.integers(1, 8))):
        if data.draw(st.booleans()):
            desk.press(data.draw(PRESSES))
        elif (path := data.draw(st.sampled_from(paths))) in [one.path for one in desk.entry.pages()]:
            desk.change(path, data.draw(RAW))
        assert_shuts_nobody_out(desk.opened.file)
    desk.press(e.ContinuePressed(), pe.ProfileSavePressed())
    assert_shuts_nobody_out(desk.opened.file)


def test_a_save_is_refused_even_where_nobody_has_judged_before(began: Desk) -> None:
    desk = fresh(began)
    unsafe = desk.entry.answer(QuestionPath("/data/delays/warning"), "19")
    assert desk.opened.save(unsafe)
    assert_shuts_nobody_out(desk.opened.file)


def keys(schema: dict[str, Any], place: str = "") -> Iterator[str]:
    for key, one in schema["properties"].items():
        here = f"{place}.{key}" if place else key
        inner = one.get("items", one)
        if "properties" in inner:
            yield from keys(inner, here)
        elif key != "kind":
            yield here


def other(desk: Desk, path: QuestionPath) -> str:
    """Another good value for a setting."""
    question = desk.entry.question(path)
    given = desk.entry.raw(path)
    several: tuple[str, ...] = ("1 2",) if question.type is AnswerType.SELECT_MULTIPLE else ()
    for raw in (
        *several,
        "2",
        "3",
        "1",
        "false",
        "true",
        "200",
        "400",
        "another",
        "https://127.0.0.1:8311/other",
    ):
        if raw != given and desk.entry.answer(path, raw).problem(path) is None:
            return raw
    raise AssertionError(f"no other value for {path}: {question.type}")


def test_every_key_of_the_schema_is_a_setting_with_words_for_it(began: Desk) -> None:
    settings_shown = {setting_of(one.path) for one in began.entry.pages()}
    for key in keys(profile_schema(Kind.KIOSK)):
        assert key in settings_shown or any(one.startswith(f"{key}.") for one in settings_shown), key
    for question in began.entry.pages():
        if question.type is not AnswerType.REPEAT and "[" not in question.path:
            assert question.label.versions, question.path
            assert began.entry.text(question.label, Language("en")).text != setting_of(question.path)
            assert len(question.hint.versions) == 14, question.path


KEY = base64.b64encode(bytes(32)).decode()
AUTHORITIES = str(Path(__file__).parents[1] / "support" / "town_authority.pem")
BUNDLE = {"/data/bundle/root": "/srv/root.json"}
TOGETHER = {
    "catalogue": {"/data/catalogue": "https://example.org/c", "/data/origins[1]": "https://example.org"},
    "origins": {"/data/catalogue": "https://127.0.0.1/c", "/data/origins[1]": "https://127.0.0.1"},
    "probe": {"/data/probe": "http://town.example/204"},
    "voice.private": {"/data/voice/private": "2", "/data/voice/card": "PCH", "/data/voice/jack": "Jack"},
    "store.recovery_key": {"/data/store/recovery_key": KEY},
    "town.places": {"/data/town/places": ""},
    "town.map": {"/data/town/map": ""},
    "town.emblem": {"/data/town/emblem": ""},
    "bundle.root": BUNDLE,
    "bundle.address": {**BUNDLE, "/data/bundle/address": "http://127.0.0.1:8311/bundles"},
    "bundle.refresh_seconds": {**BUNDLE, "/data/bundle/refresh_seconds": "7200"},
    "bundle.confirm": {**BUNDLE, "/data/bundle/confirm": "2"},
    "bundle.confirm_seconds": {**BUNDLE, "/data/bundle/confirm_seconds": "600"},
    "telemetry.endpoint": {"/data/telemetry/endpoint": "http://127.0.0.1:8311/v1/metrics"},
    "telemetry.every_seconds": {
        "/data/telemetry/endpoint": "http://127.0.0.1:8311/v1/metrics",
        "/data/telemetry/every_seconds": "120",
    },
    "access.authorities": {"/data/access[1]/authorities": AUTHORITIES},
    "access.way": {"/data/access[1]/way": "2", "/data/access[1]/user": "kiosk"},
}
"""Settings whose other values have to fit to something else, with values that do."""


@pytest.mark.parametrize("key", list(TOGETHER))
def test_settings_that_must_fit_to_others_change_the_profile_with_them(began: Desk, key: str) -> None:
    changed = began.entry
    for path, raw in TOGETHER[key].items():
        changed = changed.answer(QuestionPath(path), raw)
    after = began.opened.read(changed)
    assert after is not None, began.opened.judged(changed)
    assert after != began.opened.read(began.entry)


def test_every_setting_changes_the_profile_that_is_read(began: Desk) -> None:
    before = began.opened.read(began.entry)
    for question in began.entry.pages():
        key = setting_of(question.path)
        if question.type is AnswerType.REPEAT or key in TOGETHER:
            continue
        changed = began.entry.answer(question.path, other(began, question.path))
        after = began.opened.read(changed)
        assert after is not None, (key, began.opened.judged(changed))
        assert after != before, key

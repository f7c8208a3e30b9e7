# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile names a folder of language packs; at home there is one more; what is refused is said and not offered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from i18n.languages import withdraw
from kiosk.language_packs import pack_places, with_packs
from kiosk.profile.file import SHIPPED, BadProfile, load
from kiosk.profile.model import Profile
from tests.support.made_up_packs import POLISH, POLISH_FACTS, URDU, URDU_FACTS, write_pack

ROOT = Path(__file__).parents[2]


def profile_file(tmp_path: Path, *, name: str = "town-hall-kiosk", languages: str = '"en", "es"') -> Path:
    text = (SHIPPED / f"{name}.toml").read_text("utf-8")
    before, _, rest = text.partition("languages = [")
    after = rest.partition("]")[2]
    packs = f"language_packs = {str(tmp_path / 'packs')!r}\n"
    file = tmp_path / "profile.toml"
    file.write_text(f"{before}{packs}languages = [{languages}]{after}", "utf-8")
    return file


def loaded(file: Path) -> Profile:
    profile = load(str(file))
    assert isinstance(profile, Profile), profile
    return profile


def test_a_folder_that_is_dropped_in_is_offered_after_the_profiles_own_languages(tmp_path: Path) -> None:
    write_pack(tmp_path / "packs", "pl", POLISH_FACTS, POLISH)
    profile, refused = with_packs(loaded(profile_file(tmp_path)))
    withdraw("pl")
    assert profile.languages == ("en", "es", "pl")
    assert refused == ()


def test_the_profile_may_say_where_a_pack_stands_and_what_its_counter_is_called(tmp_path: Path) -> None:
    write_pack(tmp_path / "packs", "pl", POLISH_FACTS, POLISH)
    file = profile_file(tmp_path, languages='"pl", "en"')
    text = file.read_text("utf-8").replace("[town.counter]", '[town.counter]\npl = "Ratusz, okienko 2"')
    file.write_text(text, "utf-8")
    profile, _ = with_packs(loaded(file))
    withdraw("pl")
    assert profile.languages == ("pl", "en")
    assert profile.town.counter.best(profile.languages[0]).text == "Ratusz, okienko 2"


def test_a_language_without_a_pack_is_a_mistake_in_the_profile(tmp_path: Path) -> None:
    bad = load(str(profile_file(tmp_path, languages='"en", "pl"')))
    assert isinstance(bad, BadProfile)
    assert any("languages" in line and "pl" in line for line in bad.lines())


def test_a_refused_pack_is_not_offered_even_if_the_profile_names_it(tmp_path: Path) -> None:
    write_pack(tmp_path / "packs", "pl", POLISH_FACTS, {**POLISH, "bar.back": "Wste\u202ecz"})
    profile, refused = with_packs(loaded(profile_file(tmp_path, languages='"pl", "en"')))
    assert profile.languages == ("en",)
    assert profile.office_language == "en"
    assert "RIGHT-TO-LEFT OVERRIDE" in refused[0].lines()[0]


def test_at_home_the_persons_own_folder_is_looked_into_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    write_pack(tmp_path / "civic-kiosk" / "languages", "ur", URDU_FACTS, URDU)
    assert pack_places(None, at_home=False) == ()
    profile, _ = with_packs(loaded(profile_file(tmp_path, name="home")))
    withdraw("ur")
    assert profile.languages == ("en", "es", "ur")


def kiosk(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_says_what_a_pack_adds_or_why_it_is_refused(tmp_path: Path) -> None:
    good = write_pack(tmp_path, "pl", POLISH_FACTS, {**POLISH, "old.key": "Stare"})
    done = kiosk("language", "check", str(good))
    assert done.returncode == 0
    assert "left out: words.po: old.key: is unfinished" in done.stdout
    assert "pl: Polski, " in done.stdout
    bad = write_pack(tmp_path, "xx", POLISH_FACTS.replace('"ltr"', '"up"'), POLISH)
    done = kiosk("language", "check", str(bad))
    assert (done.returncode, done.stderr) == (1, "kiosk: refused: xx: direction is 'up', not ltr or rtl\n")

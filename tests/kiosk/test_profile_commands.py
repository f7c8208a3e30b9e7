# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about profiles: a schema with words in a language, a profile of one's own, what an address offers."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from core.breach import Wrong
from core.catalogue import EMPTY
from core.ids import Language
from core.offer import short_name
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line import profile_editing
from kiosk.command_line.commands import app
from kiosk.command_line.profile_editing import services_known
from kiosk.profile.file import SHIPPED
from kiosk.profile_editing.opened import OpenedProfile, open_profile
from kiosk.setting_up import forms, looking
from tests.support.sandbox_town import running_town

RUN = CliRunner()
ISOLATES = "\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(("language", "said"), [("en", "Name of the town"), ("ar", "اسم المدينة")])
def test_the_schema_has_titles_in_a_language(language: str, said: str) -> None:
    printed = RUN.invoke(app, ["profile", "schema", "--language", language])
    schema = json.loads(printed.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["town"]["properties"]["name"]["title"] == said
    assert schema["properties"]["delays"]["properties"]["warning"]["x-unit"] == "seconds"


def test_a_language_that_is_none_is_told() -> None:
    assert RUN.invoke(app, ["profile", "schema", "--language", "xx"]).exit_code != 0


def test_a_new_profile_is_a_copy_of_a_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def window(file: str) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr(profile_editing, "run", window)
    file = tmp_path / "mine.toml"
    assert RUN.invoke(app, ["profile", "new", str(file), "--like", "home"]).exit_code == 0
    assert file.read_bytes() == (SHIPPED / "home.toml").read_bytes()
    assert opened == [str(file)]
    file.write_text("mine", "utf-8")
    assert RUN.invoke(app, ["profile", "new", str(file)]).exit_code != 0
    assert file.read_text("utf-8") == "mine"
    assert RUN.invoke(app, ["profile", "new", str(tmp_path / "other.toml"), "--like", "x"]).exit_code != 0


def test_what_answers_at_an_address_is_listed(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        found = RUN.invoke(app, ["profile", "find", f"{town.url}/open311"])
        assert found.exit_code == 0
        assert "Open311 GeoReport v2" in found.stdout
        assert RUN.invoke(app, ["profile", "find", f"{town.url}/nowhere"]).exit_code != 0
    assert RUN.invoke(app, ["profile", "find", "http://example.org/"]).exit_code != 0


def test_the_editor_chooses_services_by_the_names_of_the_list_that_the_file_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, file = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8"), tmp_path / "mine.toml"
    with running_town(tmp_path / "town") as town:
        file.write_text(text.replace("http://127.0.0.1:8311", town.url), "utf-8")
        known = services_known(str(file))
        assert len(known.services) > 10
        opened = open_profile(str(file), datetime(2026, 11, 23, tzinfo=UTC), known)
        assert isinstance(opened, OpenedProfile)
        words = {
            opened.began.text(choice.label, Language("en")).text.strip(ISOLATES)
            for question in opened.began.pages()
            if question.path == "/data/services/hidden"
            for choice in question.choices
        }
        names = {
            one.text for each in known.services.values() for one in each.name.versions if one.language == "en"
        }
        assert names <= words
        assert len(words) == len(known.services)
        assert capsys.readouterr().err == ""
    assert services_known(str(file)) == EMPTY
    assert "the list of services does not come" in capsys.readouterr().err
    assert services_known(str(tmp_path / "none.toml")) == EMPTY


def test_a_set_up_shows_no_life_event_of_which_every_service_is_hidden(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        address = f"{town.url}/catalogue.jsonld"
        values: dict[str, object] = {"catalogue": address, "origins": [town.url]}
        whole = looking.services(values).catalogue
        assert whole is not None
        event = next(iter(whole.events))
        hidden = [short_name(one.id) for one in whole.of_event(event)]
        assert hidden
        fewer = looking.services({**values, "services": {"hidden": hidden}}).catalogue
        assert fewer is not None
        assert event in whole.events
        assert event not in fewer.events
        seen = forms.look({**values, "services": {"hidden": hidden}}, MachineClock(), None).seen
        assert len(seen) < len(forms.look(values, MachineClock(), None).seen)


BAD = {
    "warning = 60": "warning = 5",
    'theme = "standard"': 'theme = "pink"',
    "[delays]": '[delays]\nidel = 200\nxyzzy = ""',
}


def bad_profile(folder: Path) -> Path:
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    for good, bad in BAD.items():
        assert good in text
        text = text.replace(good, bad)
    file = folder / "bad.toml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("language", ["ar", "zh-Hans", "fr"])
def test_every_mistake_of_a_profile_is_said_in_a_language(tmp_path: Path, language: str) -> None:
    texts, file = Messages.load(language), bad_profile(tmp_path)
    checked = RUN.invoke(app, ["profile", "check", str(file), "--language", language])
    assert checked.exit_code == 2
    lines = checked.stderr.splitlines()
    known = {
        "delays.warning": texts.text("profile.wrong.range", least="20", most="600"),
        "delays.idel": texts.text("profile.wrong.misspelt", name="delays.idel", near="idle"),
        "delays.xyzzy": texts.text("profile.wrong.unknown", name="delays.xyzzy"),
    }
    for key, words in known.items():
        (line,) = (one for one in lines if f": {key}: " in one)
        assert line.endswith(words)
    warning = next(line for line in lines if "delays.warning" in line)
    assert texts.text("profile.title.delays.warning") in warning
    assert "high-light" in next(line for line in lines if "start.theme" in line)
    assert len(lines) == len(known) + 1


def test_without_a_language_a_check_says_what_it_always_said(tmp_path: Path) -> None:
    checked = RUN.invoke(app, ["profile", "check", str(bad_profile(tmp_path))])
    assert checked.exit_code == 2
    assert (
        "delays.warning: is 5. Allowed: a number from 20 to 600 seconds. Safe: 60 seconds." in checked.stderr
    )
    assert (
        "delays.idel: is not a known key (did you mean idle?). Allowed: one of abandoned," in checked.stderr
    )


def test_a_good_profile_and_what_is_none_are_told_in_a_language() -> None:
    good = RUN.invoke(app, ["profile", "check", "home", "--language", "es"])
    assert (good.exit_code, good.stdout) == (0, "home: Esta configuración se puede usar.\n")
    none = RUN.invoke(app, ["profile", "check", "/nowhere.toml", "--language", "es"])
    assert none.exit_code == 2
    assert Messages.load("es").text("trouble.profile_unreadable") in none.stderr


@pytest.mark.parametrize("wrong", list(Wrong))
def test_all_that_can_be_wrong_has_a_sentence(wrong: Wrong) -> None:
    assert Messages.load("en").has(f"profile.wrong.{wrong.value}")

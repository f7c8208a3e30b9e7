# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about profiles: a schema with words in a language, a profile of one's own, what an address offers."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from kiosk.command_line import profile_editing
from kiosk.command_line.commands import app
from kiosk.profile.file import SHIPPED
from tests.support.sandbox_town import running_town

RUN = CliRunner()


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

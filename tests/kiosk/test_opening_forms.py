# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form with programs in it is offered where the profile runs them, each form with an engine of its own."""

import json
from pathlib import Path

import pytest

from core.errors import Trouble
from core.forms.entry import Entry
from core.forms.submission_json import to_formio
from core.ids import FormId, Language, QuestionPath
from core.ports import CachedForm
from kiosk.opening_forms import OpeningForms
from kiosk.profile.file import BadProfile, load, shipped
from kiosk.profile.model import FormCode, Profile
from services import definitions
from tests.support.form_filling import NOW, SUBMISSION
from tests.support.formio_forms import Component, one

TOTAL = one("number", "c", calculateValue="value = data.a * 2")


def kept(*components: Component) -> CachedForm:
    spoken = definitions.Spoken(Language("en"), "", {"title": "T", "components": list(components)})
    return definitions.cached(
        "https://town.example", definitions.Definitions(definitions.FORMIO, FormId("f"), (spoken,)), 0.0
    )


def test_a_form_with_programs_is_not_opened_where_they_are_refused() -> None:
    forms = OpeningForms()
    found = forms.begun(kept(one("number", "a"), TOTAL), SUBMISSION, NOW)
    assert isinstance(found, Trouble)
    assert found.key == "trouble.form_unreadable"
    assert isinstance(forms.begun(kept(one("number", "a")), SUBMISSION, NOW), Entry)
    forms.close()


def test_each_form_has_a_process_of_its_own_which_ends_with_the_session() -> None:
    forms = OpeningForms(FormCode.RUN)
    entries = [forms.begun(kept(one("number", "a"), TOTAL), SUBMISSION, NOW) for _ in range(2)]
    sent = []
    for entry in entries:
        assert isinstance(entry, Entry)
        sent.append(json.loads(to_formio(entry.answer(QuestionPath("/data/a"), "4")))["data"])
    assert sent == [{"a": 4, "c": 8}] * 2
    numbers = {engine.number for engine in forms._engines}
    assert len(numbers) == 2
    assert all(Path(f"/proc/{number}").exists() for number in numbers)
    forms.close()
    assert not any(Path(f"/proc/{number}").exists() for number in numbers)


def test_a_form_that_was_read_ahead_is_begun_once() -> None:
    forms, published = OpeningForms(), kept(one("number", "a"))
    forms.read_ahead(published)
    begun = [forms.begun(published, SUBMISSION, NOW) for _ in range(2)]
    assert isinstance(begun[0], Entry)
    assert isinstance(begun[1], Entry)
    assert begun[0].form is not begun[1].form
    forms.close()


def test_another_version_than_the_one_read_ahead_is_read_anew() -> None:
    forms = OpeningForms()
    forms.read_ahead(kept(one("number", "a")))
    begun = forms.begun(kept(one("number", "b")), SUBMISSION, NOW)
    assert isinstance(begun, Entry)
    assert [question.path for question in begun.questions()] == ["/data/b"]
    forms.close()


def test_a_form_that_does_not_open_says_so_when_it_is_begun() -> None:
    forms, published = OpeningForms(), kept(one("number", "a"), TOTAL)
    forms.read_ahead(published)
    assert isinstance(forms.begun(published, SUBMISSION, NOW), Trouble)
    forms.close()


def test_a_form_without_programs_starts_no_process() -> None:
    forms = OpeningForms(FormCode.RUN)
    entry = forms.begun(kept(one("number", "a")), SUBMISSION, NOW)
    assert isinstance(entry, Entry)
    assert not forms._engines
    forms.close()


@pytest.mark.parametrize("name", shipped())
def test_what_is_shipped_runs_no_programs_of_forms(name: str) -> None:
    profile = load(name)
    assert isinstance(profile, Profile)
    assert profile.form_code is FormCode.REFUSE


@pytest.mark.parametrize(("line", "code"), [('code = "run"', FormCode.RUN), ("", FormCode.REFUSE)])
def test_a_profile_says_what_becomes_of_programs(tmp_path: Path, line: str, code: FormCode) -> None:
    profile = load(written(tmp_path, line))
    assert isinstance(profile, Profile)
    assert profile.form_code is code


def test_a_profile_that_says_something_else_is_told(tmp_path: Path) -> None:
    profile = load(written(tmp_path, 'code = "always"'))
    assert isinstance(profile, BadProfile)
    assert "one of refuse, run" in profile.lines()[0]


def written(folder: Path, line: str) -> str:
    source = Path("kiosk/profiles/town-hall-kiosk.toml").read_text("utf-8")
    assert '\ncode = "refuse"\n' in source
    place = folder / "profile.toml"
    place.write_text(source.replace('\ncode = "refuse"\n', f"\n{line}\n"), "utf-8")
    return str(place)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff change a profile: what is good is saved with its comments, what shuts people out is named and never saved."""

from pathlib import Path

import pytest

from core.breach import Wrong
from core.ids import QuestionPath
from core.visit import editing as rules
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Kept
from i18n.messages import Messages
from kiosk.profile import writing
from kiosk.profile.file import SHIPPED, load
from kiosk.profile.model import Profile
from kiosk.profile_editing.opened import open_profile
from tests.support.edited_profile import NOW, Desk, copied
from ui.present.breach_words import breach_words

WARNING = "/data/delays/warning"

pytestmark = pytest.mark.requirement("STF-01", part="unsafe profiles are refused")


def read(file: Path) -> Profile:
    profile = load(str(file))
    assert isinstance(profile, Profile)
    return profile


@pytest.mark.parametrize("name", ["town-hall-kiosk", "home"])
def test_a_shipped_profile_opens_without_anything_to_mend_and_is_written_as_it_was(
    tmp_path: Path, name: str
) -> None:
    file = copied(tmp_path, name)
    desk = Desk.at(file)
    assert rules.fits(desk.editing, desk.entry)
    assert not rules.is_changed(desk.editing, desk.entry)
    assert desk.opened.written(desk.entry) == file.read_text("utf-8")


def test_every_setting_stands_in_one_group_and_every_group_has_some(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    for question in desk.entry.pages():
        assert len([one for one in desk.editing.groups if one.holds(question.path)]) == 1, question.path
    for group in desk.editing.groups:
        assert any(group.holds(one.path) for one in desk.entry.pages()), group.name


def test_a_change_is_saved_in_its_line_and_runs_at_the_next_start(tmp_path: Path) -> None:
    file = copied(tmp_path)
    desk = Desk.at(file)
    desk.press(pe.ProfileGroupChosen("delays"))
    desk.change(WARNING, "90")
    assert desk.page == p.ProfileGroup("delays")
    assert rules.changes(desk.editing, desk.entry) == (QuestionPath(WARNING),)
    desk.press(e.ContinuePressed(), pe.ProfileSavePressed())
    assert desk.editing.kept is Kept.SAVED
    assert read(file).delays.warning == 90
    assert read(writing.previous(file)).delays.warning == 60
    before = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    assert file.read_text("utf-8") == before.replace("warning = 60", "warning = 90")


def test_a_value_that_shuts_people_out_stays_on_its_page_and_save_answers_with_the_reason(
    tmp_path: Path,
) -> None:
    file = copied(tmp_path)
    desk = Desk.at(file)
    desk.press(e.ChangePressed(QuestionPath(WARNING)), e.AnswerGiven(QuestionPath(WARNING), "15"))
    desk.press(e.ContinuePressed())
    assert desk.page == p.Question(QuestionPath(WARNING), told=True)
    desk.press(e.BackPressed(), e.ContinuePressed(), pe.ProfileSavePressed())
    assert desk.page == p.ProfileGroups(told=True)
    assert read(file).delays.warning == 60
    desk.press(pe.ProfileTryPressed())
    assert desk.tried == ()


@pytest.mark.parametrize(
    ("path", "raw", "wrong"),
    [
        ("/data/catalogue", "http://example.org/c", Wrong.ADDRESS),
        ("/data/catalogue", "https://example.org/c", Wrong.ORIGIN),
        ("/data/access[7]/endpoint", "http://example.org/", Wrong.ADDRESS),
        ("/data/voice/private", "2", Wrong.JACK),
        ("/data/voice/volume", "4", Wrong.LOUD),
        ("/data/store/recovery_key", "abc", Wrong.KEY),
        ("/data/languages", "2", Wrong.OFFICE),
        ("/data/town/places", "nowhere.geojson", Wrong.FILE),
    ],
)
def test_what_does_not_fit_together_is_named_where_it_is_mended(
    tmp_path: Path, path: str, raw: str, wrong: Wrong
) -> None:
    file = copied(tmp_path)
    before = file.read_bytes()
    desk = Desk.at(file)
    there = QuestionPath(path)
    changed = desk.entry.answer(there, raw)
    assert [one.wrong for one in desk.opened.judged(changed)] == [wrong]
    assert desk.opened.save(changed) == desk.opened.judged(changed)
    assert file.read_bytes() == before


def test_a_glass_too_small_for_its_buttons_is_told_with_its_measures(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    for path, raw in (("width", "1920"), ("height", "1080"), ("ppi", "300")):
        desk.change(f"/data/screen/{path}", raw)
    (breach,) = desk.editing.breaches
    assert breach.wrong is Wrong.GLASS
    assert breach.path == "/data/screen/ppi"
    assert breach.values["least"] == "12.7"
    assert float(breach.values["found"]) < 12.7
    desk.change("/data/screen/ppi", breach.values["most"])
    assert rules.fits(desk.editing, desk.entry)


def test_undo_puts_back_one_change_after_the_other(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    desk.change(WARNING, "90")
    desk.change("/data/town/phone", "0800 1")
    desk.press(e.UndoPressed())
    assert rules.changes(desk.editing, desk.entry) == (QuestionPath(WARNING),)
    desk.press(e.UndoPressed())
    assert not rules.is_changed(desk.editing, desk.entry)
    desk.press(e.UndoPressed())
    assert desk.opened.written(desk.entry) == desk.opened.text


def test_one_value_that_does_not_fit_does_not_lead_to_another(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    desk.change("/data/files/most_megabytes", "900")
    there = QuestionPath(WARNING)
    desk.press(e.ChangePressed(there), e.AnswerGiven(there, "90"), e.ContinuePressed())
    assert desk.page == p.ProfileGroup("delays")


def test_who_leaves_without_saving_sees_what_would_be_lost(tmp_path: Path) -> None:
    file = copied(tmp_path)
    desk = Desk.at(file)
    desk.change(WARNING, "90")
    desk.press(e.FinishPressed())
    assert desk.page == p.ProfileChanges(leaving=True)
    assert not desk.left
    desk.press(pe.ProfileLeft())
    assert desk.left
    assert read(file).delays.warning == 60


def test_who_has_changed_nothing_just_leaves(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    desk.press(e.BackPressed())
    assert desk.left


def test_agencies_are_added_changed_and_taken_out_entry_by_entry(tmp_path: Path) -> None:
    file = copied(tmp_path)
    desk = Desk.at(file)
    access = QuestionPath("/data/access[+]")
    desk.press(e.ChangePressed(access), e.RemovePressed(2), e.AddPressed())
    for name, raw in (("endpoint", "https://example.org/v1"), ("key", "abc"), ("way", "4")):
        path = QuestionPath(f"/data/access[7]/{name}")
        desk.press(e.AnswerGiven(path, raw), e.ContinuePressed())
    # Neither a name for a password nor an authority of its own.
    desk.press(e.ContinuePressed(), e.ContinuePressed())
    assert desk.page == p.Question(access)
    desk.press(e.ContinuePressed(), e.ContinuePressed(), pe.ProfileSavePressed())
    assert desk.editing.kept is Kept.SAVED
    ways = [(one.endpoint.rpartition("/")[2], one.key, one.way.value) for one in read(file).access]
    assert len(ways) == 7
    assert "2" not in [one[0] for one in ways]
    assert ways[-1] == ("v1", "abc", "token")
    assert "# ODK Central's sessions" in file.read_text("utf-8")


def test_what_the_program_does_not_know_is_named_before_anything_is_saved(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.write_text(file.read_text("utf-8").replace("[delays]", "[delays]\nidel = 5"), "utf-8")
    desk = Desk.at(file)
    (breach,) = desk.editing.breaches
    assert breach.wrong is Wrong.MISSPELT
    assert "delays.idel" in breach_words(breach, Messages.load("en"))
    desk.press(pe.ProfileSavePressed())
    assert desk.page == p.ProfileGroups(told=True)


def test_a_file_that_a_start_would_refuse_can_be_opened_and_mended(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.write_text(file.read_text("utf-8").replace("warning = 60", "warning = 5"), "utf-8")
    desk = Desk.at(file)
    assert not rules.fits(desk.editing, desk.entry)
    desk.change(WARNING, "60")
    desk.press(pe.ProfileSavePressed())
    assert read(file).delays.warning == 60


@pytest.mark.parametrize("content", [b"\xff\xfe", b"kind = [", b"x" * 200_000])
def test_what_is_no_profile_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "profile.toml"
    file.write_bytes(content)
    found = open_profile(str(file), NOW)
    assert getattr(found, "key", "") == "trouble.profile_unreadable"

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a visit begins is the profile's to say: larger and slower, how loud and how fast. What is too loud is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.speech.pace import STEPS, USUAL
from accessibility.speech.sink import RecordingSink
from accessibility.speech.volume import STEP_DB, VOLUMES, loudest_start, trim_db
from core.ids import Language
from core.visit import events as e
from core.visit.pages import Finished, Welcome
from core.visit.passing_time import idle, warning
from i18n.messages import Messages
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.profile.file import SHIPPED, BadProfile, load
from kiosk.profile.model import Profile
from kiosk.session.assembly import Session
from kiosk.session.setting import usual_preferences
from kiosk.store_access import session_keys
from tests.support.edited_profile import Desk, copied
from tests.support.stored_outbox import KEY
from ui.present.comfort_rows import put_back
from ui.present.true_size import true_size
from ui.present.welcome import WelcomeContents

GLASS = ScreenMeasure(1920, 1080, 102)
SLOW = (("assisted = false", "assisted = true"), ("text_step = 1\n", "text_step = 2\n"))


def written(folder: Path, *changes: tuple[str, str], name: str = "town-hall-kiosk") -> Path:
    """A shipped profile with other values, in a file."""
    text = (SHIPPED / f"{name}.toml").read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    folder.mkdir(exist_ok=True)
    file = folder / "changed.toml"
    file.write_text(text, "utf-8")
    return file


def read(file: Path) -> Profile:
    profile = load(str(file))
    assert isinstance(profile, Profile), profile.lines()
    return profile


@contextmanager
def a_session(profile: Profile, folder: Path, *, trial: bool = True) -> Iterator[Session]:
    order = link.Order("", str(folder), {}, trial=trial)
    session = Session(order, profile, GLASS, MachineClock(), RecordingSink(), _nothing, _nothing)
    yield session
    session.close()
    session.window.shell.deleteLater()


def test_the_shipped_profiles_begin_as_everywhere() -> None:
    for name in ("town-hall-kiosk", "home"):
        profile = load(name)
        assert isinstance(profile, Profile)
        usual = usual_preferences(profile)
        assert (usual.assisted, usual.volume, usual.speech_rate) == (False, 0, 0)


@pytest.mark.requirement("PRV-05", part="a profile that begins larger and slower")
def test_every_visit_begins_larger_and_slower_and_goes_back_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    profile = read(written(tmp_path, *SLOW))
    with a_session(profile, tmp_path) as session:
        window = session.window
        start = window.preferences
        assert (start.assisted, start.text_step) == (True, 3)
        assert window.shell.look.preferences == start
        visit = session.runner.visit
        assert visit.assisted
        assert (idle(visit), warning(visit)) == (visit.delays.assisted_idle, visit.delays.assisted_warning)

        contents = window._contents
        assert isinstance(contents, WelcomeContents)
        assert contents.larger == window.texts.text("welcome.usual_size")
        # The usual pace has the letters of the profile, not those of the larger start.
        session.send(contents.wished)
        assert (window.preferences.assisted, window.preferences.text_step) == (False, 2)
        assert not session.runner.visit.assisted

        session.send(e.LanguageChosen(Language("es")))
        session.send(window.preferences.with_volume(2))
        (back,) = put_back(window.texts, session._setting(window.preferences)).changes
        assert isinstance(back.wished, Preferences)
        session.send(back.wished)
        assert window.preferences == start
        assert session.runner.visit.assisted

        session.send(window.preferences.with_assisted(False))
        card = session.first_pages.card(session.runner.visit)
    with a_session(profile, tmp_path) as session:
        # Who went on at the usual pace is told so at that pace; the next person begins as the profile says.
        session.show(link.SHOW_FINISHED, card=card)
        assert isinstance(session.runner.visit.page, Finished)
        assert not session.runner.visit.assisted
        assert not session.window.preferences.assisted
        session.send(e.ContinuePressed())
        assert isinstance(session.runner.visit.page, Welcome)
        assert session.runner.visit.assisted
        assert session.window.preferences == start


def test_at_home_the_kept_pace_is_that_of_the_visit_too(qtbot: QtBot, tmp_path: Path) -> None:
    profile = read(written(tmp_path, ("[start]\n", "[start]\nassisted = true\n"), name="home"))
    with a_session(profile, tmp_path, trial=False) as session:
        assert session.runner.visit.assisted
        session.send(session.window.preferences.with_assisted(False))
    with a_session(profile, tmp_path, trial=False) as session:
        assert not session.window.preferences.assisted
        assert not session.runner.visit.assisted
        # A trial begins with nothing kept.
        session.complete(link.Order("", str(tmp_path), session_keys(KEY, at_home=True), trial=True))
        assert session.window.preferences.assisted
        assert session.runner.visit.assisted


def test_the_voice_begins_as_loud_and_as_fast_as_the_profile_says(qtbot: QtBot, tmp_path: Path) -> None:
    profile = read(written(tmp_path, ("volume = 3", "volume = 2"), ("speed = 4", "speed = 6")))
    with a_session(profile, tmp_path) as session:
        manner = session.ears.manner()
        assert (manner.volume, manner.pace) == (-1, STEPS[STEPS.index(USUAL) + 2])
        session.send(session.window.preferences.with_volume(2).with_speech_rate(-3))
        assert session.ears.manner().volume == 2
        (back,) = put_back(session.window.texts, session._setting(session.window.preferences)).changes
        assert isinstance(back.wished, Preferences)
        session.send(back.wished)
        assert session.ears.manner() == manner


@pytest.mark.requirement("SPK-05", part="a profile does not begin louder than 65 dBA")
@pytest.mark.parametrize("private", ["never", "always"])
@pytest.mark.parametrize(
    ("dba", "most"), [(0, 3), (85, 3), (81, 3), (74, 3), (73, 4), (66, 4), (65, 5), (40, 5)]
)
def test_a_start_louder_than_what_was_measured_allows_is_refused(
    tmp_path: Path, dba: int, most: int, private: str
) -> None:
    for step in range(1, 6):
        file = written(
            tmp_path,
            ("loudest_dba = 0", f"loudest_dba = {dba}"),
            ("\nvolume = 3", f"\nvolume = {step}"),
            ('\nprivate = "never"', f'\nprivate = "{private}"'),
        )
        found = load(str(file))
        if step <= most:
            assert isinstance(found, Profile)
            assert found.voice.volume == step - 3
        else:
            assert isinstance(found, BadProfile)
            (line,) = found.lines()
            assert f"voice.volume: is {step}, with which a visit would begin louder than is safe" in line
            assert f"Safe: {most}." in line


def test_the_loudest_start_is_the_last_one_within_65_dba() -> None:
    assert loudest_start(0) == 0
    for tenths in range(300, 1_200):
        dba = tenths / 10
        usual = dba - 2 * STEP_DB + trim_db(dba)
        most = loudest_start(dba)
        assert usual + STEP_DB * most <= 65
        assert most == VOLUMES[1] or usual + STEP_DB * (most + 1) > 65


@pytest.mark.parametrize(
    ("old", "new"),
    [("\nvolume = 3", "\nvolume = 0"), ("\nvolume = 3", "\nvolume = 6"), ("speed = 4", "speed = 8")],
)
def test_steps_that_do_not_exist_are_refused(tmp_path: Path, old: str, new: str) -> None:
    found = load(str(written(tmp_path, (old, new))))
    assert isinstance(found, BadProfile)
    (line,) = found.lines()
    assert line.startswith(f"{found.file}: voice.")
    assert "a number from 1 to" in line


def test_staff_see_the_larger_start_at_its_true_size(tmp_path: Path) -> None:
    desk = Desk.at(copied(tmp_path))
    texts = Messages.load("en")
    usual = true_size(desk.entry, texts)
    desk.change("/data/start/assisted", "true")
    slow = true_size(desk.entry, texts)
    assert usual is not None
    assert slow is not None
    assert (usual.text_step, usual.assisted) == (1, False)
    assert (slow.text_step, slow.assisted) == (3, True)
    assert slow.facts != usual.facts


def _nothing(_: object) -> None:
    QApplication.processEvents()

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first set-up: the bar that measures a screen, the way back to where it was stopped, and what an address brings."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from core.ids import QuestionPath
from core.staff.finding import Gravity
from core.visit import events as e
from core.visit import guiding
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.editing_state import Kept
from core.visit.guiding_state import FoundAgency, Seen, SetUpStep, card_pixels
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.setting_up import begun, looking
from kiosk.setting_up.begun import open_set_up
from tests.support.edited_profile import NOW, Desk, copied
from ui.present.profile_rows import wrongs
from ui.registry_setting import a_kiosk

TOWN = FoundAgency("https://marsh.example", "https://marsh.example/catalogue.jsonld", is_catalogue=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a profile, with a set-up in one language begun there: twelve more take a second each time."""
    place = tmp_path / "marsh.toml"
    text = begun.fresh()
    head, _, tail = text.partition("languages = [")
    begun.keep(place, SetUpStep.LANGUAGES, f'{head}languages = ["en"]{tail.partition("]")[2]}')
    return place


def desk_at(file: Path) -> Desk:
    return Desk.before(open_set_up(file, NOW))


def test_nothing_of_the_sandbox_town_is_left_in_what_a_set_up_begins_with() -> None:
    text = begun.fresh()
    for theirs in ('Port Amity"', "0800 555", "127.0.0.1", "[[access]]", "Counter 2"):
        assert theirs not in text


@pytest.mark.parametrize("glass", [86.0, 102.5, 141.2, 220.0])
def test_who_compares_a_bar_with_a_card_comes_to_the_fineness_of_the_glass(file: Path, glass: float) -> None:
    desk = desk_at(file)
    wanted = card_pixels(glass)
    presses = 0
    while abs(round(card_pixels(_ppi(desk))) - wanted) > 1:
        longer = card_pixels(_ppi(desk)) < wanted
        desk.visit = _at(desk, SetUpStep.SCREEN)
        desk.press(pe.SetUpStretched(longer=longer))
        presses += 1
        assert presses < 40
    assert _ppi(desk) == pytest.approx(glass, abs=0.5)


def test_a_bar_never_leaves_the_screens_that_there_are(file: Path) -> None:
    desk = desk_at(file)
    desk.visit = _at(desk, SetUpStep.SCREEN)
    for longer, end in ((True, guiding.MOST_PPI), (False, guiding.LEAST_PPI)):
        desk.press(*(pe.SetUpStretched(longer=longer) for _ in range(120)))
        assert _ppi(desk) == end


def test_a_set_up_that_is_stopped_goes_on_where_it_was_with_what_was_typed(file: Path) -> None:
    desk = desk_at(file)
    desk.press(e.ContinuePressed())
    assert desk.page == p.SetUp(SetUpStep.PLACE)
    desk.change("/data/town/name", "Marsh End")
    desk.press(e.FinishPressed())
    assert desk.left
    assert not file.exists()
    again = desk_at(file)
    assert again.visit.page == p.SetUp(SetUpStep.PLACE)
    assert again.entry.raw(QuestionPath("/data/town/name")) == "Marsh End"
    assert begun.place_of(file).stat().st_mode & 0o077 == 0


def test_back_leads_to_the_step_before_and_from_the_first_one_out(file: Path) -> None:
    desk = desk_at(file)
    desk.press(e.ContinuePressed(), e.ContinuePressed(), e.BackPressed())
    assert desk.page == p.SetUp(SetUpStep.PLACE)
    desk.press(e.BackPressed())
    assert not desk.left
    desk.press(e.BackPressed())
    assert desk.left


def test_a_half_profile_is_not_saved_and_its_last_page_says_so(file: Path) -> None:
    desk = desk_at(file)
    desk.visit = _at(desk, SetUpStep.DONE)
    desk.press(pe.ProfileSavePressed())
    assert desk.page == p.SetUp(SetUpStep.DONE, told=True)
    assert not file.exists()


def test_a_town_that_answers_brings_its_services_and_its_server_and_undo_takes_them_back(file: Path) -> None:
    desk = desk_at(file)
    desk.visit = _at(desk, SetUpStep.AGENCIES)
    seen = Seen("marsh.example", Gravity.FINE, "search.found_brief", {"n": 3, "standard": "CPSV-AP"})
    desk.press(*[pe.SetUpSeen(SetUpStep.AGENCIES, (seen,), TOWN, joins=True)] * 2)
    values = desk.opened.changed(desk.entry)
    assert (values["catalogue"], values["origins"]) == (TOWN.endpoint, [TOWN.origin])
    desk.press(e.UndoPressed())
    assert "origins" not in desk.opened.changed(desk.entry)


def test_a_key_is_asked_for_where_an_office_wants_one_and_nothing_is_kept_without_it(file: Path) -> None:
    desk = desk_at(file)
    desk.visit = _at(desk, SetUpStep.FORMS)
    key = QuestionPath("/data/access[1]/key")
    desk.press(pe.SetUpKeyPressed("https://marsh.example/v1/projects/1"))
    assert desk.page == p.Question(key)
    desk.press(e.BackPressed())
    assert desk.page == p.SetUp(SetUpStep.FORMS)
    assert "access" not in desk.opened.changed(desk.entry)
    desk.press(pe.SetUpKeyPressed("https://marsh.example/v1/projects/1"))
    desk.press(e.AnswerGiven(key, "secret"), e.ContinuePressed())
    assert desk.page == p.SetUp(SetUpStep.FORMS)
    desk.press(pe.SetUpKeyPressed("https://marsh.example/v1/projects/1/"))
    assert desk.page == p.Question(key)
    desk.press(e.BackPressed())
    access = desk.opened.changed(desk.entry)["access"]
    assert [(one["endpoint"], one["key"]) for one in access] == [
        ("https://marsh.example/v1/projects/1", "secret")
    ]


def test_what_a_walk_tells_joins_what_was_seen_and_the_looking_goes_on_until_its_end(file: Path) -> None:
    desk = desk_at(file)
    desk.visit = _at(desk, SetUpStep.FORMS)
    forms = tuple(Seen(name, Gravity.FINE, "set_up.opens") for name in ("Bins", "Tax"))
    desk.press(pe.SetUpSeen(SetUpStep.FORMS, forms), pe.SetUpWalkPressed(), pe.SetUpWalkPressed())
    stuck = Seen("Tax", Gravity.BAD, "set_up.stuck")
    desk.press(pe.SetUpSeen(SetUpStep.FORMS, (stuck,), joins=True, goes_on=True))
    guided = desk.editing.guided
    assert guided is not None
    assert guided.seen[SetUpStep.FORMS] == (forms[0], stuck)
    assert SetUpStep.FORMS in guided.looking
    desk.press(pe.SetUpSeen(SetUpStep.FORMS, (), joins=True))
    assert desk.editing.guided is not None
    assert desk.editing.guided.looking == frozenset()
    assert desk.walked == 1


def test_what_is_filled_in_is_saved_once_and_the_set_up_is_forgotten(file: Path) -> None:
    desk = desk_at(file)
    desk.change("/data/town/name", "Marsh End")
    desk.change("/data/town/phone", "05559")
    desk.press(pe.SetUpSeen(SetUpStep.AGENCIES, (), TOWN))
    desk.visit = _at(desk, SetUpStep.DONE)
    desk.press(pe.ProfileSavePressed())
    assert desk.editing.kept is Kept.SAVED
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert profile.catalogue == TOWN.endpoint


def test_a_profile_that_is_there_is_set_up_anew_from_its_own_values(tmp_path: Path) -> None:
    opened = open_set_up(copied(tmp_path), NOW)
    assert Desk.before(opened).entry.raw(QuestionPath("/data/town/name")) == "Port Amity"


@pytest.mark.parametrize("content", ["", "[]", '{"step": "moon", "profile": ""}', '{"step": "done"}'])
def test_a_set_up_that_cannot_be_read_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "marsh.toml"
    begun.place_of(file).write_text(content, "utf-8")
    assert getattr(open_set_up(file, NOW), "key", "") == "trouble.profile_unreadable"


@pytest.mark.parametrize(
    ("route", "route6", "out"),
    [
        ("eth0\t00000000\t0100000A\t0003\n", "", True),
        ("eth0\t0000000A\t00000000\t0001\n", "", False),
        ("", f"{'0' * 32} 00 {'0' * 32} 00 {'f' * 32} 400 1 0 00000003 eth0\n", True),
        ("", f"{'0' * 32} 00 {'0' * 32} 00 {'f' * 32} 400 1 0 00200200 lo\n", False),
        ("", "", False),
    ],
)
def test_a_machine_knows_whether_it_has_a_way_out(tmp_path: Path, route: str, route6: str, out: bool) -> None:
    (tmp_path / "net").mkdir()
    (tmp_path / "net/route").write_text(f"Iface\tDestination\tGateway\tFlags\n{route}", "ascii")
    (tmp_path / "net/ipv6_route").write_text(route6, "ascii")
    assert looking.has_way_out(tmp_path) is out


def _at(desk: Desk, step: SetUpStep) -> Visit:
    assert desk.editing.guided is not None
    editing = replace(desk.editing, guided=replace(desk.editing.guided, step=step))
    return replace(desk.visit, editing=editing, page=p.SetUp(step))


def _ppi(desk: Desk) -> float:
    return float(desk.entry.raw(guiding.PPI))


def test_a_name_that_leads_back_to_this_machine_is_told_as_that_and_not_as_a_missing_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [here])
    (seen,) = looking.agency("town.example", MachineClock()).seen
    assert (seen.key, seen.gravity) == ("set_up.fails.place", Gravity.BAD)
    (before,) = looking.services({"origins": ["https://town.example"]}).seen
    assert before.key == "set_up.no_address"


def test_what_is_not_set_yet_is_called_missing_and_keeps_nobody_from_going_on(file: Path) -> None:
    desk = desk_at(file)
    assert desk.visit.filling is not None
    texts = Messages.load("en")
    said = wrongs(desk.editing, desk.visit.filling.entry, texts, a_kiosk())
    for name in ("town/name", "town/phone", "catalogue", "origins[+]"):
        assert said[QuestionPath(f"/data/{name}")] == texts.text("profile.wrong.missing")

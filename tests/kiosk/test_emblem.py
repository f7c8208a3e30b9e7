# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An authority's emblem is read with care, made anew, and stands beside its name on every page and on paper."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from core.submission import DeliveryState
from i18n.messages import Messages
from kiosk.bundles.contents import Kind, place_of
from kiosk.command_line.findings import Verdict
from kiosk.command_line.place_check import emblem_or_stop, look_at_emblem
from kiosk.profile.file import SHIPPED, BadProfile, load
from kiosk.profile.file_emblem import LARGEST
from kiosk.profile.model import Profile
from kiosk.session.emblem import drawn
from tests.support.listener import listening_session
from tests.support.printed_paper import coloured, contents
from tests.support.tile_files import png
from ui.present.masthead import present_masthead
from ui.receipt.pdf import receipt_pdf
from ui.receipt.sheets import Paper
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.shell_masthead import Masthead

RED = 0xFFD00000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#d00000"/></svg>'
SCRIPTED = SVG.replace(b"<rect", b"<script>alert(1)</script><rect")
FETCHED = SVG.replace(b'fill="#d00000"', b'fill="url(http://example.org/a)"')


def named(folder: Path, content: bytes, name: str = "emblem.svg") -> Profile | BadProfile:
    (folder / name).write_bytes(content)
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    file = folder / "profile.toml"
    file.write_text(text.replace("port-amity.svg", name), "utf-8")
    return load(str(file))


@pytest.mark.parametrize(("name", "content"), [("emblem.svg", SVG), ("emblem.png", png(64, 64))])
def test_a_drawing_and_a_picture_beside_the_profile_are_made_anew(
    tmp_path: Path, name: str, content: bytes
) -> None:
    profile = named(tmp_path, content, name)
    assert isinstance(profile, Profile)
    assert profile.town.emblem == tmp_path / name
    made = drawn(tmp_path / name)
    assert made.startswith((b"\x89PNG", b"\xff\xd8"))
    assert made != content
    assert look_at_emblem(profile).verdict is Verdict.FINE


@pytest.mark.parametrize("content", [b"", b"GIF89a" + bytes(40), b"%PDF-1.7", SVG + b" " * LARGEST])
def test_what_is_too_large_or_of_another_kind_keeps_a_profile_from_starting(
    tmp_path: Path, content: bytes
) -> None:
    refused = named(tmp_path, content)
    assert isinstance(refused, BadProfile)
    assert refused.lines()[0].endswith(
        "town.emblem: is too large, or no drawing and no PNG. "
        "Allowed: an SVG drawing or a PNG picture of at most 500 kB."
    )


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "content", [SCRIPTED, FETCHED, SVG[:40], png(said=(60_000, 60_000)), png()[:60]], ids=range(5)
)
def test_what_does_more_than_be_drawn_is_not_drawn_and_staff_are_told(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = named(tmp_path, content)
    assert isinstance(profile, Profile)
    assert drawn(tmp_path / "emblem.svg") == b""
    found = "\n".join(look_at_emblem(profile).lines())
    assert "bad   emblem: emblem.svg cannot be drawn" in found
    assert "take `emblem` out of [town]" in found
    with pytest.raises(SystemExit):
        emblem_or_stop(profile)
    assert "emblem.svg: cannot be drawn" in capsys.readouterr().err


def test_a_bundle_carries_it_beside_its_profile() -> None:
    place = place_of("profile/emblem.svg")
    assert place is not None
    assert (place.kind, place.names) == (Kind.PROFILE, ("emblem.svg",))


def test_a_session_shows_it_on_every_page_once_it_is_made(tmp_path: Path, qtbot: QtBot) -> None:
    with listening_session(tmp_path) as listener:
        window = listener.session.window
        qtbot.waitUntil(lambda: listener.session._emblem.made != b"", timeout=20_000)
        for page in ("home", "events", "check"):
            listener.at(page)
            line = window.shell.findChild(Masthead)
            assert line is not None
            assert line.contents.emblem == listener.session._emblem.made, page


@pytest.fixture
def emblem(tmp_path: Path) -> bytes:
    """One that is red all over."""
    (tmp_path / "red.svg").write_bytes(SVG)
    return drawn(tmp_path / "red.svg")


def line_with(emblem: bytes, language: str, theme: str, *, room: bool = True) -> Masthead:
    texts, home = Messages.load(language), screens(Language(language))["home"]
    look = Look(Preferences(theme=theme), ScreenMeasure(1920, 1080, 102), language, texts)
    setting = replace(a_kiosk(), emblem=emblem, emblem_room=room)
    line = Masthead(look, present_masthead(home, texts, setting))
    line.resize(1_700, line.height_px(1_700))
    return line


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stands_in_the_place_of_the_door_and_says_what_it_is(
    qtbot: QtBot, emblem: bytes, language: str
) -> None:
    awaited, shown = line_with(b"", language, "standard"), line_with(emblem, language, "standard")
    for line in (awaited, shown):
        qtbot.addWidget(line)
        line.show()
    assert awaited._town.geometry() == shown._town.geometry(), "nothing moves when it comes"
    assert shown._emblem is not None
    told = QAccessible.queryAccessibleInterface(shown._emblem)
    town = {"en": "Port Amity", "ar": "بورت أميتي"}[language]
    said = told.text(QAccessible.Text.Name)
    assert town in said
    assert said != town
    assert told.role() == QAccessible.Role.Graphic
    seen = shown.grab().toImage()
    middle = shown._emblem.geometry().center()
    assert seen.pixel(middle) == RED
    assert awaited.grab().toImage().pixel(middle) != RED


def test_in_two_colours_it_has_no_other(qtbot: QtBot, emblem: bytes) -> None:
    line = line_with(emblem, "en", "high-dark")
    qtbot.addWidget(line)
    line.show()
    assert line._emblem is not None
    seen = line.grab(line._emblem.geometry()).toImage()
    colours = {seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())}
    allowed = {line.look.color(name).rgb() for name in ("ink", "ground", "line")}
    assert colours <= allowed


@pytest.mark.parametrize("paper", Paper)
def test_it_stands_on_paper_beside_the_name(paper: Paper, emblem: bytes, tmp_path: Path) -> None:
    made = contents(DeliveryState.RECEIVED)
    with_it, without = receipt_pdf(made, paper, emblem), receipt_pdf(made, paper)
    assert coloured(with_it, tmp_path) > 1_000
    assert coloured(without, tmp_path) == 0


def test_nothing_is_said_of_one_where_there_is_none() -> None:
    line = present_masthead(screens(Language("en"))["home"], Messages.load("en"), a_kiosk())
    assert (line.emblem, line.emblem_room) == (b"", False)
    assert cast(Profile, load("home")).town.emblem is None
    assert QImage.fromData(b"").isNull()

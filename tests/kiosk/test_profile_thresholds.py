# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What would shut people out is refused exactly at its limit, with what stands there, the limit and what is safe."""

from pathlib import Path

import pytest

from accessibility.layout import ScreenMeasure
from accessibility.themes import theme
from accessibility.tokens import tokens
from kiosk.command_line.findings import Verdict
from kiosk.command_line.reach_findings import look_at_reach
from kiosk.profile import thresholds
from kiosk.profile.file import SHIPPED, BadProfile, load, shipped
from kiosk.profile.model import Profile

pytestmark = pytest.mark.requirement("STF-01", part="unsafe profiles are refused")


def read(tmp_path: Path, old: str, new: str) -> Profile | tuple[str, ...]:
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    assert old in text
    file = tmp_path / "profile.toml"
    file.write_text(text.replace(old, new), "utf-8")
    found = load(str(file))
    return found.lines() if isinstance(found, BadProfile) else found


def refused(tmp_path: Path, old: str, new: str) -> str:
    found = read(tmp_path, old, new)
    assert isinstance(found, tuple)
    (line,) = found
    return line


@pytest.mark.parametrize("seconds", [20, 20.0, 600])
def test_a_warning_at_its_limits_is_taken(tmp_path: Path, seconds: float) -> None:
    profile = read(tmp_path, "warning = 60", f"warning = {seconds}")
    assert isinstance(profile, Profile)
    assert profile.delays.warning == seconds


@pytest.mark.parametrize("seconds", [19.99, 19, 0, 600.01])
def test_a_warning_beyond_its_limits_is_refused_with_what_is_safe(tmp_path: Path, seconds: float) -> None:
    said = refused(tmp_path, "warning = 60", f"warning = {seconds}")
    assert f"delays.warning: is {seconds:g}" in said
    assert "20 to 600 seconds" in said
    assert "Safe: 60 seconds." in said


def glass(width: int, height: int, ppi: float) -> str:
    return f"ppi = {ppi}\nwidth = {width}\nheight = {height}"


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1080, 1920), (1024, 768)])
def test_a_glass_is_taken_up_to_where_the_bar_has_its_least_targets(
    tmp_path: Path, width: int, height: int
) -> None:
    most = thresholds.densest(ScreenMeasure(width, height, 1.0))
    assert thresholds.least_target(ScreenMeasure(width, height, most)) >= 12.7
    assert thresholds.least_target(ScreenMeasure(width, height, most + 1)) < 12.7
    assert isinstance(read(tmp_path, "ppi = 102", glass(width, height, min(most, 400))), Profile)
    if most < 400:
        said = refused(tmp_path, "ppi = 102", glass(width, height, most + 1))
        assert f"screen.ppi: is {most + 1}" in said
        assert "at least 12.7 mm" in said
        assert f"Safe: at most {most}, measured on the glass." in said


def test_nothing_is_ever_asked_to_be_smaller_than_the_standard_says() -> None:
    assert thresholds.smallest_target() == 12.7


def test_eyes_may_be_as_far_as_the_largest_letters_are_seen(tmp_path: Path) -> None:
    far = thresholds.farthest(tokens())
    largest = max(step.cap for step in tokens().steps)
    assert largest >= 0.012217 * far
    assert largest < 0.012217 * (far + 1)
    assert isinstance(read(tmp_path, "distance_mm = 600", f"distance_mm = {far}"), Profile)
    assert "Safe: 600 mm." in refused(tmp_path, "distance_mm = 600", f"distance_mm = {far + 1}")


def pack(folder: Path, voice: str) -> None:
    one = folder / "sw"
    one.mkdir(parents=True)
    (one / "language.toml").write_text(
        f'tag = "sw"\nown_name = "Kiswahili"\ndirection = "ltr"\n{voice}', "utf-8"
    )


def speaking(packs: Path, more: str = "") -> str:
    return f'kind = "kiosk"\nlanguage_packs = "{packs}"\nlanguages = ["sw",{more}'


def test_a_language_that_nothing_can_say_is_refused(tmp_path: Path) -> None:
    pack(tmp_path / "packs", "")
    said = refused(tmp_path, 'kind = "kiosk"\nlanguages = [', speaking(tmp_path / "packs"))
    assert "languages: has sw, which no voice speaks" in said
    assert "Safe: name a voice in the language pack" in said


def test_a_language_whose_pack_names_a_voice_is_taken(tmp_path: Path) -> None:
    pack(tmp_path / "packs", 'voice = "sw"\n')
    profile = read(tmp_path, 'kind = "kiosk"\nlanguages = [', speaking(tmp_path / "packs"))
    assert isinstance(profile, Profile)
    assert "sw" in profile.languages


def test_a_language_with_a_neural_voice_is_taken(tmp_path: Path) -> None:
    pack(tmp_path / "packs", "")
    (tmp_path / "sw.onnx").write_bytes(b"")
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    text = text.replace('kind = "kiosk"\nlanguages = [', speaking(tmp_path / "packs"))
    file = tmp_path / "profile.toml"
    file.write_text(text.replace("[voice]", f'[voice]\nneural = "{tmp_path}"'), "utf-8")
    assert isinstance(load(str(file)), Profile)


def test_a_language_without_a_translation_is_refused(tmp_path: Path) -> None:
    assert "has 'cy'" in refused(tmp_path, '"en", "es"', '"en", "cy", "es"')


@pytest.mark.parametrize("name", list(thresholds.CONTRAST))
def test_every_theme_that_may_be_chosen_keeps_its_promise(tmp_path: Path, name: str) -> None:
    least, most = thresholds.CONTRAST[name]
    found = _contrast(theme(name).colour("ink"), theme(name).colour("ground"))
    assert least <= found <= most
    assert isinstance(read(tmp_path, 'theme = "standard"', f'theme = "{name}"'), Profile)


@pytest.mark.parametrize("name", ["", "system", "Standard", "#777777"])
def test_a_theme_that_promises_no_contrast_is_refused(tmp_path: Path, name: str) -> None:
    assert "start.theme" in refused(tmp_path, 'theme = "standard"', f'theme = "{name}"')


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/forms",
        "https://example.org:8443/",
        "http://127.0.0.1:8311/x",
        "http://localhost/",
        "http://[::1]:80/",
    ],
)
def test_an_endpoint_that_nobody_else_can_read_is_taken(tmp_path: Path, address: str) -> None:
    assert thresholds.is_private(address)
    old = "http://127.0.0.1:8311/open311/v2"
    assert isinstance(read(tmp_path, f'"{old}"', f'"{address}"'), Profile)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "http://127.0.0.1.example.org/",
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://localhost@example.org/",
        "http://localhost.example.org/",
        "ftp://127.0.0.1/",
        "https://user:word@example.org/",
        "https://",
        "//example.org",
        "https://example.org:0/",
        "http://[::1/",
    ],
)
def test_an_endpoint_that_others_can_read_is_refused_with_what_is_safe(tmp_path: Path, address: str) -> None:
    assert not thresholds.is_private(address)
    said = refused(tmp_path, '"http://127.0.0.1:8311/open311/v2"', f'"{address}"')
    assert "access[7].endpoint" in said
    assert "Safe: the https:// address of the same server." in said


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_profiles_break_none(name: str) -> None:
    assert isinstance(load(name), Profile)


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_light(one), _light(two)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def told_of_reach(tmp_path: Path, hangs: str) -> tuple[Verdict, str]:
    profile = read(tmp_path, "distance_mm = 600", f"distance_mm = 600\n{hangs}")
    assert isinstance(profile, Profile)
    found = look_at_reach(profile)
    return found.verdict, " ".join(found.lines())


UPRIGHT = "width = 1440\nheight = 2560\n"


@pytest.mark.requirement("OPR-02", part="staff are told of a screen that hangs too high or too low")
def test_a_screen_out_of_reach_is_told_before_anybody_is_let_in(tmp_path: Path) -> None:
    assert told_of_reach(tmp_path, "")[0] is Verdict.NOTE
    assert told_of_reach(tmp_path, "floor_mm = 850")[0] is Verdict.NOTE
    high, said = told_of_reach(tmp_path, f"{UPRIGHT}floor_mm = 1000")
    assert high is Verdict.NOTE
    assert "mm lower" in said
    low, said = told_of_reach(tmp_path, f"{UPRIGHT}floor_mm = 300")
    assert low is Verdict.NOTE
    assert "hang it higher" in said
    assert told_of_reach(tmp_path, f"{UPRIGHT}floor_mm = 800")[0] is Verdict.FINE
    assert told_of_reach(tmp_path, f"{UPRIGHT}floor_mm = 800\nreach_mm = 1000")[0] is Verdict.NOTE


def test_no_profile_lets_people_reach_higher_than_they_can(tmp_path: Path) -> None:
    assert "Safe: 1220 mm." in refused(tmp_path, "distance_mm = 600", "distance_mm = 600\nreach_mm = 1221")

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile is read whole, or every mistake in it is named at once."""

from pathlib import Path

import pytest

from core.access_way import AccessWay
from core.delivery_rules import LONGEST_WAIT_SECONDS
from kiosk.profile.file import MOST_SETTLE, SHIPPED, BadProfile, load, shipped
from kiosk.profile.model import Kind, Profile


def changed(tmp_path: Path, *replacements: tuple[str, str]) -> Path:
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "profile.toml"
    file.write_text(text, "utf-8")
    return file


def mistakes(file: Path) -> list[str]:
    read = load(str(file))
    assert isinstance(read, BadProfile)
    return list(read.lines())


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_profile_is_good(name: str) -> None:
    assert isinstance(load(name), Profile)


def test_a_kiosk_and_a_home_profile_are_shipped() -> None:
    assert set(shipped()) == {"home", "town-hall-kiosk"}


def test_a_home_never_sends_anybody_away() -> None:
    profile = load("home")
    assert isinstance(profile, Profile)
    assert profile.kind is Kind.HOME
    assert profile.delays.idle is None
    assert not profile.on_screen_keyboard


@pytest.mark.requirement("STF-01", part="unsafe profiles are refused")
@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ('kind = "kiosk"', 'kind = "kisok"', "kind", "did you mean kiosk?"),
        ("warning = 60", "warning = 5", "delays.warning", "20 to 600 seconds"),
        ("ppi = 102", 'ppi = "102"', "screen.ppi", "not a number"),
        ("ppi = 102", "ppi = true", "screen.ppi", "not a number"),
        ("ppi = 102\n", "", "screen.ppi", "is missing"),
        ('theme = "standard"', 'theme = "dark"', "start.theme", "high-dark"),
        ("text_step = 1", "text_step = 9", "start.text_step", "1 to 5"),
        ('"ar", "zh-Hans",', '"ar", "klingon",', "languages", "klingon"),
        ("idle = 180", "idel = 180", "delays.idel", "did you mean idle?"),
        ('name = "Port Amity"', 'name = "Port\\nAmity"', "town.name", "line breaks"),
        ('key = "keyring"', 'key = "plain"', "store.key", "credential, keyring, passphrase, memory"),
        ("http://127.0.0.1:8311/catalogue", "http://example.org/catalogue", "catalogue", "https://"),
        ("http://127.0.0.1:8311/catalogue", "https://user:x@example.org/c", "catalogue", "https://"),
        ("http://127.0.0.1:8311/catalogue", "https://example.org/c", "origins", "catalogue's own origin"),
        (
            'key = "port-amity-open311-kiosk"',
            'key = "k"\nway = "session"',
            "access[7].user",
            "belongs to the password",
        ),
        (
            'key = "port-amity-open311-kiosk"',
            'key = "k"\nway = "door"',
            "access[7].way",
            "key, password, session, token",
        ),
        ('# trusted_keys = ["..."]', 'trusted_keys = ["abc"]', "paper.trusted_keys", "kiosk receipt-key"),
    ],
)
def test_a_mistake_is_named_with_its_file_key_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, key: str, says: str
) -> None:
    file = changed(tmp_path, (old, new))
    found = [line for line in mistakes(file) if f"{file}: {key}:" in line]
    assert found
    assert says in found[0]
    assert "Allowed:" in found[0]


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    file = changed(
        tmp_path, ("warning = 60", "warning = 5"), ('kind = "kiosk"', "kind = 7"), ("ppi = 102", "ppi = 1")
    )
    assert len(mistakes(file)) == 3


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"kind = [", b"a." * 3000 + b"a = 1", b"x" * 200_000, b""]
)
def test_an_unreadable_file_is_named_and_nothing_is_raised(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "profile.toml"
    file.write_bytes(content)
    assert all(line.startswith(f"{file}: ") for line in mistakes(file))


def test_a_missing_file_says_which_profiles_there_are() -> None:
    assert "town-hall-kiosk" in mistakes(Path("nowhere.toml"))[0]


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    assert mistakes(tmp_path)


def test_a_moved_profile_keeps_its_keys_with_their_endpoints() -> None:
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    moved = profile.moved("http://127.0.0.1:41234")
    assert moved.catalogue == "http://127.0.0.1:41234/catalogue.jsonld"
    assert moved.origins == ("http://127.0.0.1:41234",)
    assert [one.key for one in moved.access] == [one.key for one in profile.access]
    assert all(one.endpoint.startswith("http://127.0.0.1:41234/") for one in moved.access)


@pytest.mark.parametrize(
    ("more", "user", "way"),
    [
        ("", "", AccessWay.KEY),
        ('user = "kiosk"', "kiosk", AccessWay.PASSWORD),
        ('user = "kiosk"\nway = "session"', "kiosk", AccessWay.SESSION),
        ('way = "token"', "", AccessWay.TOKEN),
    ],
)
def test_how_an_agency_lets_in_is_read_from_the_profile(
    tmp_path: Path, more: str, user: str, way: AccessWay
) -> None:
    key = 'key = "port-amity-open311-kiosk"'
    profile = load(str(changed(tmp_path, (key, f"{key}\n{more}"))))
    assert isinstance(profile, Profile)
    (found,) = [one for one in profile.access if one.key == "port-amity-open311-kiosk"]
    assert (found.user, found.way) == (user, way)


def test_a_key_is_never_printed_with_the_profile() -> None:
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    assert profile.access[0].key not in repr(profile)


def test_no_agency_is_given_longer_to_settle_than_the_rules_of_delivery_wait(tmp_path: Path) -> None:
    assert MOST_SETTLE == LONGEST_WAIT_SECONDS
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    for seconds, taken in ((MOST_SETTLE, True), (MOST_SETTLE + 1, False)):
        file = tmp_path / "profile.toml"
        file.write_text(text.replace("settle_seconds = 600", f"settle_seconds = {seconds}"), "utf-8")
        assert isinstance(load(str(file)), Profile) is taken

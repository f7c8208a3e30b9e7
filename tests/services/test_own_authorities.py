# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agency with an authority of its own is reached where the profile names it, and nobody else is believed there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import MachineClock
from kiosk.courier.connections import Connections, trusted
from kiosk.profile.file import SHIPPED, BadProfile, load
from kiosk.profile.model import Access, Profile
from services.boundary import Answer, Failed, Failure
from services.http import Http
from services.origins import Origins, origin_of
from services.trust import trust_of
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK, failure
from tests.support.certificates import Authority

MESSAGE = b"words"


def authority(folder: Path) -> Authority:
    folder.mkdir()
    return Authority(folder)


def asked(server: c.ChaosServer, own: str) -> Answer | Failed:
    """What a client with the system's authorities, and these for the server, is answered."""
    trust = trust_of([(f"{server.origin}/v1/projects/1", own)])
    return Http(Origins.of([server.origin]), QUICK, trust=trust).post(server.url + "/x", [], MESSAGE)


def test_a_server_of_a_private_authority_is_reached_where_that_is_named(tmp_path: Path) -> None:
    city = authority(tmp_path / "city")
    with c.chaos(c.replies(200, b"{}"), tls=city.server()) as server:
        answer = asked(server, city.pem())
    assert isinstance(answer, Answer)
    assert [request.endswith(MESSAGE) for request in server.requests] == [True]


def test_without_its_authority_it_gets_not_one_byte(tmp_path: Path) -> None:
    with c.chaos(c.replies(200, b"{}"), tls=authority(tmp_path / "city").server()) as server:
        assert failure(asked(server, "")) == (Failure.TLS, False)
    assert server.requests == []


@pytest.mark.parametrize("host", ["localhost", "elsewhere.example"])
def test_a_wrong_authority_and_a_wrong_name_get_not_one_byte(tmp_path: Path, host: str) -> None:
    city, other = authority(tmp_path / "city"), authority(tmp_path / "other")
    named = other if host == "localhost" else city
    with c.chaos(c.replies(200, b"{}"), tls=city.server(host)) as server:
        assert failure(asked(server, named.pem())) == (Failure.TLS, False)
    assert server.requests == []


def test_what_the_system_trusts_counts_for_nothing_where_an_authority_is_named(tmp_path: Path) -> None:
    """Somebody has added an authority to the machine: it stands between nobody and an agency with its own."""
    city, added = authority(tmp_path / "city"), authority(tmp_path / "added")
    with c.chaos(c.replies(200, b"{}"), tls=added.server()) as server:
        pinned = trust_of([(server.origin, city.pem())])
        for trust, reached in ((pinned, False), (trust_of(()), True)):
            http = Http(Origins.of([server.origin]), QUICK, added.client(), trust=trust)
            assert isinstance(http.get(server.url + "/x"), Answer) is reached


def test_other_origins_keep_the_system_s_authorities(tmp_path: Path) -> None:
    city = authority(tmp_path / "city")
    with c.chaos(c.replies(200, b"{}"), tls=city.server()) as server:
        elsewhere = trust_of([("https://elsewhere.example", city.pem())])
        result = Http(Origins.of([server.origin]), QUICK, trust=elsewhere).get(server.url + "/x")
    assert failure(result) == (Failure.TLS, False)


def test_a_text_without_a_certificate_trusts_nobody() -> None:
    with pytest.raises(ValueError, match="no certificate"):
        trust_of([("https://city.example", HOLLOW.decode())])


def profile_with(
    folder: Path, name: str, change: Callable[[str], str] = lambda text: text
) -> Profile | BadProfile:
    key = "port-amity-open311-kiosk"
    text = (
        (SHIPPED / "town-hall-kiosk.toml")
        .read_text("utf-8")
        .replace(f'key = "{key}"', f'key = "{key}"\nauthorities = "{name}"')
    )
    file = folder / "profile.toml"
    file.write_text(change(text), "utf-8")
    return load(str(file))


def test_the_file_beside_the_profile_decides_at_that_agency(tmp_path: Path) -> None:
    city = authority(tmp_path / "city")
    (tmp_path / "town.pem").write_text(city.pem())

    profile = profile_with(tmp_path, "town.pem")

    assert isinstance(profile, Profile)
    named = [one for one in profile.access if one.authorities]
    assert [(one.key, one.authorities) for one in named] == [("port-amity-open311-kiosk", city.pem())]
    assert list(trusted(profile)) == [origin_of("http://127.0.0.1:8311")]


def test_the_courier_s_connections_reach_it(tmp_path: Path) -> None:
    city = authority(tmp_path / "city")
    shipped = load("town-hall-kiosk")
    assert isinstance(shipped, Profile)
    with c.chaos(c.replies(200, b"[]"), tls=city.server()) as server:
        for own, reached in ((city.pem(), True), ("", False)):
            access = (Access(server.origin, "", authorities=own),)
            profile = replace(shipped, origins=(server.origin,), access=access)
            Connections.of(profile, MachineClock()).catalogues(server.url + "/catalogue", "")
            assert bool(server.requests) is reached
            server.requests.clear()


HOLLOW = b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
"""Base64, and begins as every certificate does (X.690), and is none."""


@pytest.mark.parametrize(
    "content", [None, b"", b"no certificate", b"\xff\xfe", b"-----BEGIN CERTIFICATE-----\n!\n", HOLLOW]
)
def test_a_file_that_is_none_is_refused_with_its_place(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "town.pem").write_bytes(content)

    profile = profile_with(tmp_path, "town.pem")

    assert isinstance(profile, BadProfile)
    assert [one.key for one in profile.mistakes] == ["access[7].authorities"]


def test_one_certificate_among_them_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "town.pem").write_bytes(authority(tmp_path / "city").pem().encode() + HOLLOW)

    assert isinstance(profile_with(tmp_path, "town.pem"), BadProfile)


def test_a_private_key_in_the_file_is_refused(tmp_path: Path) -> None:
    secret = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    (tmp_path / "town.pem").write_text(authority(tmp_path / "city").pem() + secret)

    assert isinstance(profile_with(tmp_path, "town.pem"), BadProfile)

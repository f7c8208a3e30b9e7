# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of own services: unreadable without its key, taken along by a newer program, untouched by an older one."""

from pathlib import Path

import apsw
import pytest

from core.errors import Trouble
from core.ids import ServiceId
from core.own_services import OwnServices, Used
from offline_cache import own_services
from offline_cache.database import open_database
from offline_cache.own_services import FILE_NAME, STEPS, StoredServices, open_own_services
from offline_cache.subkeys import (
    COURIER_PURPOSES,
    SESSION_PURPOSES,
    Key,
    KeyOrigin,
    NotGivenError,
    Purpose,
    part,
)

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
MOVE = ServiceId("https://town.example/widow-pension")
OWN = OwnServices((MOVE,), (Used(MOVE, 1_000.0),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store in which something is kept."""
    opened = opened_in(tmp_path / "store")
    opened.keep(OWN)
    opened.close()
    return tmp_path / "store"


def opened_in(folder: Path) -> StoredServices:
    opened = open_own_services(folder, KEY)
    assert isinstance(opened, StoredServices)
    return opened


def opened_as_it_is(folder: Path, steps: tuple[str, ...] = STEPS) -> apsw.Connection:
    """The same file as a program sees it that knows its key."""
    connection = open_database(folder / FILE_NAME, KEY.derive(Purpose.OWN_SERVICES), steps)
    assert isinstance(connection, apsw.Connection)
    return connection


def test_they_are_there_for_the_next_process(folder: Path) -> None:
    opened = opened_in(folder)

    assert opened.all(1_000.0) == OWN
    opened.close()


def test_nothing_of_them_can_be_read_on_the_disk(folder: Path) -> None:
    content = b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    for telling in ("widow", "pension", "town.example"):
        assert telling.encode() not in content
        assert telling.encode("utf-16-le") not in content


@pytest.mark.parametrize("purposes", [SESSION_PURPOSES, COURIER_PURPOSES], ids=["window", "courier"])
def test_no_process_of_a_kiosk_has_a_key_for_them(tmp_path: Path, purposes: tuple[Purpose, ...]) -> None:
    with pytest.raises(NotGivenError):
        open_own_services(tmp_path, part(KEY, purposes))
    assert not (tmp_path / FILE_NAME).exists()


def test_the_key_of_the_drafts_opens_nothing(folder: Path) -> None:
    refused = open_database(folder / FILE_NAME, KEY.derive(Purpose.DRAFTS), STEPS)

    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_wrong_key"
    assert opened_in(folder).all(1_000.0) == OWN


def test_a_newer_program_takes_them_along(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = (*STEPS, "alter table added add column note text not null default '';")
    monkeypatch.setattr(own_services, "STEPS", later)
    opened = opened_in(folder)

    assert opened.all(1_000.0) == OWN
    opened.close()


def test_the_file_of_a_newer_program_is_refused_and_left_as_it_was(folder: Path) -> None:
    connection = opened_as_it_is(folder)
    connection.pragma("user_version", len(STEPS) + 1)
    connection.close()

    refused = open_own_services(folder, KEY)

    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_newer"
    connection = opened_as_it_is(folder, (*STEPS, "select 1;"))
    assert connection.execute("select service from added").fetchall() == [(MOVE,)]
    connection.close()

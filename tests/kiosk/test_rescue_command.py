# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do to the outbox by command: `rescue` brings everybody in a damaged one back, `send-again` sends one."""

import json
from pathlib import Path

import pytest
from filelock import FileLock

from core import sync
from core.errors import Trouble
from core.submission import DeliveryState
from kiosk.command_line import rescuing, sending_again
from kiosk.command_line.endings import Status
from kiosk.courier.process import LOCK
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Profile
from kiosk.store_key import obtain
from offline_cache.outbox import open_outbox
from offline_cache.staff_log import open_staff_log
from offline_cache.subkeys import Key
from tests.support.outbox_steps import left
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import MARKER, submission

SHIPPED = Path(__file__).parents[2] / "kiosk" / "profiles" / "town-hall-kiosk.toml"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """A machine whose key is a credential, as systemd hands it over."""
    given = tmp_path / "given"
    given.mkdir(mode=0o700)
    (given / "civic-kiosk").write_bytes(bytes(range(32)))
    (given / "civic-kiosk").chmod(0o400)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(given))
    text = SHIPPED.read_text("utf-8")
    text = text.replace('key = "keyring"', f'key = "credential"\nfolder = "{tmp_path / "store"}"', 1)
    file = tmp_path / "profile.toml"
    file.write_text(text, "utf-8")
    read = load(str(file))
    assert isinstance(read, Profile), read
    return read


@pytest.fixture
def key(profile: Profile) -> Key:
    found = obtain(profile, KeySource.CREDENTIAL)
    assert not isinstance(found, Trouble), found
    outbox = opened(found.folder, found.key)
    for number in range(5):
        sealed(outbox, submission(number))
    outbox.close()
    return found.key


def files(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def spoil(store: Path) -> None:
    """The first page is gone, and the journal with it."""
    content = (store / "outbox.db").read_bytes()
    (store / "outbox.db").write_bytes(bytes(4_096) + content[4_096:])
    (store / "outbox.db-wal").unlink(missing_ok=True)


@pytest.mark.expects_log
def test_a_damaged_outbox_is_made_anew_with_everybody_in_it(
    profile: Profile, key: Key, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    spoil(store)
    damaged = (store / "outbox.db").read_bytes()
    refused = open_outbox(store, key, NOW)
    assert isinstance(refused, Trouble)
    assert refused.key == "trouble.store_damaged"

    assert rescuing.run(profile, None) == Status.DONE

    said = capsys.readouterr().out
    assert "5 that no agency is known to have, 0 receipts" in said
    assert MARKER.decode() not in said
    (aside,) = store.glob("damaged-*")
    assert str(aside) in said
    assert (aside / "outbox.db").read_bytes() == damaged
    again = opened(store, key)
    assert [one.state for one in again.deliveries()] == [DeliveryState.SEALED] * 5
    assert all(again.submission(one.id) is not None for one in again.deliveries())
    again.close()


def test_an_outbox_that_opens_is_left_alone(
    profile: Profile, key: Key, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tmp_path / "store" / "spool")
    assert rescuing.run(profile, None) == Status.DONE
    assert capsys.readouterr().out == "The outbox is not damaged. Nothing was done.\n"
    assert files(tmp_path / "store" / "spool") == before
    assert not list((tmp_path / "store").glob("damaged-*"))
    assert len(opened(tmp_path / "store", key).deliveries()) == 5


def test_another_trouble_than_damage_is_said_and_changes_nothing(
    profile: Profile, key: Key, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del key
    (tmp_path / "given" / "civic-kiosk").chmod(0o600)
    (tmp_path / "given" / "civic-kiosk").write_bytes(bytes(32))
    (tmp_path / "given" / "civic-kiosk").chmod(0o400)
    before = files(tmp_path / "store")
    with pytest.raises(SystemExit) as ended:
        rescuing.run(profile, None)
    assert ended.value.code == Status.REFUSED
    assert "kiosk: " in capsys.readouterr().err
    after = files(tmp_path / "store")
    assert {name: content for name, content in after.items() if not name.endswith(LOCK)} == before


def test_while_a_courier_works_nothing_is_touched(profile: Profile, key: Key, tmp_path: Path) -> None:
    del key
    spoil(tmp_path / "store")
    before = (tmp_path / "store" / "outbox.db").read_bytes()
    with FileLock(str(tmp_path / "store" / LOCK)), pytest.raises(SystemExit) as ended:
        rescuing.run(profile, None)
    assert ended.value.code == Status.NOT_DONE
    assert (tmp_path / "store" / "outbox.db").read_bytes() == before


@pytest.mark.expects_log
def test_staff_send_again_what_may_have_arrived_and_their_log_says_so(
    profile: Profile, key: Key, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outbox = opened(tmp_path / "store", key)
    first = outbox.deliveries()[0]
    leaving = left(outbox, first, NOW)
    assert outbox.update(leaving, sync.to_person(leaving, NOW))
    outbox.close()

    assert sending_again.run(profile, None, first.seal, "the office has not got it") == Status.DONE

    assert capsys.readouterr().out.endswith("It is sent again.\n")
    again = opened(tmp_path / "store", key)
    delivery = again.delivery(first.id)
    assert delivery is not None
    assert delivery.state is DeliveryState.SEALED
    again.close()
    log = open_staff_log(tmp_path / "store", key)
    assert not isinstance(log, Trouble)
    last = json.loads(log.rows()[-1].content)
    log.close()
    assert (last["event_id"], last["refs"]) == ("sealed-sent-again", {"seal": first.seal})

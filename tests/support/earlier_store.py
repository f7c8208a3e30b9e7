# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Outboxes as earlier versions of the program made them, for tests of upgrades."""

import json
import struct
from dataclasses import replace
from pathlib import Path

import apsw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from core import sync
from core.submission import Delivery, Received, Submission, Unsure
from offline_cache import outbox_schema
from offline_cache.database import open_database
from offline_cache.outbox import FILE_NAME, SPOOL_NAME, StoredOutbox, open_outbox
from offline_cache.private_files import private_folder, write_whole
from offline_cache.sealed_copy import EARLIER_MAGIC
from offline_cache.spool import copy_name
from offline_cache.subkeys import Key, Purpose
from offline_cache.submission_record import to_record
from offline_cache.transactions import writing

STEPS = outbox_schema.STEPS[:1]
_INSERT_DELIVERY = """
    insert into delivery values (
        :id, :seal, :service, :organisation, 'sealed', :created, :created, 0, 0.0, null, '', '', '', :repeatable
    )
"""
_INSERT = (
    "insert into payload values (:id, :form, :form_version, :language, :protocol, :url, :headers, :body)"
)


def make_earlier_store(folder: Path, key: Key, submissions: tuple[Submission, ...]) -> None:
    """A store of the first schema with these submissions waiting in it, each in the database and in the spool."""
    connection = open_database(folder / FILE_NAME, key.derive(Purpose.OUTBOX), STEPS)
    assert isinstance(connection, apsw.Connection), connection
    private_folder(folder / SPOOL_NAME)
    for one in submissions:
        with writing(connection):
            connection.execute(_INSERT_DELIVERY, to_record(one))
            connection.execute(_INSERT, {"body": one.envelope.body, **to_record(one)})
        name = copy_name(one.id)
        write_whole(folder / SPOOL_NAME / f"{name}.sub", _earlier_copy(key, one, name))
    connection.close()


def make_store_without_told_addresses(
    folder: Path, key: Key, submissions: tuple[Submission, ...]
) -> tuple[Delivery, ...]:
    """A store of the third schema: the first submission is looked up, then sealed, leaving, received and erased."""
    opened = open_outbox(folder, key, 5_000.0, ballast_bytes=0)
    assert isinstance(opened, StoredOutbox), opened
    for one in submissions:
        assert isinstance(opened.seal(one), Delivery)
    first, _, third, fourth = opened.deliveries()
    for delivery, outcome in ((first, Unsure("cut")), (third, None), (fourth, Received("R-4"))):
        leaving = sync.claim(delivery, 6_000.0)
        assert opened.update(delivery, leaving)
        if outcome is not None:
            assert opened.update(leaving, sync.after(leaving, outcome, 6_001.0, 0.5))
    opened.erase_payload(fourth.id)
    # The earlier program did not know in which protocol it had sent.
    held = tuple(replace(one, protocol=None) for one in opened.deliveries())
    opened.close()
    connection = open_database(folder / FILE_NAME, key.derive(Purpose.OUTBOX), outbox_schema.STEPS)
    assert isinstance(connection, apsw.Connection), connection
    with writing(connection):
        connection.execute("drop index delivery_told; drop table clock_mark")
        for column in ("protocol", "told_at"):
            connection.execute(f"alter table delivery drop column {column}")
        connection.pragma("user_version", 3)
        columns = [row[1] for row in connection.execute("pragma table_info(delivery)")]
    assert columns[-1] == "remembered"
    connection.close()
    return held


def _earlier_copy(key: Key, submission: Submission, name: str) -> bytes:
    record = json.dumps(to_record(submission), ensure_ascii=False).encode()
    plain = struct.pack(">I", len(record)) + record + submission.envelope.body
    nonce = bytes(12)
    sealer = ChaCha20Poly1305(key.derive(Purpose.SPOOL))
    return EARLIER_MAGIC + nonce + sealer.encrypt(nonce, plain, EARLIER_MAGIC + name.encode())

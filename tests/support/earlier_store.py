# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outbox as the program made it before submissions were sealed to a key pair, for tests of upgrades."""

import json
import struct
from pathlib import Path

import apsw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from core.submission import Submission
from offline_cache import outbox_rows
from offline_cache.database import open_database
from offline_cache.outbox import FILE_NAME, SPOOL_NAME
from offline_cache.private_files import private_folder, write_whole
from offline_cache.sealed_copy import EARLIER_MAGIC
from offline_cache.spool import copy_name
from offline_cache.subkeys import Key, Purpose
from offline_cache.submission_record import to_record
from offline_cache.transactions import writing

STEPS = outbox_rows.STEPS[:1]
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


def _earlier_copy(key: Key, submission: Submission, name: str) -> bytes:
    record = json.dumps(to_record(submission), ensure_ascii=False).encode()
    plain = struct.pack(">I", len(record)) + record + submission.envelope.body
    nonce = bytes(12)
    sealer = ChaCha20Poly1305(key.derive(Purpose.SPOOL))
    return EARLIER_MAGIC + nonce + sealer.encrypt(nonce, plain, EARLIER_MAGIC + name.encode())

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The store of many programs, for the control of P26: SQLite without a cipher, and all that it offers to forget."""

from collections.abc import Iterable
from pathlib import Path

import apsw


def keep_and_forget(folder: Path, texts: Iterable[str]) -> None:
    """Write each text in a transaction of its own; then delete all, overwrite, vacuum, and unlink the file."""
    file = folder / "drafts.db"
    connection = apsw.Connection(str(file))
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("secure_delete", True)
    connection.execute("create table draft (id integer primary key, text text not null)")
    for text in texts:
        connection.execute("insert into draft (text) values (?)", (text,))
    connection.execute("delete from draft")
    connection.pragma("wal_checkpoint(truncate)")
    connection.execute("vacuum")
    connection.close()
    for path in sorted(folder.glob("drafts.db*")):
        path.unlink()

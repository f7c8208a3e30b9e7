# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes changed values back into a profile's TOML: comments, order and what nobody changed stay as they were."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from core.errors import Trouble

PREVIOUS: Final = ".previous"
"""What is added to the name of the file that was there before."""

Values = Mapping[str, Any]


def written(text: str, values: Values) -> str:
    """The TOML with these values: keys that are gone are taken out, new ones come last in their table.

    Read again it gives exactly `values`. ValueError for a text that is not TOML.
    """
    import tomlkit  # for staff only: no session waits for it

    document = tomlkit.parse(text)
    _fit(document, values)
    found = tomllib.loads(tomlkit.dumps(document))
    # A table that lost all that it was written through (`[a.b]` without `[a]`) has no line of its own any more.
    for key in [key for key, value in values.items() if found.get(key) != value]:
        document.remove(key)
        _put(document, key, values[key])
    return tomlkit.dumps(document)


def _fit(table: Any, values: Values) -> None:
    """Make a table of the document hold these values, with as little change as that takes."""
    for key in [key for key in table if key not in values]:
        table.remove(key)
    plain = [key for key, value in values.items() if not _is_table(value)]
    for key in plain:
        _put(table, key, values[key])
    for key, value in values.items():
        if key not in plain:
            _put(table, key, value)


def _put(table: Any, key: str, value: Any) -> None:
    import tomlkit

    there = table.get(key)
    if there is not None and type(_plain(there)) is type(value) and _plain(there) == value:
        return
    if isinstance(value, Mapping):
        if isinstance(there, Mapping):
            _fit(there, value)
            return
        made: Any = tomlkit.table()
        _fit(made, value)
        table[key] = made
    elif _is_table(value):
        if _is_tables(there):
            _fit_tables(there, value)
            return
        made = tomlkit.aot()
        for one in value:
            row = tomlkit.table()
            _fit(row, one)
            made.append(row)
        table[key] = made
    else:
        table[key] = value


def _fit_tables(there: Any, values: Sequence[Values]) -> None:
    import tomlkit

    while len(there) > len(values):
        del there[len(values)]
    for place, value in enumerate(values):
        if place < len(there):
            _fit(there[place], value)
        else:
            row = tomlkit.table()
            _fit(row, value)
            there.append(row)


def _plain(item: Any) -> Any:
    return item.unwrap() if hasattr(item, "unwrap") else item


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) or _is_tables(value)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def save(file: Path, text: str) -> Trouble | None:
    """Put a profile on the disk whole or not at all; what was there before is kept beside it.

    A power cut at any moment leaves the one or the other. A trouble when the disk refuses, and nothing is changed.
    """
    return _put_whole(file, text, lambda: _keep(file))


def put(file: Path, text: str) -> Trouble | None:
    """The same, but what was there before is gone."""
    return _put_whole(file, text, lambda: None)


def _put_whole(file: Path, text: str, before: Callable[[], None]) -> Trouble | None:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    except OSError as problem:
        return Trouble("trouble.profile_not_saved", detail=problem.strerror or "")
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            new.chmod(file.stat().st_mode & 0o777)
            before()
        os.replace(new, file)
        _sync(file.parent)
    except OSError as problem:
        new.unlink(missing_ok=True)
        return Trouble("trouble.profile_not_saved", detail=problem.strerror or "")
    return None


def _keep(file: Path) -> None:
    """The version that stands now, under its other name: the same bytes, so that nothing has to be copied."""
    beside = file.with_name(f".{file.name}{PREVIOUS}")
    beside.unlink(missing_ok=True)
    os.link(file, beside)
    os.replace(beside, previous(file))


def previous(file: Path) -> Path:
    """Where the version before the last one lies."""
    return file.with_name(file.name + PREVIOUS)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of staff as a file that can be taken away: one JSON object a line, its last line a signature.

The first line has that signature too, so that a file that was cut off at an earlier one is found.

Whoever has the machine's public key can check all of it; on the machine its secret is asked too.
"""

import json
from typing import Final

from offline_cache.checkpoint_code import UnreadableCodeError, read_code
from offline_cache.staff_log import BASE, StoredLog
from offline_cache.staff_log_chain import BYTES, Chain, Checkpoint, Link, canonical
from offline_cache.staff_log_check import LogFault, LogVerdict, Row, checked, with_known

FORMAT: Final = "civic-kiosk staff log 1"
MOST_BYTES: Final = 200_000_000


class UnreadableLogError(Exception):
    """No file that this program wrote; says where."""


def written(log: StoredLog) -> bytes:
    """The whole log. What stands there is to be signed before."""
    base = log.place(BASE)
    head: dict[str, str | int] = {
        "format": FORMAT,
        "public_key": log.chain.public.hex(),
        "last": last_checkpoint(log),
    }
    lines = [canonical(base.values() | head)]
    signed = {checkpoint.link.number: checkpoint for checkpoint in log.checkpoints()}
    for row in log.rows():
        lines.append(canonical({"record": row.content.decode("utf-8"), "mac": row.mac.hex()}))
        if (checkpoint := signed.get(row.number)) is not None:
            lines.append(_line_of(checkpoint))
    return b"\n".join(lines) + b"\n"


def last_checkpoint(log: StoredLog) -> str:
    """The last signature as one line, to be taken away from the machine; empty where nothing is signed yet."""
    signed = log.checkpoints()
    return _line_of(signed[-1]).decode() if signed else ""


def read_checkpoint(line: str) -> Checkpoint:
    """What `last_checkpoint` gave, or its code (`checkpoint_code`). UnreadableLogError for anything else."""
    if line.lstrip().startswith("{"):
        return _checkpoint(_object(line))
    try:
        return read_code(line).checkpoint
    except UnreadableCodeError as error:
        raise UnreadableLogError("neither a line of JSON nor a code that was scanned whole") from error


def check_file(
    content: bytes, public: bytes, chain: Chain | None, known: Checkpoint | None = None
) -> LogVerdict:
    """Whether anything was changed in a file. UnreadableLogError where it is none; `public` is the machine's key.

    `known` is a checkpoint that was taken away earlier: a log that ends before it, or is another one, is found.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableLogError("larger than any log")
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableLogError("not UTF-8") from error
    head = _object(lines[0]) if lines else {}
    if head.get("format") != FORMAT:
        raise UnreadableLogError(f"its first line does not say {FORMAT}")
    base, rows, checkpoints = _link(head), list[Row](), list[Checkpoint]()
    for line in lines[1:]:
        values = _object(line)
        if "record" in values:
            number = base.number + len(rows) + 1
            rows.append(Row(number, _text(values, "record").encode(), _hex(values, "mac")))
        else:
            checkpoints.append(_checkpoint(values))
    verdict = checked(base, rows, with_known(checkpoints, known, base), public, chain)
    if not verdict.whole or (not rows and base == Link()):
        return verdict
    last = read_checkpoint(_text(head, "last"))
    if not checkpoints or checkpoints[-1].link != verdict.link or checkpoints[-1] != last:
        return LogVerdict(verdict.records, verdict.link, LogFault.CUT, verdict.link.number + 1)
    if checkpoints[-1].begins != base.number:
        return LogVerdict(verdict.records, verdict.link, LogFault.BEGINNING, base.number)
    return verdict


def _line_of(checkpoint: Checkpoint) -> bytes:
    own: dict[str, str | int] = {"begins": checkpoint.begins, "signature": checkpoint.signature.hex()}
    return canonical(checkpoint.link.values() | own)


def _object(line: str) -> dict[str, object]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableLogError("a line is no JSON") from error
    if not isinstance(values, dict):
        raise UnreadableLogError("a line is no object")
    return values


def _link(values: dict[str, object]) -> Link:
    return Link(_number(values, "seq"), _hex(values, "mac"), _hex(values, "digest"))


def _checkpoint(values: dict[str, object]) -> Checkpoint:
    return Checkpoint(_link(values), _number(values, "begins"), _hex(values, "signature", 2 * BYTES))


def _number(values: dict[str, object], name: str) -> int:
    value = values.get(name)
    if not isinstance(value, int) or not 0 <= value <= MOST_BYTES:
        raise UnreadableLogError(f"a line without its {name}")
    return value


def _text(values: dict[str, object], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str):
        raise UnreadableLogError(f"a line without its {name}")
    return value


def _hex(values: dict[str, object], name: str, length: int = BYTES) -> bytes:
    try:
        raw = bytes.fromhex(_text(values, name))
    except ValueError as error:
        raise UnreadableLogError(f"a {name} that is not hexadecimal") from error
    if len(raw) != length:
        raise UnreadableLogError(f"a {name} of another length")
    return raw

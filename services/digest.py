# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Digest and Basic authentication (RFC 7616, RFC 7617): reads challenges, writes answers. Sends nothing."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

_HASHES: dict[str, Callable[[bytes], str]] = {
    # What servers ask for; a hash of nothing but what they send and a password that is theirs.
    "MD5": lambda text: hashlib.md5(text, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda text: hashlib.sha256(text).hexdigest(),
}
_SCHEME = re.compile(r"\s*([A-Za-z0-9-]+)(?:\s+|$)")
_PARAMETER = re.compile(r'\s*,?\s*([A-Za-z0-9*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))\s*')
_SESSION = "-SESS"
LONGEST = 4_096


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server wants to see. `algorithm` is empty for Basic; `opaque` and `nonce` go back as they came."""

    realm: str
    nonce: str = field(repr=False, default="")
    opaque: str = ""
    algorithm: str = ""
    with_quality: bool = False
    stale: bool = False


def best_challenge(headers: Iterable[str]) -> Challenge | None:
    """The strongest of the challenges in `WWW-Authenticate` headers that can be answered; None when there is none."""
    found = [one for header in headers for one in _challenges(header[:LONGEST])]
    order = ("SHA-256", "MD5", "")
    return min(found, key=lambda one: order.index(one.algorithm.removesuffix(_SESSION)), default=None)


def answer(
    challenge: Challenge, user: str, password: str, method: str, target: str, count: int, random: str
) -> str:
    """The value of `Authorization` for one request. `target` is path and query; `count` numbers a nonce's requests."""
    if not challenge.algorithm:
        return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    name = challenge.algorithm.removesuffix(_SESSION)
    digest, number = _HASHES[name], f"{count:08x}"
    secret = digest(f"{user}:{challenge.realm}:{password}".encode())
    if challenge.algorithm.endswith(_SESSION):
        secret = digest(f"{secret}:{challenge.nonce}:{random}".encode())
    what = digest(f"{method}:{target}".encode())
    if challenge.with_quality:
        response = digest(f"{secret}:{challenge.nonce}:{number}:{random}:auth:{what}".encode())
    else:
        response = digest(f"{secret}:{challenge.nonce}:{what}".encode())
    told = [("username", user), ("realm", challenge.realm), ("nonce", challenge.nonce), ("uri", target)]
    told += [("response", response), *([("opaque", challenge.opaque)] if challenge.opaque else [])]
    quoted = [f'{key}="{_escaped(value)}"' for key, value in told]
    plain = [f"algorithm={challenge.algorithm.replace(_SESSION, '-sess')}"]
    if challenge.with_quality:
        plain += ["qop=auth", f"nc={number}", f'cnonce="{random}"']
    return "Digest " + ", ".join([*quoted, *plain])


def _challenges(header: str) -> Iterable[Challenge]:
    place = 0
    while (scheme := _SCHEME.match(header, place)) is not None:
        place, values = scheme.end(), dict[str, str]()
        while (one := _PARAMETER.match(header, place)) is not None:
            values[one[1].lower()] = one[3] if one[2] is None else re.sub(r"\\(.)", r"\1", one[2])
            place = one.end()
        made = _challenge(scheme[1].lower(), values)
        if made is not None:
            yield made
        if place == scheme.end() and not header[place:].lstrip().startswith(","):
            return
        place += len(header[place:]) - len(header[place:].lstrip(" ,"))


def _challenge(scheme: str, values: dict[str, str]) -> Challenge | None:
    if scheme == "basic":
        return Challenge(values.get("realm", ""))
    algorithm = values.get("algorithm", "MD5").upper()
    qualities = {one.strip() for one in values.get("qop", "").split(",") if one.strip()}
    known = algorithm.removesuffix(_SESSION) in _HASHES
    if scheme != "digest" or not known or "nonce" not in values or (qualities and "auth" not in qualities):
        return None
    return Challenge(
        values.get("realm", ""),
        values["nonce"],
        values.get("opaque", ""),
        algorithm,
        bool(qualities),
        values.get("stale", "").lower() == "true",
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')

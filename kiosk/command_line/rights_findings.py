# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""K-11: whether a rule of sudo or polkit gives the program's account more than its units do (sudoers(5), polkit(8))."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kiosk.command_line.settings_of_systemd import read

ACCOUNT: Final = "civic-kiosk"
SUDOERS: Final = ("etc/sudoers", "etc/sudoers.d/*")
POLKIT: Final = tuple(
    f"{place}/polkit-1/rules.d/*.rules" for place in ("etc", "run", "usr/local/share", "usr/share")
)
LOCAL_AUTHORITY: Final = ("etc", "var/lib")
"""Where rules of polkit before its version 0.106 lie, which Debian's `polkitd-pkla` still reads."""

COMMENTS: Final = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
QUOTED: Final = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")


def rights(root: Path) -> str:
    """The rules that name the account, one of its groups, or everybody; empty where none does.

    Where only root may read a rule it is taken that it is right: a session is shown nothing of them.
    """
    ours = _Ours(root)
    named = [place for place in _files(root, SUDOERS) if ours.may_by_sudo(_lines(read(place)))]
    named += [place for place in _files(root, POLKIT) if ours.is_in_a_script(read(place))]
    authority = [f"{place}/polkit-1/localauthority/*/*.pkla" for place in LOCAL_AUTHORITY]
    named += [place for place in _files(root, authority) if ours.is_in_an_identity(read(place))]
    return (
        f"more is given to the account by {', '.join(f'/{one.relative_to(root)}' for one in named)}"
        if named
        else ""
    )


class _Ours:
    """The names under which a rule may mean the account."""

    def __init__(self, root: Path) -> None:
        accounts = [line.split(":") for line in read(root / "etc/passwd").splitlines()]
        account = next(
            (one for one in accounts if one[0] == ACCOUNT and len(one) > 3), [ACCOUNT, "", "-", "-"]
        )
        groups = [line.split(":") for line in read(root / "etc/group").splitlines()]
        ours = [
            one for one in groups if len(one) == 4 and (ACCOUNT in one[3].split(",") or one[2] == account[3])
        ]
        self._groups = {one[0] for one in ours} | {ACCOUNT}
        numbers = {one[2] for one in ours}
        self._of_sudo = {ACCOUNT, f"#{account[2]}", "ALL"}
        self._of_sudo |= {f"%{name}" for name in self._groups} | {f"%#{number}" for number in numbers}

    def may_by_sudo(self, lines: Iterable[str]) -> bool:
        """Whether a rule of sudoers(5) is for the account, by itself or under an alias."""
        names = set(self._of_sudo)
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "User_Alias":
                for alias in rest.split(":"):
                    name, _, members = alias.partition("=")
                    if names & set(_listed(members)):
                        names.add(name.strip())
            elif "=" in line and not word.startswith(
                ("Defaults", "Cmnd_Alias", "Cmd_Alias", "Host_Alias", "Runas_Alias")
            ):
                # USERS HOSTS = COMMANDS: a list may have blanks beside its commas.
                users = re.sub(r"\s*,\s*", ",", line.partition("=")[0].strip()).split(None, 1)[0]
                if names & set(_listed(users)):
                    return True
        return False

    def is_in_a_script(self, script: str) -> bool:
        """Whether a rule of polkit(8) has the account or a group of it in quotes, outside its comments."""
        words = {one or other for one, other in QUOTED.findall(COMMENTS.sub("", script))}
        return bool(words & (self._groups | self._identities()))

    def is_in_an_identity(self, text: str) -> bool:
        """Whether a file of pklocalauthority(8) is for the account."""
        said = [line.partition("=")[2] for line in text.splitlines() if line.startswith("Identity=")]
        named = {word.strip() for one in said for word in one.split(";")}
        return bool(named & (self._identities() | {"unix-user:*", "*"}))

    def _identities(self) -> set[str]:
        return {f"unix-user:{ACCOUNT}"} | {f"unix-group:{name}" for name in self._groups}


def _listed(words: str) -> list[str]:
    return [word.strip().strip('"') for word in words.split(",")]


def _lines(text: str) -> Iterator[str]:
    """Lines of sudoers(5): joined where they go on, without comments; `#` before a number is an account."""
    for line in text.replace("\\\n", " ").splitlines():
        bare = re.sub(r"(?<![%\w])#(?!\d).*", "", line).strip()
        if bare and not bare.startswith(("@include", "#include")):
            yield re.sub(r"\s+", " ", bare)


def _files(root: Path, patterns: Iterable[str]) -> list[Path]:
    found = {place for pattern in patterns for place in _matching(root, pattern)}
    return sorted(place for place in found if place.is_file() and os.access(place, os.R_OK))


def _matching(root: Path, pattern: str) -> list[Path]:
    try:
        return list(root.glob(pattern))
    except PermissionError:
        return []

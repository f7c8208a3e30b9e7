# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""K-13 with real packets: nobody reaches the machine; it reaches names, time and https, the last as two accounts."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.disks import need_root
from tests.support.processes import ROOT
from tests.support.wired import ACCOUNTS, KIOSK, TOWN, Wired, wired

RULES = (ROOT / "deploy/etc/nftables.d/civic-kiosk.nft").read_text()
HTTPS = "tcp 443"
ANYBODYS = ("tcp 53", "udp 53", "udp 67", "udp 123", "udp 547")
"""Names, time and an address of its own: services of the system ask for them under accounts of theirs."""

NOBODYS = ("tcp 22", "tcp 80", "tcp 631", "tcp 853", "tcp 8443", "udp 443", "udp 5353", "udp 9999")
EVERY = (HTTPS, *ANYBODYS, *NOBODYS)
INTO = ("tcp 22", "tcp 80", HTTPS, "tcp 631", "tcp 5900", "udp 53", "udp 67", "udp 123", "udp 5353")


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wired]:
    need_root("only root makes networks and sends packets through rules")
    with wired(tmp_path_factory.mktemp("wired")) as both:
        yield both


def at(addresses: tuple[str, ...], *doors: str) -> set[str]:
    return {f"{door} {address}" for door in doors for address in addresses}


def reached(wire: Wired, who: str) -> set[str]:
    """What an account reaches outside, the town at the kiosk, or the kiosk itself within."""
    if who == "the town":
        return wire.into(*INTO)
    return wire.within("tcp 631", "udp 5353") if who == "itself" else wire.out(who, *EVERY)


WANTED = {account: at(TOWN, *ANYBODYS) for account in ACCOUNTS}
WANTED["civic-kiosk"] |= at(TOWN, HTTPS)
WANTED["_apt"] |= at(TOWN, HTTPS)
WANTED["the town"] = set()
WANTED["itself"] = at(("127.0.0.1", "::1"), "tcp 631", "udp 5353")


def test_without_rules_every_packet_arrives(wire: Wired) -> None:
    """So that what does not arrive below was stopped by a rule."""
    wire.load("flush ruleset")
    assert wire.out("visitor", *EVERY) == at(TOWN, *EVERY)
    assert wire.into(*INTO) == at(KIOSK, *INTO)


@pytest.mark.requirement("K-13", part="packets come in and go out by the rules alone")
def test_nobody_reaches_the_machine_and_it_reaches_names_time_and_https(wire: Wired) -> None:
    wire.load(RULES)
    assert {who: reached(wire, who) for who in WANTED} == WANTED


@pytest.mark.requirement("K-13", part="packets come in and go out by the rules alone")
def test_agencies_that_are_named_are_the_only_ones(wire: Wired) -> None:
    named = RULES.replace("agencies = { 0.0.0.0/0 }", "agencies = { 10.77.0.9 }")
    wire.load(named.replace("agencies6 = { ::/0 }", f"agencies6 = {{ {TOWN[1]} }}"))
    assert wire.out("civic-kiosk", HTTPS) == at(TOWN[1:], HTTPS)


def without(words: str) -> Callable[[str], str]:
    """The rules without each line that has these words."""
    return lambda rules: "".join(line for line in rules.splitlines(keepends=True) if words not in line)


def instead(old: str, new: str) -> Callable[[str], str]:
    return lambda rules: rules.replace(old, new)


@pytest.mark.parametrize(
    ("spoiled", "differs"),
    [
        (instead("hook input priority filter; policy drop", "hook input priority filter; policy accept"), "the town"),
        (instead("hook output priority filter; policy drop", "hook output priority filter; policy accept"), "visitor"),
        (instead("meta skuid $callers ", ""), "visitor"),
        (instead('"civic-kiosk", "_apt"', '"civic-kiosk"'), "_apt"),
        (instead("tcp dport 443", "tcp dport { 80, 443 }"), "civic-kiosk"),
        (instead("udp dport { 53, 67, 123, 547 }", "udp dport { 53, 67, 547 }"), "root"),
        (without("tcp dport 443"), "civic-kiosk"),
        (without("tcp dport 53"), "visitor"),
        (without("established"), "civic-kiosk"),
        (without("icmpv6"), "civic-kiosk"),
        (without('"lo"'), "itself"),
    ],
)  # fmt: skip
def test_a_line_that_is_missing_or_too_wide_is_noticed(
    wire: Wired, spoiled: Callable[[str], str], differs: str
) -> None:
    rules = spoiled(RULES)
    assert rules != RULES
    wire.load(rules)
    assert reached(wire, differs) != WANTED[differs]

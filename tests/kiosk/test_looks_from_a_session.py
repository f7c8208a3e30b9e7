# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician looks from within a session, which is shown little of the machine: what it cannot see is no fault."""

import os
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from kiosk.command_line import doctor
from kiosk.command_line import lockdown_findings as lockdown
from kiosk.command_line import start_findings as start
from kiosk.command_line.findings import Verdict
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Profile

HALL = replace(cast(Profile, load("town-hall-kiosk")), key=KeySource.CREDENTIAL)


def test_a_secret_that_only_root_may_look_at_is_well_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(_: Path) -> bool:
        raise PermissionError

    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.setattr(Path, "exists", shut)
    assert doctor.look_at_key(HALL).verdict is Verdict.FINE


def test_rules_that_only_root_may_read_are_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wants = tmp_path / "etc/systemd/system/basic.target.wants"
    wants.mkdir(parents=True)
    (wants / "usbguard.service").symlink_to("/lib/systemd/system/usbguard.service")
    (tmp_path / "etc/usbguard").mkdir()
    (tmp_path / "etc/usbguard/rules.conf").touch(mode=0o600)
    assert lockdown.shut_out(tmp_path) != ""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert (lockdown.shut_out(tmp_path), lockdown.usb(tmp_path)) == ("", "")


def test_a_command_line_that_is_not_shown_is_called_neither_wrong_nor_well(tmp_path: Path) -> None:
    assert (start.boot(tmp_path), start.memory(tmp_path)) == (None, None)


def test_a_menu_that_only_root_may_read_is_called_neither_open_nor_locked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "boot/grub").mkdir(parents=True)
    (tmp_path / "boot/grub/grub.cfg").write_text("menuentry 'Debian' {\n}\n")
    assert start.start_password(tmp_path)

    def shut(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", shut)
    assert start.start_password(tmp_path) is None

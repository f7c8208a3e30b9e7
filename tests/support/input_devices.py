# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists devices as the kernel does below `/sys/class/input` (Documentation/input in its sources)."""

from pathlib import Path


def device(place: Path, name: str, *, properties: str = "0", keys: str = "0") -> None:
    """One more device in the list; bit fields are words of 64 bits in hexadecimal, the highest first."""
    folder = place / f"input{len(list(place.iterdir()))}"
    (folder / "capabilities").mkdir(parents=True)
    (folder / "name").write_text(f"{name}\n", "utf-8")
    (folder / "properties").write_text(f"{properties}\n", "utf-8")
    (folder / "capabilities" / "key").write_text(f"{keys}\n", "utf-8")


def touch_screen(place: Path, name: str) -> None:
    """Its one key is BTN_TOUCH."""
    device(place, name, properties="2", keys="400 0 0 0 0 0")


def keypad(place: Path, name: str) -> None:
    """All keys of a USB keyboard, as keypads, boxes for switches and hand scanners say that they have."""
    device(place, name, keys="1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe")


def power_button(place: Path, name: str) -> None:
    """KEY_POWER alone."""
    device(place, name, keys="10000000000000 0")

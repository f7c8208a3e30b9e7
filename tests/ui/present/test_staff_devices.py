# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of what is plugged in tells of each device once, what is missing first; what was found at the start is not
among it."""

from dataclasses import replace

from core.ids import Language
from core.staff.finding import DEVICES as TOPICS
from core.staff.finding import Found, Gravity, Said, Topic
from core.visit import pages as p
from i18n.messages import Messages
from ui.present.staff_contents import StaffContents
from ui.present.staff_findings import present_findings
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.registry_staff import DEVICES, FOUND

TEXTS = Messages.load("en")


def shown(found: tuple[Found, ...] | None, *, devices: bool = True) -> StaffContents:
    visit = screens(Language("en"))["staff-devices"]
    return present_findings(visit, p.StaffFindings(found, devices=devices), TEXTS, a_kiosk())


def test_each_device_is_told_what_is_missing_first() -> None:
    titles = [fact.title for fact in shown((*FOUND[1:], *reversed(DEVICES))).facts]
    missing = [
        TEXTS.text(f"finding.about.{topic.value}") for topic in (Topic.KEYS, Topic.SCANNER, Topic.CAMERA)
    ]
    assert titles[:3] == missing
    assert len(titles) == len(TOPICS) == len(set(titles))
    assert "Disk" not in titles


def test_how_to_mend_stands_with_what_is_missing() -> None:
    text = shown(DEVICES).facts[0].text.text
    assert "not plugged in" in text
    assert "Plug its cable in" in text


def test_what_was_so_at_the_start_is_not_told_as_what_is_now() -> None:
    said = Said(Topic.TOUCH, at_start=True)
    before = Found("start: touch", Gravity.BAD, "none", said=said)
    assert len(shown((*DEVICES, before)).facts) == len(DEVICES)


def test_it_can_be_looked_at_again_once_it_was_looked_at() -> None:
    assert "staff.again" in [row.name for row in shown(DEVICES).rows]
    assert "staff.again" not in [row.name for row in shown(None).rows]
    assert shown(None).facts == ()


def test_the_other_page_keeps_silent_of_what_is_fine() -> None:
    fine = tuple(replace(one, gravity=Gravity.FINE) for one in DEVICES)
    assert shown(fine, devices=False).facts == ()

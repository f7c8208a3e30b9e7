# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does one form in one mode, from the welcome page to the sealed submission; nothing is sent."""

import secrets
import tempfile
from dataclasses import replace
from pathlib import Path

from core.errors import Trouble
from core.forms.definition import Form
from core.visit import pages as p
from kiosk import link
from kiosk.authoring import form_preview
from kiosk.authoring.form_file import Opened
from kiosk.gate.filling import fill
from kiosk.gate.modes import Mode
from kiosk.gate.planner import Planner, planner_with
from kiosk.gate.robot import Robot, person_at
from kiosk.gate.stuck import StuckError
from kiosk.gate_results import Walk
from kiosk.profile.model import FormCode, FormOffer, Profile
from kiosk.store_access import session_keys
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin


def walked(found: Opened, form: Form, mode: Mode, profile: Profile, name: str) -> Walk:
    """How far somebody came. `name` is the profile's, as the command line has it."""
    languages = tuple(dict.fromkeys([*profile.languages, mode.language]))
    profile = replace(profile, form_code=FormCode.RUN, form_offer=FormOffer.ALL, languages=languages)
    with tempfile.TemporaryDirectory(prefix="civic-kiosk-gate-") as place:
        folder, key = Path(place), Key(secrets.token_bytes(KEY_BYTES), KeyOrigin.MEMORY)
        trouble = form_preview.prepare(folder, key, found, form)
        if isinstance(trouble, Trouble):
            return Walk(mode.name, 0, reached=False, why=f"{trouble.key} {trouble.detail}")
        keys = session_keys(key, at_home=profile.at_home)
        order = link.Order(profile=name, folder=str(folder), keys=keys, trial=True)
        with person_at(order, profile) as robot, planner_with(mode.person, robot, mode.hands) as person:
            robot.session.send(mode.set(robot.session.window.preferences))
            return _as_far_as_it_goes(robot, person, mode)


def _as_far_as_it_goes(robot: Robot, person: Planner, mode: Mode) -> Walk:
    try:
        _to_the_form(robot, person, mode)
        fill(robot, person)
        person.press("foot.primary")
        robot.reach(p.Sent)
        person.check_presses()
    except StuckError as stuck:
        return Walk(mode.name, _steps(person), reached=False, why=f"{_place(robot)}: {stuck}")
    return Walk(mode.name, _steps(person), reached=True)


def _to_the_form(robot: Robot, person: Planner, mode: Mode) -> None:
    """By the life event, as the only service there is."""
    (service,) = robot.visit.catalogue.services.values()
    person.press(f"language.{mode.language}")
    robot.reach(p.Home)
    person.press(f"event.{service.events[0]}")
    robot.reach(p.EventServices)
    person.press(f"service.{service.id}")
    robot.reach(p.AboutService)
    person.press("foot.primary")
    robot.until(lambda: not isinstance(robot.page, p.AboutService), "for the form")
    page = robot.page
    if isinstance(page, p.InTrouble):
        raise StuckError(f"{page.trouble.key} {page.trouble.detail}")
    robot.reach(p.Question)


def _steps(person: Planner) -> int:
    return person.presses() + sum(visit.sign_presses for visit in person.visits)


def _place(robot: Robot) -> str:
    page = robot.page
    return str(page.path) if isinstance(page, p.Question) else type(page).__name__

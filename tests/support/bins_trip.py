# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to the page of the service that orders bins, whose form is one of Form.io's."""

from core.catalogue import Channel
from core.visit import pages as p
from tests.support.robot import Robot


def at_the_bins(robot: Robot) -> Channel:
    """From the welcome page, by its name, once its form is there; how it is sent."""
    robot.press("language.en")
    robot.reach(p.Home)
    robot.until(lambda: bool(robot.known.catalogue.services), "for the catalogue")
    wanted = next(one for one in robot.known.catalogue.services.values() if one.id.endswith("/order-bins"))
    assert wanted.api is not None
    form = (wanted.api.endpoint, wanted.api.form)
    robot.until(lambda: form in robot.known.forms, "for the form")
    robot.press("home.search")
    robot.write("search.field", wanted.name.versions[0].text)
    row = f"service.{wanted.id}"
    robot.until(lambda: any(robot.find(name) for name in (row, "foot.show")), "for what was found")
    if robot.find(row) is None:
        robot.press("foot.show")
    robot.press(row)
    robot.reach(p.AboutService)
    return wanted.api

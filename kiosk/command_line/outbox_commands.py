# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for what waits on a machine: what there is, and what only a person may decide of it."""

from typing import Annotated

import typer

from kiosk.command_line.options import KeyOption, ProfileOption
from kiosk.command_line.start import profile_or_stop


def outbox(
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
    words: Annotated[
        bool, typer.Option("--words", help="Show what agencies said, which may repeat an answer.")
    ] = False,
) -> None:
    """Tell what waits in the outbox: counts, states and ages; by number what needs a person. Never an answer."""
    from kiosk.command_line import outbox_report

    raise SystemExit(outbox_report.run(profile_or_stop(profile), key, words=words))


def discard(
    number: Annotated[str, typer.Argument(help="The number on the slip.")],
    reason: Annotated[str, typer.Option(help="Why; without it nothing is done, only shown.")] = "",
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Delete an application for ever that an agency refused or that waits for a person."""
    from kiosk.command_line import discarding

    raise SystemExit(discarding.run(profile_or_stop(profile), key, number, reason))


def send_again(
    number: Annotated[str, typer.Argument(help="The number on the slip.")],
    reason: Annotated[str, typer.Option(help="Why; without it nothing is done, only shown.")] = "",
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Send an application once more that may have arrived, after you have asked the agency."""
    from kiosk.command_line import sending_again

    raise SystemExit(sending_again.run(profile_or_stop(profile), key, number, reason))


def rescue(profile: ProfileOption = "town-hall-kiosk", key: KeyOption = None) -> None:
    """Make a damaged outbox anew: everybody in it comes back, nothing is deleted. Stop the program first."""
    from kiosk.command_line import rescuing

    raise SystemExit(rescuing.run(profile_or_stop(profile), key))

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about staff: who may sign in at this machine, and the log of what they did."""

from pathlib import Path
from typing import Annotated

import typer

from core.staff.roles import Role
from kiosk.command_line.options import KeyOption, ProfileOption
from kiosk.command_line.start import profile_or_stop

staff_app = typer.Typer(
    help="Who may sign in at this machine, and the log of it.", no_args_is_help=True, rich_markup_mode=None
)
log_app = typer.Typer(
    help="The log of what staff did: check it, take it out.", no_args_is_help=True, rich_markup_mode=None
)
staff_app.add_typer(log_app, name="log")


@staff_app.command(epilog="Example: kiosk staff add Mona --role attendant --card")
def add(
    name: Annotated[str, typer.Argument(help="A name that tells them from the others here.")],
    role: Annotated[Role, typer.Option(help="What they may do at this machine.")],
    card: Annotated[
        bool, typer.Option("--card", help="Ask for a card too: hold it to the scanner when told.")
    ] = False,
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Let somebody sign in. Asks for the PIN on the terminal, and tells the number to sign in with."""
    from kiosk.command_line import staff_work

    raise SystemExit(staff_work.add(profile_or_stop(profile), key, name, role, card=card))


@staff_app.command(epilog="Example: kiosk staff remove Mona")
def remove(
    name: Annotated[str, typer.Argument(help="Their name, as `kiosk staff list` has it.")],
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Let somebody sign in no more."""
    from kiosk.command_line import staff_work

    raise SystemExit(staff_work.remove(profile_or_stop(profile), key, name))


@staff_app.command("list", epilog="Example: kiosk staff list")
def list_staff(profile: ProfileOption = "town-hall-kiosk", key: KeyOption = None) -> None:
    """Tell who may sign in: number, role, card, name."""
    from kiosk.command_line import staff_work

    raise SystemExit(staff_work.list_staff(profile_or_stop(profile), key))


@log_app.command(epilog="Example: kiosk staff log verify staff-log-counter-1.jsonl")
def verify(
    file: Annotated[
        Path | None, typer.Argument(help="A file that was exported; the machine's own log without one.")
    ] = None,
    public_key: Annotated[
        str, typer.Option(help="The machine's public key, to check a file elsewhere than there.")
    ] = "",
    checkpoint: Annotated[
        str,
        typer.Option(
            help="What an earlier `verify` printed, or the code that a technician scanned, to find an older log "
            "put back. With --public-key and no file only its signature is checked."
        ),
    ] = "",
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Check that nothing was changed in the log. Status 1 where something was."""
    from kiosk.command_line import staff_log_work

    if public_key:
        raise SystemExit(staff_log_work.verify_elsewhere(file, public_key, checkpoint))
    raise SystemExit(staff_log_work.verify(profile_or_stop(profile), key, file, checkpoint))


@log_app.command(epilog="Example: kiosk staff log export staff-log.jsonl")
def export(
    file: Annotated[Path, typer.Argument(help="The new file; it must not exist.")],
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
) -> None:
    """Write the log into a file that anybody can check who has the machine's public key."""
    from kiosk.command_line import staff_log_work

    raise SystemExit(staff_log_work.export(profile_or_stop(profile), key, file))

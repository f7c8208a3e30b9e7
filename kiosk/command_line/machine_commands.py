# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about the machine around the program, which root types at it."""

import typer

machine_app = typer.Typer(
    help="The machine around the program: how it starts.", no_args_is_help=True, rich_markup_mode=None
)


@machine_app.callback()
def machine() -> None:
    """The machine around the program: how it starts."""


@machine_app.command("start-password", epilog="Example: kiosk machine start-password")
def start_password() -> None:
    """Ask for a password without which nobody changes how this machine starts. It still starts without one."""
    from kiosk.command_line import start_password as making

    raise SystemExit(making.run())

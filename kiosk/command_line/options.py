# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that many commands have: which profile, and where the key of its store comes from."""

from typing import Annotated

import typer

from kiosk.profile.model import KeySource

ProfileOption = Annotated[
    str, typer.Option("--profile", "-p", help="A shipped profile (town-hall-kiosk, home) or a TOML file.")
]
MachineOption = Annotated[str, typer.Option("--profile", "-p", help="The profile of this machine.")]
"""For what is done to a machine that is in use, and never to a shipped profile."""

KeyOption = Annotated[
    KeySource | None,
    typer.Option("--key", help="Where the store's key comes from, instead of what the profile says."),
]

UiOption = Annotated[str, typer.Option("--ui", help="The UI schema of a JSON Schema: a file or an address.")]

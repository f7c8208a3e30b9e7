# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about bundles: a set-up that is signed in one place and taken by many machines."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.command_line.options import MachineOption
from kiosk.command_line.start import profile_or_stop

bundle_app = typer.Typer(
    help="Sign a set-up in one place, and take it on many machines.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Folder = Annotated[Path, typer.Argument(help="The folder in which the bundle is made.")]
Role = Annotated[str, typer.Option(help="Who signs: targets (the town), root, agency-NAME or partner-NAME.")]
KeyFile = Annotated[
    Path | None, typer.Option("--key", help="The key's file, where it is not in FOLDER/keys.")
]


@bundle_app.command(epilog="Example: kiosk bundle init port-amity")
def init(folder: Folder) -> None:
    """Begin a bundle: make its keys, each closed by a passphrase, and publish a first, empty version."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.init(folder))


@bundle_app.command(epilog="Example: kiosk bundle key health.key")
def key(file: Annotated[Path, typer.Argument(help="The new file; it must not exist.")]) -> None:
    """Make a key for an agency or a partner, or a new one for the root, and print its public half."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.key(file))


@bundle_app.command(epilog="Example: kiosk bundle delegate port-amity agency-health 'PUBLIC KEY'")
def delegate(
    folder: Folder,
    role: Annotated[str, typer.Argument(help="agency-NAME or partner-NAME.")],
    public: Annotated[str, typer.Argument(help="What `kiosk bundle key` printed there.")],
) -> None:
    """Let an agency sign its own catalogue and forms, or a partner its languages and voices."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.delegate(folder, role, public))


@bundle_app.command(epilog="Example: kiosk bundle add port-amity profile/profile.toml library.toml")
def add(
    folder: Folder,
    path: Annotated[
        str,
        typer.Argument(help="Where: profile/, catalogue/, forms/, media/, languages/ or voices/ and a name."),
    ],
    file: Annotated[Path, typer.Argument(help="The file to copy there.", exists=True, dir_okay=False)],
    role: Role = "targets",
) -> None:
    """Put a file among what is signed next."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.add(folder, path, file, role))


@bundle_app.command(epilog="Example: kiosk bundle sign port-amity --share 10")
def sign(
    folder: Folder,
    role: Role = "targets",
    share: Annotated[
        int, typer.Option(help="Percent of the machines that take it first.", min=0, max=100)
    ] = 100,
    key: KeyFile = None,
    new_key: Annotated[
        str, typer.Option(help="For the root: the public key that takes this one's place.")
    ] = "",
) -> None:
    """Sign all that a role has there as its next version. The root needs two of its three signatures."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.sign(folder, role, share, key, new_key))


@bundle_app.command(epilog="Example: kiosk bundle publish port-amity")
def publish(folder: Folder) -> None:
    """Publish what was signed, in FOLDER/public. Without anything new this renews the timestamp for a week."""
    from kiosk.command_line import bundling

    raise SystemExit(bundling.publish(folder))


@bundle_app.command(epilog="Example: kiosk bundle take /media/stick/public --profile library.toml")
def take(
    source: Annotated[
        Path, typer.Argument(help="A published folder, such as one on a stick.", file_okay=False)
    ],
    profile: MachineOption = "town-hall-kiosk",
) -> None:
    """Take a set-up from a folder, with the same checks as from a network. The running program then tries it."""
    from kiosk.command_line import bundled_machine

    raise SystemExit(bundled_machine.take(profile_or_stop(profile), source))


@bundle_app.command(epilog="Example: kiosk bundle status --profile library.toml")
def status(profile: MachineOption = "town-hall-kiosk") -> None:
    """Tell which version counts, which is tried, which were left and why, and when the source was last seen."""
    from kiosk.command_line import bundled_machine

    raise SystemExit(bundled_machine.status(profile_or_stop(profile)))


@bundle_app.command(epilog="Example: kiosk bundle confirm --profile library.toml")
def confirm(profile: MachineOption = "town-hall-kiosk") -> None:
    """Say that the version on trial is good."""
    from kiosk.command_line import bundled_machine

    raise SystemExit(bundled_machine.confirm(profile_or_stop(profile)))


@bundle_app.command(epilog="Example: kiosk bundle back --profile library.toml")
def back(profile: MachineOption = "town-hall-kiosk") -> None:
    """Leave the version on trial, or go back from the one that counts to the one before it."""
    from kiosk.command_line import bundled_machine

    raise SystemExit(bundled_machine.back(profile_or_stop(profile)))

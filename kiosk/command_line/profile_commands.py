# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about profiles, which staff configure."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.command_line.options import MachineOption
from kiosk.command_line.start import profile_or_stop
from kiosk.profile.model import Kind

if TYPE_CHECKING:
    from i18n.messages import Messages

ENGLISH = "en"
"""What the commands for staff say as they always have; every other language has the sentences of the windows."""

profile_app = typer.Typer(
    help="Look at profiles, which staff configure.", no_args_is_help=True, rich_markup_mode=None
)


@profile_app.command(epilog="Example: kiosk profile check my-library.toml")
def check(
    file: Annotated[str, typer.Argument(help="A TOML file, or the name of a shipped profile.")],
    language: Annotated[str, typer.Option(help="Of what it says, for example ar.")] = ENGLISH,
) -> None:
    """Check a profile, and name every mistake: file, key, what is wrong, what is allowed."""
    if language != ENGLISH:
        from kiosk.command_line import profile_check

        raise SystemExit(profile_check.run(file, _texts_in(language)))
    profile = profile_or_stop(file)
    from kiosk.command_line.place_check import emblem_or_stop, map_or_stop, places_or_stop

    emblem_or_stop(profile)
    has = f"{places_or_stop(profile)} and {map_or_stop(profile)}"
    print(f"{file}: a good profile for a {profile.kind.value} in {profile.town.name}, with {has}.")
    from kiosk.command_line.findings import Verdict
    from kiosk.command_line.reach_findings import look_at_reach

    reach = look_at_reach(profile)
    if reach.verdict is not Verdict.FINE:
        print("\n".join(reach.lines()))


@profile_app.command(epilog="Example: kiosk profile schema --kind home > profile.schema.json")
def schema(
    kind: Annotated[Kind, typer.Option(help="Of which machine: the defaults differ.")] = Kind.KIOSK,
    language: Annotated[str, typer.Option(help="Of its titles and descriptions, for example ar.")] = ENGLISH,
) -> None:
    """Print what a profile may hold as a JSON Schema (2020-12) with titles, for editors and other tools."""
    import json

    from kiosk.profile.schema import profile_schema
    from kiosk.profile_editing.words import titled

    print(json.dumps(titled(profile_schema(kind), _texts_in(language)), indent=2, ensure_ascii=False))


def _texts_in(language: str) -> "Messages":
    from i18n.messages import Messages
    from kiosk.command_line.endings import Status, stop

    try:
        return Messages.load(language)
    except KeyError:
        stop(f"{language}: no language of this program.", Status.WRONG_USE)


@profile_app.command(epilog="Example: kiosk profile edit my-library.toml")
def edit(
    file: Annotated[str, typer.Argument(help="A TOML file, or the name of a shipped profile.")],
) -> None:
    """Change a profile in a window: grouped in plain words, and never saved with what would shut people out."""
    from kiosk.command_line import profile_editing

    raise SystemExit(profile_editing.run(file))


@profile_app.command(epilog="Example: kiosk profile find https://forms.example.org")
def find(address: Annotated[str, typer.Argument(help="An https:// address of an agency.")]) -> None:
    """Find out which standard answers at an address, and which services it would offer here."""
    from kiosk.command_line import finding

    raise SystemExit(finding.run(address))


@profile_app.command(epilog="Example: kiosk profile new my-library.toml --like home")
def new(
    file: Annotated[str, typer.Argument(help="The TOML file to make.")],
    like: Annotated[str, typer.Option(help="The shipped profile to begin with.")] = "town-hall-kiosk",
) -> None:
    """Make a profile of one's own out of a shipped one, and open it in the window where it is changed."""
    from kiosk.command_line import profile_editing

    raise SystemExit(profile_editing.begin(file, like))


@profile_app.command(
    epilog="Example: kiosk profile export library.kiosk --profile library.toml --key town/keys/targets.key"
)
def export(
    file: Annotated[
        Path, typer.Argument(help="The signed file to write, for example on a stick.", dir_okay=False)
    ],
    key: Annotated[
        Path, typer.Option(help="The key that signs your bundles: targets.key of `kiosk bundle init`.")
    ],
    profile: Annotated[str, typer.Option("--profile", "-p", help="The profile to copy.")] = "town-hall-kiosk",
) -> None:
    """Write a profile as one signed file, which other machines take from a stick or from codes on a screen."""
    from kiosk.command_line import profile_copying

    raise SystemExit(profile_copying.export(profile, file, key))


@profile_app.command(epilog="Example: kiosk profile codes library.kiosk")
def codes(
    file: Annotated[Path, typer.Argument(help="A signed file of `kiosk profile export`.", dir_okay=False)],
) -> None:
    """Show a signed profile as codes on this screen, one after the other, for a scanner or camera elsewhere."""
    from kiosk.command_line import profile_copying

    raise SystemExit(profile_copying.show(file))


@profile_app.command(
    "import", epilog="Example: kiosk profile import /media/stick/library.kiosk --profile library.toml"
)
def take(
    file: Annotated[
        Path | None, typer.Argument(help="A signed file of `kiosk profile export`.", dir_okay=False)
    ] = None,
    profile: MachineOption = "town-hall-kiosk",
    codes: Annotated[
        bool, typer.Option("--codes", help="Read its codes with a hand scanner instead.")
    ] = False,
    camera: Annotated[bool, typer.Option("--camera", help="Read its codes with the camera instead.")] = False,
) -> None:
    """Take a signed profile. The running program tries it, and goes back by itself if it does not go well."""
    from kiosk.command_line import profile_copying

    raise SystemExit(profile_copying.take(profile_or_stop(profile), file, codes=codes, camera=camera))


def setup(
    file: Annotated[str, typer.Argument(help="The profile to make; one that was begun is gone on with.")],
) -> None:
    """Set up a machine step by step in a window: screen, sound, printer, network, agencies, services."""
    from kiosk.command_line import profile_editing

    raise SystemExit(profile_editing.guide(file))

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about language packs, which add languages."""

from pathlib import Path
from typing import Annotated

import typer

language_app = typer.Typer(
    help="Look at language packs, which add languages.", no_args_is_help=True, rich_markup_mode=None
)


@language_app.command("check", epilog="Example: kiosk language check ./pl")
def check_language(
    folder: Annotated[Path, typer.Argument(help="A folder with language.toml and .po or .mo files.")],
) -> None:
    """Check a language pack: why it would be refused, or how much of it there is and what is left out."""
    from kiosk.command_line import language_check

    raise SystemExit(language_check.run(folder))

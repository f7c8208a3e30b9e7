# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands, their options and their help. Each does its work in a module of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kiosk.command_line.apart import Supervise
from kiosk.command_line.bundle_commands import bundle_app
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.language_commands import language_app
from kiosk.command_line.log_lines import quiet_log
from kiosk.command_line.machine_commands import machine_app
from kiosk.command_line.options import KeyOption, ProfileOption, UiOption
from kiosk.command_line.outbox_commands import discard, outbox, rescue, send_again
from kiosk.command_line.profile_commands import profile_app, setup
from kiosk.command_line.self_test import self_test
from kiosk.command_line.staff_commands import staff_app
from kiosk.command_line.start import profile_or_stop
from kiosk.early import Running
from kiosk.supervising import supervise


@dataclass(frozen=True, slots=True)
class Begun:
    """What was there before the command line was read: a session's process that was started early, and who runs the
    program by what the command finds out."""

    first: Running | None
    supervise: Supervise


app = typer.Typer(
    name="kiosk",
    help="Civic Kiosk: one counter for all public services, for town halls and for home.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(profile_app, name="profile")
app.command(epilog="Example: kiosk setup my-library.toml")(setup)
app.command("self-test", epilog="Example: kiosk self-test --profile my-library.toml")(self_test)
app.command(epilog="Example: kiosk outbox --profile home")(outbox)
app.command(epilog="Example: kiosk discard 4T7K-2M9Q-X --reason 'sent by post instead'")(discard)
app.command("send-again", epilog="Example: kiosk send-again 4T7K-2M9Q-X --reason 'they have not got it'")(
    send_again
)
app.command(epilog="Example: kiosk rescue --profile my-library.toml")(rescue)
app.add_typer(bundle_app, name="bundle")
app.add_typer(staff_app, name="staff")
app.add_typer(machine_app, name="machine")
app.add_typer(language_app, name="language")

form_app = typer.Typer(
    help="Check, try and convert forms, for their authors.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(form_app, name="form")


@app.command(epilog="Example: kiosk run --profile my-library.toml")
def run(
    context: typer.Context,
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
    units: Annotated[
        Path | None, typer.Option(help="The folder of the sockets at which systemd starts sessions.")
    ] = None,
) -> None:
    """Open the program with a profile, until it is stopped."""
    from kiosk.command_line import start

    begun: Begun = context.obj
    found = profile_or_stop(profile, people_wait=units is not None)
    raise SystemExit(
        start.run(found, profile, key=key, first=begun.first, units=units, supervise=begun.supervise)
    )


@app.command(epilog="Example: kiosk demo --profile home")
def demo(context: typer.Context, profile: ProfileOption = "town-hall-kiosk", key: KeyOption = None) -> None:
    """Open the program on its embedded sandbox town. Without a key store it is a trial: nothing is kept."""
    from kiosk.command_line import demonstration

    raise SystemExit(demonstration.run(profile, key, context.obj.first))


@app.command(epilog="Example: kiosk sandbox --port 8311 --data ./port-amity")
def sandbox(
    port: Annotated[
        int, typer.Option(help="The port on 127.0.0.1; the shipped profiles expect 8311.")
    ] = 8311,
    data: Annotated[Path, typer.Option(help="The folder for the town's records.")] = Path("port-amity"),
) -> None:
    """Run the sandbox town alone, for `kiosk run` in another terminal."""
    from kiosk.command_line import demonstration

    raise SystemExit(demonstration.town_alone(port, data))


@app.command(epilog="Example: kiosk apply change-of-address --answers answers.json --lang ar --sandbox")
def apply(
    service: Annotated[str, typer.Argument(help="The service's address in the catalogue, or the end of it.")],
    answers: Annotated[Path, typer.Option("--answers", "-a", help="A JSON file: question → answer.")],
    lang: Annotated[str, typer.Option("--lang", "-l", help="The language of the questions.")] = "en",
    profile: ProfileOption = "town-hall-kiosk",
    key: KeyOption = None,
    sandbox: Annotated[
        bool, typer.Option("--sandbox", help="Start a sandbox town for this one time.")
    ] = False,
    wait: Annotated[
        float, typer.Option(help="Seconds to wait for the agency's answer.", min=0, max=3600)
    ] = 30.0,
) -> None:
    """Do a service without a window: through the same visit, form engine, store and outbox."""
    from kiosk.command_line import applying

    raise SystemExit(applying.run(service, answers, lang, profile, key, sandbox=sandbox, wait=wait))


@app.command("recovery-key", epilog="Example: kiosk recovery-key authority.key")
def recovery_key(
    file: Annotated[Path, typer.Argument(help="The new file for the private key; it must not exist.")],
) -> None:
    """Make the pair of keys with which an authority can open the store of a machine that is dead."""
    from kiosk.command_line import recovering

    raise SystemExit(recovering.make_key(file))


@app.command(epilog="Example: kiosk recover --private-key authority.key --store /mnt/old/civic-kiosk")
def recover(
    private_key: Annotated[Path, typer.Option("--private-key", help="The file of `kiosk recovery-key`.")],
    profile: ProfileOption = "town-hall-kiosk",
    store: Annotated[Path | None, typer.Option(help="The store, where it is not the profile's.")] = None,
    wait: Annotated[float, typer.Option(help="Seconds until it gives up.", min=0, max=86_400)] = 600.0,
    again: Annotated[
        bool, typer.Option("--send-again", help="Also what may have arrived: the agency has not got it.")
    ] = False,
) -> None:
    """Deliver what still waits in the store of a dead machine, with the authority's key."""
    from kiosk.command_line import recovering

    raise SystemExit(recovering.run(profile_or_stop(profile), private_key, store, wait, again=again))


@app.command("receipt-key", epilog="Example: kiosk receipt-key --profile my-library.toml")
def receipt_key(profile: ProfileOption = "town-hall-kiosk", key: KeyOption = None) -> None:
    """Print the public key by which other machines of the authority tell this one's receipts."""
    from kiosk.command_line import receipt_key as printing

    raise SystemExit(printing.run(profile_or_stop(profile), key))


@app.command(epilog="Example: kiosk doctor")
def doctor(profile: ProfileOption = "town-hall-kiosk") -> None:
    """Look for what is missing on this machine, and say how to mend it."""
    from kiosk.command_line import doctor as examination

    raise SystemExit(examination.run(profile_or_stop(profile)))


@form_app.command("check", epilog="Example: kiosk form check child-benefit.xml")
def check_form(
    place: Annotated[str, typer.Argument(help="A file or an http(s) address.")],
    ui: UiOption = "",
) -> None:
    """Check a form: what is not supported, not translated, too long. Status 3 when it cannot be opened."""
    from kiosk.command_line import forms

    raise SystemExit(forms.check(place, ui))


@form_app.command("run", epilog="Example: kiosk form run child-benefit.xml --answers answers.json")
def run_form(
    place: Annotated[str, typer.Argument(help="A file or an http(s) address.")],
    answers: Annotated[
        Path | None, typer.Option("--answers", "-a", help="A JSON file: question → answer.")
    ] = None,
    ui: UiOption = "",
) -> None:
    """Fill a form without a window, and print how each question stands and what would be sent, as JSON."""
    from kiosk.command_line import forms

    raise SystemExit(forms.run(place, answers, ui))


@form_app.command("preview", epilog="Example: kiosk form preview child-benefit.xml --profile home")
def preview_form(
    place: Annotated[str, typer.Argument(help="A file or an http(s) address.")],
    profile: ProfileOption = "home",
    ui: UiOption = "",
) -> None:
    """Open the window with this form as the only service. Nothing is sent."""
    from kiosk.command_line import previewing

    raise SystemExit(previewing.run(place, profile, ui))


@form_app.command("gate", epilog="Example: kiosk form gate child-benefit.xml")
def gate_form(
    place: Annotated[str, typer.Argument(help="A file or address; without one, each form kept here.")] = "",
    profile: ProfileOption = "town-hall-kiosk",
    mode: Annotated[str, typer.Option(help="One mode alone, by its name.")] = "",
    key: KeyOption = None,
    ui: UiOption = "",
) -> None:
    """Do the form to its end in large text, by voice, with two switches, in easy words, in Arabic and in Chinese."""
    from kiosk.command_line import gating

    raise SystemExit(gating.run(place, profile, mode, ui) if place else gating.run_kept(profile, key))


@form_app.command("convert", epilog="Example: kiosk form convert child-benefit.xlsx")
def convert_form(
    file: Annotated[Path, typer.Argument(help="An XLSForm spreadsheet.")],
    target: Annotated[
        Path | None, typer.Argument(help="The XForm to write; beside the file without one.")
    ] = None,
) -> None:
    """Make an XForm of an XLSForm, with pyxform."""
    from kiosk.command_line import forms

    raise SystemExit(forms.convert(file, target))


def run_commands(arguments: list[str], first: Running | None = None, supervise: Supervise = supervise) -> int:
    """Run one command. Returns the exit status. See `Begun` for the others."""
    quiet_log()
    try:
        app(arguments, standalone_mode=True, obj=Begun(first, supervise))
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else int(Status.NOT_DONE)
    except KeyboardInterrupt:
        stop("stopped", Status.NOT_DONE)
    return int(Status.DONE)

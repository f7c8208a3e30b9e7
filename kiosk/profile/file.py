# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a profile from a TOML file or from one of those shipped, and says all that is wrong with it at once."""

import base64
import tomllib
from dataclasses import dataclass
from pathlib import Path

from accessibility.hands import ways
from core.breach import Wrong
from core.ids import Language
from i18n import languages
from i18n.packs import tags, voices
from kiosk.language_packs import pack_places
from kiosk.profile.access import read_access
from kiosk.profile.file_offer import read_offer
from kiosk.profile.file_places import file_places, path_of
from kiosk.profile.file_thresholds import read_delays, read_screen, told_unheard
from kiosk.profile.file_town import read_town
from kiosk.profile.file_voice import read_voice
from kiosk.profile.hand_scanner import read_scanner
from kiosk.profile.model import (
    FormCode,
    FormOffer,
    KeySource,
    Kind,
    Paper,
    Profile,
)
from kiosk.profile.reading import Mistake, Table
from kiosk.profile.thresholds import CONTRAST
from kiosk.profile.town_servers import read_bundle, read_telemetry

SHIPPED = Path(__file__).parent.parent / "profiles"
"""Where the profiles lie that come with the program."""

LANGUAGES = tuple(info.tag for info in languages.LANGUAGES)
THEMES = tuple(CONTRAST)
MOST_BYTES = 100_000
THE_FILE = "(the file)"
PUBLIC_KEY_BYTES = 32
MOST_SETTLE = 3_600
"""Seconds: `core.delivery_rules.LONGEST_WAIT_SECONDS`, which the first picture does not wait for."""


@dataclass(frozen=True, slots=True)
class BadProfile:
    """A profile that cannot be used: the file, and every mistake with its place."""

    file: str
    mistakes: tuple[Mistake, ...]

    def lines(self) -> tuple[str, ...]:
        """One line for each mistake, for a terminal: file, key, what is wrong, what is allowed."""
        return tuple(f"{self.file}: {mistake}" for mistake in self.mistakes)


def shipped() -> tuple[str, ...]:
    """The names of the profiles that come with the program."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def load(name_or_file: str) -> Profile | BadProfile:
    """Read a shipped profile by its name, or any other by its file."""
    path = SHIPPED / f"{name_or_file}.toml" if name_or_file in shipped() else Path(name_or_file)
    try:
        raw = path.read_bytes()[: MOST_BYTES + 1]
    except OSError as problem:
        allowed = "a readable file, or one of " + ", ".join(shipped())
        return _unreadable(name_or_file, problem.strerror or "cannot be read", allowed)
    if len(raw) > MOST_BYTES:
        return _unreadable(str(path), "is too large", f"at most {MOST_BYTES} bytes")
    try:
        values = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return _unreadable(str(path), f"is not TOML: {problem}", "a TOML 1.0 file in UTF-8")
    except RecursionError:
        return _unreadable(str(path), "is nested too deeply", "a TOML 1.0 file in UTF-8")
    table = Table(values)
    profile = read_tables(table, path)
    table.leftovers()
    return BadProfile(str(path), tuple(table.mistakes)) if table.mistakes else profile


def _unreadable(file: str, what: str, allowed: str) -> BadProfile:
    return BadProfile(file, (Mistake(THE_FILE, what, allowed),))


def read_tables(table: Table, file: Path) -> Profile:
    """The profile of a file's tables, of use only where no mistake was noted. `file` gives it its name."""
    kind = table.choice("kind", Kind)
    packs = path_of(table, "language_packs", file.parent)
    places = pack_places(packs, at_home=kind is Kind.HOME)
    known = (*LANGUAGES, *tags(places))
    screen = read_screen(table.table("screen"))
    spoken = table.words("languages", known, least=1)
    office = Language(table.word("office_language", spoken or LANGUAGES))
    town = read_town(table.table("town"), known, (file.parent, SHIPPED), office)
    catalogue = table.address("catalogue")
    origins = table.words("origins", None, least=1)
    start = table.table("start")
    storage = table.table("store")
    paper = table.table("paper")
    staff = table.table("staff")
    hands = table.table("hands")
    forms = table.table("forms")
    letters = start.truth("on_screen_keyboard", kind is Kind.KIOSK)
    profile = Profile(
        name=file.stem,
        kind=kind,
        town=town,
        screen=screen,
        languages=tuple(Language(tag) for tag in spoken),
        office_language=office,
        language_packs=packs,
        catalogue=catalogue,
        origins=origins,
        access=read_access(table, file.parent),
        refresh=table.number("refresh_seconds", 2, 86_400, 60, "seconds"),
        probe=table.asked_openly("probe"),
        settle=table.number("settle_seconds", 1, MOST_SETTLE, 600, "seconds"),
        delays=read_delays(table.table("delays"), kind),
        text_step=int(start.number("text_step", 1, 5, 1)),
        assisted=start.truth("assisted", False),
        theme=start.word("theme", THEMES, "standard"),
        on_screen_keyboard=letters,
        hands=_hands(hands, ways.Way.TOUCH if letters else ways.Way.KEYBOARD),
        beside=_beside(hands),
        featured=start.words("featured", None, least=0, default=[]),
        paper=paper.choice("size", Paper, Paper.A4),
        printer=paper.text("printer", ""),
        print_to=path_of(paper, "folder"),
        key=storage.choice("key", KeySource, KeySource.KEYRING),
        store=path_of(storage, "folder"),
        # At home a list of what one has sent stays until its person deletes it.
        receipt_days=int(storage.number("receipt_days", 1, 400, 7, "days")) if kind is Kind.KIOSK else None,
        recovery=_recovery(storage),
        staff_file=path_of(staff, "file"),
        staff_command=staff.words("command", None, least=0, default=[]),
        voice=read_voice(table.table("voice"), file.parent),
        receipt_keys=_receipt_keys(paper),
        files=file_places(table.table("files"), kind),
        form_code=forms.choice("code", FormCode, FormCode.REFUSE),
        bundle=read_bundle(table.table("bundle"), origins),
        telemetry=read_telemetry(table.table("telemetry"), origins),
        form_offer=forms.choice("offer", FormOffer, FormOffer.ALL),
        offer=read_offer(table.table("services")),
        scanner=read_scanner(table.table("scanner"), there=kind is Kind.KIOSK),
    )
    for part in (start, storage, paper, staff, forms):
        part.leftovers()
    _origins(table, profile)
    told_unheard(table, profile, voices(places))
    return profile


def _recovery(storage: Table) -> bytes | None:
    text = storage.text("recovery_key", "")
    if not text:
        return None
    key = _public_key(text)
    if not key:
        storage.wrong("recovery_key", "is no public key", "what `kiosk recovery-key` printed")
        return None
    return key


def _receipt_keys(paper: Table) -> tuple[bytes, ...]:
    keys = [_public_key(text) for text in paper.words("trusted_keys", None, least=0, default=[])]
    if not all(keys):
        paper.wrong(
            "trusted_keys", "has what is no public key", "what `kiosk receipt-key` printed on each machine"
        )
    return tuple(key for key in keys if key)


def _public_key(text: str) -> bytes:
    """A public key in base64; empty for anything else."""
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    return key if len(key) == PUBLIC_KEY_BYTES else b""


def _origins(table: Table, profile: Profile) -> None:
    for origin in profile.origins:
        Table({"origin": origin}, "origins", table.mistakes).address("origin")
    if profile.catalogue and not any(_within(profile.catalogue, origin) for origin in profile.origins):
        what = "does not have the catalogue's own origin"
        table.wrong("origins", what, "a list with that origin in it", kind=Wrong.ORIGIN)


def _within(address: str, origin: str) -> bool:
    return address == origin or address.startswith(origin.rstrip("/") + "/")


def _hands(table: Table, usual_way: ways.Way) -> ways.Hands:
    usual = ways.ScanTimes()
    scan = ways.ScanTimes(
        step=table.number("scan_seconds", *ways.STEP, usual.step, "seconds"),
        first_extra=table.number("scan_first_extra", *ways.FIRST_EXTRA, usual.first_extra, "seconds"),
        loops=int(table.number("scan_rounds", *ways.LOOPS, usual.loops)),
        hold=table.number("switch_hold", *ways.HOLD, usual.hold, "seconds"),
        release=table.number("switch_release", *ways.RELEASE, usual.release, "seconds"),
    )
    return ways.Hands(table.choice("way", ways.Way, usual_way), scan)


def _beside(table: Table) -> tuple[ways.Way, ...]:
    """What else stands there. A touch screen and a keyboard are in use without being begun."""
    offered = tuple(way.value for way in ways.Way if not way.whole_keyboard)
    named = table.words("beside", offered, least=0, default=[])
    table.leftovers()
    return tuple(ways.Way(name) for name in named if name in offered)

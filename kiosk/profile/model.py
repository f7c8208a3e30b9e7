# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile as the program uses it: everything checked, nothing optional left unsaid."""

from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from accessibility import reach
from accessibility.hands.ways import Hands, Way
from accessibility.layout import ScreenMeasure
from core.access_way import AccessWay
from core.activation import Confirm
from core.ids import Language
from core.offer import EVERYTHING, Offer
from core.text import LocalisedText
from core.visit.delays import Delays
from kiosk.profile.hand_scanner import HandScanner
from kiosk.profile.voice_place import VoicePlace


class Kind(Enum):
    """Where the machine stands. A home machine never sends anybody away and shows no keyboard of its own."""

    KIOSK = "kiosk"
    HOME = "home"


class KeySource(Enum):
    """Where the store's key comes from: `CREDENTIAL` is what systemd decrypts for the service.

    `MEMORY` keeps nothing beyond this run, and says so on every page.
    """

    CREDENTIAL = "credential"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word for a kind of key, no secret
    MEMORY = "memory"


class Paper(Enum):
    """What the printer holds."""

    A4 = "a4"
    ROLL_80 = "80mm"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Screen:
    """The panel: pixels per inch as measured by staff, and how far away eyes are (mm).

    `width` and `height` are in pixels; 0 means the whole screen as found. `floor` is the height (mm) of its lower edge
    above the floor, 0 when nobody has measured it; `reach` the height (mm) above which nothing to press shall stand.
    """

    ppi: float
    distance: int
    width: int = 0
    height: int = 0
    floor: int = 0
    reach: int = int(reach.HIGHEST)

    def measure(self, width: int, height: int) -> ScreenMeasure:
        """The glass with so many pixels."""
        return ScreenMeasure(width, height, self.ppi, float(self.floor), float(self.reach))


@dataclass(frozen=True, slots=True)
class Town:
    """Who speaks, and where a person can be found. Texts are the town's own and are shown as they are.

    `names` are what the town is called in languages in which it is called otherwise. `places` is the file of those
    that the town has names for, `map` that of the tiles of its map, `emblem` that of its emblem.
    `notice` is what everybody shall know now.
    """

    name: str
    names: LocalisedText
    phone: str
    counter: LocalisedText
    hours: str
    emergency: str
    places: Path | None = None
    map: Path | None = None
    emblem: Path | None = None
    notice: LocalisedText = LocalisedText()


@dataclass(frozen=True, slots=True)
class Access:
    """What lets this machine in at one agency: a key, or a user's password where an OpenRosa server wants that.

    `endpoint` is the address as the catalogue gives it, without the key. `authorities` are the certificates (PEM) of
    those who alone are believed about its server's name; empty: the system's.
    """

    endpoint: str
    key: str = field(repr=False)
    user: str = ""
    way: AccessWay = AccessWay.KEY
    authorities: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BundleSource:
    """Where this machine takes its set-up from: signed, and trusted by the root that staff put into the file `root`.

    `address` is empty where it comes on a stick only. `patience` is how long, in seconds, a new version waits for
    `confirm` before it is left.
    """

    address: str
    root: Path
    refresh: float = 3_600.0
    confirm: Confirm = Confirm.HEALTH
    patience: float = 900.0


@dataclass(frozen=True, slots=True)
class TelemetryPlace:
    """The collector of the town's own monitoring, and how often it is told (seconds). None unless staff ask for it."""

    endpoint: str
    every: float


class FormCode(Enum):
    """What becomes of forms with programs in them: they are not offered, or their programs run in a process apart."""

    REFUSE = "refuse"
    RUN = "run"


class FormOffer(Enum):
    """Which forms are offered: all that can be opened, or only those that the publish gate has walked to the end."""

    ALL = "all"
    WALKED = "walked"


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """Where files can be handed over. `folders` may have `*` and begin with `~`; `most` is the bytes of one file.

    `camera` where photos may be taken, `microphone` where answers may be spoken.
    """

    folders: tuple[str, ...] = ()
    most: int = 10_000_000
    camera: bool = False
    microphone: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One kiosk, or one home.

    `catalogue` is the address of the CPSV-AP catalogue; `origins` are the only ones ever contacted.
    `settle` is how long, in seconds, an agency without submission ids needs until a new case can be seen.
    With `assisted` a visit begins larger and slower, in letters of `text_step` or of the least step for that.
    `hands` is the way of pressing with which a visit begins. A key of a way that stands `beside` it begins that way on
    the welcome page, by itself.
    `featured` are the pictogram names of the life events shown first, `offer` says which services are to be had here.
    `store` is where the store lies; None means the platform's place for it. `recovery` is the authority's public key
    (raw X25519), to which the store's key is wrapped, so that a dead machine loses nobody. `print_to` is a folder for
    PDF files where there is no printer.
    `receipt_days` is how long after an agency's last word the machine still knows an application; None: for good.
    `language_packs` is a folder with languages that did not come with the program.
    `receipt_keys` are the public keys (raw Ed25519) of the other machines whose receipts this one knows.
    `probe` is an address that answers 204 and nothing else, asked only while agencies do not answer; empty: nobody is.
    A call for staff adds a line to `staff_file` and runs `staff_command`, where they are given.
    """

    name: str
    kind: Kind
    town: Town
    screen: Screen
    languages: tuple[Language, ...]
    office_language: Language
    catalogue: str
    origins: tuple[str, ...]
    access: tuple[Access, ...]
    refresh: float
    settle: float
    delays: Delays
    text_step: int
    theme: str
    on_screen_keyboard: bool
    hands: Hands
    featured: tuple[str, ...]
    paper: Paper
    printer: str
    print_to: Path | None
    key: KeySource
    store: Path | None
    receipt_days: int | None = None
    language_packs: Path | None = None
    beside: tuple[Way, ...] = ()
    recovery: bytes | None = None
    staff_file: Path | None = None
    staff_command: tuple[str, ...] = ()
    voice: VoicePlace = VoicePlace()
    receipt_keys: tuple[bytes, ...] = ()
    files: FilePlaces = FilePlaces()
    form_code: FormCode = FormCode.REFUSE
    bundle: BundleSource | None = None
    telemetry: TelemetryPlace | None = None
    form_offer: FormOffer = FormOffer.ALL
    offer: Offer = EVERYTHING
    assisted: bool = False
    scanner: HandScanner = HandScanner()
    probe: str = ""

    @property
    def at_home(self) -> bool:
        """Whether this is somebody's own machine."""
        return self.kind is Kind.HOME

    def moved(self, origin: str) -> "Profile":
        """The same profile with its first origin at another address: the demonstration's town has a new port
        each time."""
        old = self.origins[0]

        def there(address: str) -> str:
            return origin + address[len(old) :] if address.startswith(old) else address

        return replace(
            self,
            catalogue=there(self.catalogue),
            origins=tuple(there(one) for one in self.origins),
            access=tuple(replace(one, endpoint=there(one.endpoint)) for one in self.access),
        )

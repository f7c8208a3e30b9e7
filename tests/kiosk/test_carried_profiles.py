# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A signed profile that somebody carries to a machine: taken and tried when all is well, and else nothing is lost."""

import json
import shutil
import time
from pathlib import Path

import pytest

from core import activation
from core.activation import Left
from kiosk.bundles import evidence
from kiosk.bundles.carried import LeftAlone, NotCarried, carried_of, take_carried
from kiosk.bundles.contents import PROFILE_FILE
from kiosk.bundles.repository import METADATA
from kiosk.bundles.signed_profile import MOST_FILE_BYTES, PROFILE_PROOF, signed
from kiosk.profile.file import load
from kiosk.profile.in_force import load_in_force
from kiosk.profile.model import BundleSource, Profile
from tests.support.bundle_world import BUILT, PROFILE, BundleMachine, BundleTown
from tests.support.disks import fill, small_disk
from tests.support.trying_machine import TryingMachine

NOW = time.time()
TEXT = PROFILE.decode()


class Carrying:
    """A town that signs profiles, and a machine to which they are carried."""

    def __init__(self, town: BundleTown, folder: Path) -> None:
        self.town = town
        self.machine = BundleMachine(folder / "machine", self.town)
        self.home = self.machine.home
        self.source = BundleSource("", self.town.public / METADATA / "1.root.json")
        own = load("town-hall-kiosk")
        assert isinstance(own, Profile)
        self.own = own

    def file(
        self, text: str = TEXT, made: float = NOW, program: str = "0.1.0", key: str = "targets"
    ) -> bytes:
        return signed(text, made, program, self.town.key(key))

    def carry(self, content: bytes, now: float = NOW) -> int | LeftAlone:
        return take_carried(self.home, self.source, self.own, content, now, BUILT)

    def use(self, number: int | LeftAlone) -> int:
        assert isinstance(number, int), number
        self.home.change(lambda state: activation.confirmed(activation.begun(state, number, NOW)))
        return number


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> BundleTown:
    return BundleTown(tmp_path_factory.mktemp("carrying"))


@pytest.fixture
def carrying(town: BundleTown, tmp_path: Path) -> Carrying:
    return Carrying(town, tmp_path)


def test_a_signed_profile_is_laid_ready_and_proved_again_later(carrying: Carrying) -> None:
    content = carrying.file(TEXT.replace('name = "Port Amity"', 'name = "New Amity"'))
    assert carrying.carry(content) == 1
    assert carrying.home.ready() == 1
    assert carrying.home.seen().at == NOW
    assert carried_of(carrying.home, 1) == content
    assert evidence.doubt(carrying.home, 1) == ""
    carrying.use(1)
    found = load_in_force("town-hall-kiosk", str(carrying.home.profile(1)))
    assert isinstance(found, Profile)
    assert (found.town.name, found.name) == ("New Amity", carrying.own.name)


def test_only_the_key_of_the_towns_own_part_signs_and_a_new_root_changes_nothing(tmp_path: Path) -> None:
    carrying = Carrying(BundleTown(tmp_path), tmp_path)
    carrying.use(carrying.carry(carrying.file()))
    carrying.town.rotate()
    carrying.machine.take(carrying.town.public)
    assert evidence.doubt(carrying.home, 1) == ""
    for key in ("snapshot", "timestamp", "root-1", "agency-health"):
        assert carrying.carry(carrying.file(key=key)) == LeftAlone(NotCarried.FOREIGN)


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _changed(content: bytes) -> bytes:
    said = json.loads(content)
    said["payload"] = (
        said["payload"][:40] + ("A" if said["payload"][40] != "A" else "B") + said["payload"][41:]
    )
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_cut, NotCarried.TORN),
        (_changed, NotCarried.FOREIGN),
        (lambda _: b"", NotCarried.TORN),
        (lambda _: b"[]", NotCarried.TORN),
        (lambda _: b"{" * 100_000, NotCarried.TORN),
        (lambda content: content + b" " * MOST_FILE_BYTES, NotCarried.TORN),
        (lambda content: content.replace(b"profile.v1", b"profile.v2"), NotCarried.FOREIGN),
    ],
)
def test_what_is_cut_or_changed_is_refused_and_the_last_good_one_stays(
    carrying: Carrying, spoil: object, why: NotCarried
) -> None:
    assert callable(spoil)
    carrying.use(carrying.carry(carrying.file()))
    found = carrying.carry(spoil(carrying.file(TEXT + "\n# newer\n", NOW + 1)))
    assert found == LeftAlone(why)
    assert found.trouble.key == f"trouble.set_up.{why.value}"
    assert _as_it_was(carrying)


def test_what_a_start_would_refuse_is_left_and_never_tried(carrying: Carrying) -> None:
    carrying.use(carrying.carry(carrying.file()))
    short = TEXT + "\n[delays]\nwarning = 5\n"
    for made, (text, program, why) in enumerate(
        (
            (short, "0.1.0", NotCarried.UNSAFE),
            ("kind = 7", "0.1.0", NotCarried.UNSAFE),
            ('kind = "home"', "0.1.0", NotCarried.UNSAFE),
            (TEXT + '\n[later]\nkey = "x"\n', "0.10.0", NotCarried.NEWER),
        )
    ):
        found = carrying.carry(carrying.file(text, NOW + made, program))
        assert isinstance(found, LeftAlone)
        assert found.why is why
        assert carrying.home.ready() is None
        assert carrying.home.activation().active == 1


def test_a_set_up_that_is_older_the_same_or_less_is_refused(carrying: Carrying) -> None:
    content = carrying.file()
    carrying.use(carrying.carry(content))
    assert carrying.carry(content) == LeftAlone(NotCarried.SAME)
    assert carrying.carry(carrying.file(made=NOW - 5)) == LeftAlone(NotCarried.OLDER)
    assert carrying.carry(carrying.file(made=NOW + 1e9)) == LeftAlone(NotCarried.CLOCK)
    assert carrying.carry(carrying.file(made=NOW + 5), now=NOW - 1e8) == LeftAlone(NotCarried.CLOCK)
    carrying.machine.use(carrying.machine.take(carrying.town.public))
    assert carrying.carry(carrying.file(made=NOW + 5)) == LeftAlone(NotCarried.MORE)


def test_a_machine_that_trusts_nobody_takes_nothing(carrying: Carrying, tmp_path: Path) -> None:
    carrying.source = BundleSource("", tmp_path / "nowhere.json")
    found = carrying.carry(carrying.file())
    assert isinstance(found, LeftAlone)
    assert found.why is NotCarried.UNTRUSTED
    (tmp_path / "nowhere.json").write_text("{}")
    assert carrying.carry(carrying.file()) == LeftAlone(NotCarried.UNTRUSTED, "nowhere.json")


def test_on_a_full_disk_nothing_changes_and_nothing_is_left_behind(
    carrying: Carrying, tmp_path: Path
) -> None:
    carrying.use(carrying.carry(carrying.file()))
    with small_disk(tmp_path / "disk", "600k") as disk:
        shutil.copytree(carrying.home.folder, disk / "bundles")
        carrying.home = type(carrying.home)(disk / "bundles")
        fill(disk / "filling")
        found = carrying.carry(carrying.file(TEXT + "\n# newer\n", NOW + 1))
        assert isinstance(found, LeftAlone)
        assert (found.why, found.trouble.key) == (NotCarried.DISK, "trouble.profile_not_saved")
        assert _as_it_was(carrying)
        (disk / "filling").unlink()
        assert carrying.carry(carrying.file(TEXT + "\n# newer\n", NOW + 1)) == 2


def _as_it_was(carrying: Carrying) -> bool:
    home = carrying.home
    return (
        home.activation() == activation.Activation(1, 0)
        and home.numbers() == (1,)
        and not (home.folder / "unfinished").exists()
        and evidence.doubt(home, 1) == ""
    )


@pytest.mark.parametrize("spoil", ["profile", "proof", "added", "link"])
def test_a_version_whose_files_were_changed_on_the_disk_is_not_believed(
    carrying: Carrying, spoil: str
) -> None:
    home = carrying.home
    carrying.use(carrying.carry(carrying.file()))
    profile, proof = home.files(1) / PROFILE_FILE, home.proof(1) / PROFILE_PROOF
    match spoil:
        case "profile":
            profile.write_bytes(profile.read_bytes() + b"\n")
        case "proof":
            proof.write_bytes(carrying.file(key="snapshot"))
        case "added":
            (home.files(1) / "more").write_bytes(b"")
        case _:
            away = home.folder / "away"
            profile.rename(away)
            profile.symlink_to(away)
    assert evidence.doubt(home, 1)


def test_a_carried_profile_that_does_not_go_well_is_left_by_itself(
    carrying: Carrying, tmp_path: Path
) -> None:
    carrying.use(carrying.carry(carrying.file()))
    with TryingMachine(tmp_path / "run", carrying.home, steady=5.0) as running:
        bad = carrying.carry(carrying.file(TEXT + "\n# session: die\n", NOW + 1))
        assert isinstance(bad, int)
        assert running.until(lambda: carrying.home.activation().was_left(bad), 60) < 60
        assert running.until(lambda: running.shown() == 1, 60) < 60
    state = carrying.home.activation()
    assert (state.active, state.trial, state.left) == (1, None, ((bad, Left.DIED),))

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine takes what the town signed, from a web server or a stick, and knows at any time that it is whole."""

import time
from pathlib import Path

import pytest

from core import activation
from kiosk.bundles import authoring, publishing
from kiosk.bundles.client import NotTaken, Source, Taken, Why
from kiosk.bundles.contents import Giver
from kiosk.bundles.evidence import doubt
from kiosk.bundles.repository import BadRepositoryError
from kiosk.bundles.signing_keys import BadKeyError, make_key, public_of, signer_of
from proof.bundle_schemes import served_folder
from services.bundle_fetching import BundleFetcher
from services.origins import Origins
from tests.support.bundle_world import FORM, PROFILE, BundleMachine, BundleTown, public


@pytest.fixture
def town(tmp_path: Path) -> BundleTown:
    return BundleTown(tmp_path)


@pytest.fixture
def machine(tmp_path: Path, town: BundleTown) -> BundleMachine:
    return BundleMachine(tmp_path / "machine", town)


def test_everything_arrives_with_its_proof_and_is_not_taken_twice(
    town: BundleTown, machine: BundleMachine
) -> None:
    version = machine.use(machine.take(town.public))

    assert machine.home.profile(version) is not None
    assert (machine.home.files(version) / "agencies/health/forms/visit.xml").read_bytes() == FORM
    assert doubt(machine.home, version) == ""
    assert machine.take(town.public) == NotTaken(Why.SAME)
    town.renew()
    assert machine.take(town.public) == NotTaken(Why.SAME)


def test_a_web_server_and_a_stick_give_the_same_and_only_what_is_new_is_fetched(
    town: BundleTown, machine: BundleMachine
) -> None:
    town.put("voices/en/large.onnx", bytes(200_000))
    machine.use(machine.take(town.public))
    town.put("profile/profile.toml", PROFILE + b"\n# newer\n")
    with served_folder(town.public) as server:
        fetcher = BundleFetcher(Origins.of([server.origin]))
        version = machine.use(machine.take_from(Source(server.url, fetcher)))
    assert fetcher.fetched < 40_000
    assert (machine.home.files(version) / "voices/en/large.onnx").stat().st_size == 200_000
    assert doubt(machine.home, version) == ""


def test_only_machines_whose_turn_it_is_take_a_new_version(town: BundleTown, tmp_path: Path) -> None:
    machines = [BundleMachine(tmp_path / str(number), town) for number in range(12)]
    town.put("profile/profile.toml", PROFILE, share=50)
    first = [isinstance(machine.take(town.public), Taken) for machine in machines]
    assert 0 < sum(first) < 12
    assert all(machine.home.seen().at > 0 for machine in machines)
    town.put("profile/profile.toml", PROFILE, share=100)
    assert all(
        isinstance(one.take(town.public), Taken) or here for one, here in zip(machines, first, strict=True)
    )


@pytest.mark.parametrize("spoilt", ["profile/profile.toml", "agencies/health/forms/visit.xml"])
def test_a_kept_version_that_was_changed_on_the_disk_is_doubted(
    spoilt: str, town: BundleTown, machine: BundleMachine, tmp_path: Path
) -> None:
    version = machine.use(machine.take(town.public))
    file = machine.home.files(version) / spoilt
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "LengthOrHashMismatchError" in doubt(machine.home, version)
    file.write_bytes(whole)
    (file.parent / "added").write_bytes(b"")
    assert doubt(machine.home, version) == "files are missing, or were added"
    (file.parent / "added").unlink()
    assert doubt(machine.home, version) == ""
    another = BundleTown(tmp_path / "another")
    machine.home.root.write_bytes((another.public / "metadata" / "1.root.json").read_bytes())
    assert "UnsignedMetadataError" in doubt(machine.home, version)


def test_a_version_that_was_left_is_known_again_and_the_one_before_stays(
    town: BundleTown, machine: BundleMachine
) -> None:
    first = machine.use(machine.take(town.public))
    town.put("profile/profile.toml", b"nonsense")
    taken = machine.take(town.public)
    assert isinstance(taken, Taken)
    machine.home.change(lambda state: activation.refused(state, taken.version, activation.Left.CHECK))
    assert not machine.home.files(taken.version).exists()
    town.renew()
    assert machine.take(town.public) == NotTaken(Why.SAME)
    assert machine.home.activation().active == first
    assert doubt(machine.home, first) == ""


def test_only_the_two_newest_versions_are_kept(town: BundleTown, machine: BundleMachine) -> None:
    for number in range(4):
        town.put("profile/profile.toml", PROFILE + f"\n# {number}\n".encode())
        machine.use(machine.take(town.public))
    assert machine.home.numbers() == (3, 4)


def test_a_clock_that_was_set_back_refreshes_nothing_and_says_so(
    town: BundleTown, machine: BundleMachine
) -> None:
    machine.use(machine.take(town.public))
    town.put("profile/profile.toml", PROFILE + b"\n")
    outcome = machine.take(town.public, time.time() - 400 * 86_400)
    assert isinstance(outcome, NotTaken)
    assert outcome.why is Why.CLOCK


def test_a_full_set_of_root_keys_can_be_replaced_one_after_the_other(
    town: BundleTown, machine: BundleMachine
) -> None:
    machine.use(machine.take(town.public))
    town.rotate()
    town.put("profile/profile.toml", PROFILE + b"\n# after\n")
    assert doubt(machine.home, machine.use(machine.take(town.public))) == ""


def test_nothing_is_published_that_is_not_signed_as_it_must_be(town: BundleTown) -> None:
    authoring.sign_root(town.repository, town.keys["root-1"])
    with pytest.raises(BadRepositoryError, match="root"):
        publishing.publish(town.repository, town.key)
    with pytest.raises(BadRepositoryError, match="none of the root's"):
        authoring.sign_root(town.repository, town.keys["targets"])


def test_an_agency_that_has_signed_nothing_holds_up_the_publication_not_the_machines(
    town: BundleTown, machine: BundleMachine
) -> None:
    authoring.hand_over(town.repository, Giver.AGENCY, "works", public(town.keys["agency-health"]), town.key)
    with pytest.raises(BadRepositoryError, match="agency-works"):
        publishing.publish(town.repository, town.key)
    assert isinstance(machine.take(town.public), Taken)


@pytest.mark.parametrize(
    "path", ["profile", "profile/../x", "x/a", "forms/a b.xml", "forms/1/2/3/4/5", "/forms/a"]
)
def test_what_has_no_place_in_a_bundle_is_not_added(path: str, town: BundleTown, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(BadRepositoryError, match="no place"):
        authoring.add(town.repository, path, tmp_path / "file")


def test_a_key_opens_with_its_passphrase_only_and_its_file_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.key"
    made = make_key(file, "correct horse battery")
    assert public_of(file) == made
    assert public(signer_of(file, "correct horse battery")) == made
    assert file.stat().st_mode & 0o077 == 0
    for wrong in ("correct horse batterx", ""):
        with pytest.raises(BadKeyError, match="does not open"):
            signer_of(file, wrong)
    with pytest.raises(BadKeyError, match="exists"):
        make_key(file, "correct horse battery")
    with pytest.raises(BadKeyError, match="at least 10"):
        make_key(tmp_path / "b.key", "short")

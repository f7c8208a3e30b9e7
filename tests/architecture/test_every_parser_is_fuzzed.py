# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every function that turns bytes from outside into values is run by a fuzz target, or has its reason here."""

from tests.support.byte_parsers import all_reading, reading, run_by
from tests.support.fuzz_targets import TARGETS, Target

REASONS: dict[str, tuple[str, ...]] = {
    "makes a number of bytes of a hash or of chance; nothing is read": (
        "core/bundle_rules.py:takes_part",
        "core/forms/expression/functions_numbers.py:_random",
        "core/forms/expression/shuffling.py:from_bytes",
        "core/forms/expression/shuffling.py:_number",
        "core/seal_number.py:make",
    ),
    "reads what this program made itself a moment before": (
        "services/open311/form.py:_document",
        "services/open_forms/uploads.py:_uploaded",
        "offline_cache/sealed_export.py:sealed_file",
        "kiosk/profile/writing.py:written",
        "kiosk/profile_editing/opened.py:save",
        "kiosk/speaker/process.py:_with_pause",
        "accessibility/speech/sound.py:to_wave",
    ),
    "reads what this program wrote under its own key; a changed bit is noticed before (P13)": (
        "offline_cache/catalogue_record.py:unpack_service",
        "offline_cache/catalogue_record.py:unpack_event",
        "offline_cache/catalogue_record.py:unpack_organisation",
        "offline_cache/draft_store.py:_draft",
        "offline_cache/staff_log.py:ended_in_order",
        "offline_cache/staff_log.py:shorten",
    ),
    "reads what the machine's own administrator, its keyring or its package gives, who can do more than that": (
        "offline_cache/credential.py:read_credential",
        "offline_cache/key_record.py:read_record",
        "offline_cache/keyring_door.py:_decoded",
        "kiosk/authoring/form_file.py:_object",
        "kiosk/authoring/form_preview.py:_published",
        "kiosk/bundles/home.py:device",
        "kiosk/bundles/home.py:_read",
        "kiosk/bundles/signing_keys.py:public_key",
        "kiosk/bundles/signing_keys.py:_fields",
        "kiosk/command_line/applying.py:read_answers",
        "kiosk/command_line/demonstration.py:town",
        "kiosk/command_line/forms.py:_answers",
        "kiosk/command_line/profile_editing.py:services_known",
        "kiosk/command_line/profile_editing.py:services_known",
        "kiosk/command_line/recovering.py:_private",
        "kiosk/command_line/staff_log_work.py:verify_elsewhere",
        "kiosk/command_line/start_test.py:look_at_start",
        "kiosk/gate_results.py:_read",
        "kiosk/paper_left.py:_read",
        "kiosk/profile/file.py:load",
        "kiosk/profile/file.py:_public_key",
        "kiosk/profile_editing/opened.py:open_profile",
        "kiosk/setting_up/begun.py:open_set_up",
        "kiosk/setting_up/begun.py:fresh",
        "kiosk/setting_up/begun.py:_begun",
        "accessibility/hands/keymaps.py:read_key_maps",
        "accessibility/qt/pictures.py:_make",
        "accessibility/speech/sound.py:from_wave",
        "accessibility/speech/sound.py:_sound",
        "accessibility/tokens.py:tokens",
        "i18n/pack_facts.py:read_facts",
        "i18n/terms.py:glossary",
        "ui/registry_maps.py:<module>",
    ),
    "reads contents that their signer's key has proved (P30), by parsers that targets run": (
        "kiosk/bundles/check.py:_catalogue",
        "kiosk/courier/brought.py:_catalogue",
    ),
    "one end of a pipe between two processes of ours that may do the same": (
        "kiosk/link.py:decode",
        "kiosk/run_order.py:decode",
        "kiosk/setting_up/walk.py:run",
        "kiosk/setting_up/walking.py:main",
        "kiosk/staff/looking.py:found_in",
        "kiosk/store_access.py:keys_from",
    ),
    "runs in a process that can do nothing else, and is told what to do by its session": (
        "kiosk/picturing/process.py:main",
        "kiosk/picturing/process.py:_pixels",
        "kiosk/picturing/process.py:_svg",
        "kiosk/scripting/wire.py:decode_call",
        "kiosk/speaker/orders.py:sounding",
        "kiosk/speaker/orders.py:order",
        "kiosk/typing/wire.py:decode_question",
    ),
    "cuts off what a confined process said by its length, in slots of Qt; `LARGEST` is its bound": (
        "kiosk/mapping/map_process.py:_answer",
        "kiosk/session/maker.py:_on_read",
    ),
    "shows pixels that a confined process has made anew (decision 60), or that this window drew": (
        "accessibility/qt/own_pictures.py:own_picture",
    ),
    "a pattern of the module's own, made as it is loaded": ("kiosk/picturing/drawings.py:<module>",),
}
"""Why no fuzz target runs a function that reads bytes."""


def unexplained(found: set[str], explained: set[str]) -> tuple[set[str], set[str]]:
    """What neither a target runs nor a reason excuses, and reasons for what is not there or is run by now."""
    return found - explained, explained - found


def test_every_function_that_reads_bytes_from_outside_is_run_by_a_fuzz_target() -> None:
    every, ran = all_reading(), run_by(TARGETS)
    excused = {name for names in REASONS.values() for name in names}

    assert len({place for place in every if place in ran}) > len(TARGETS) // 2, "the targets do run parsers"
    unrun = {name for place, name in every.items() if place not in ran}
    assert unexplained(unrun, excused) == (set(), set())


def test_a_parser_that_no_target_runs_is_found() -> None:
    source = "import json\n\ndef first(x):\n    return json.loads(x)\n\n"
    source += "@kept\ndef second(x):\n    return LAYOUT.unpack(x)\n"

    found = reading(source, "a.py")

    assert found == {("a.py", 3): "a.py:first", ("a.py", 6): "a.py:second"}
    assert unexplained(set(found.values()), {"a.py:first", "a.py:gone"}) == ({"a.py:second"}, {"a.py:gone"})


def test_a_target_that_runs_nothing_covers_nothing() -> None:
    idle = run_by({"idle": Target(len, (b"seed",))})

    assert {place for place in all_reading() if place in idle} == set()

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language is read in its own script, at a measured pace, and as loud as asked; the pitch stays."""

import itertools
import math
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from accessibility.speech.espeak import Espeak
from accessibility.speech.making import Voices
from accessibility.speech.open_jtalk import OpenJTalk
from accessibility.speech.pace import STEPS, VOICES, Maker, Voice, nearest_step, voice_for
from accessibility.speech.saying import sayable
from accessibility.speech.sound import Sound
from accessibility.speech.stretching import RATE, Stretcher
from accessibility.speech.volume import LOUDEST_DB, VOLUMES, gain_db, trim_db
from tests.support.sentences import SENTENCES

HAN = re.compile("[\u3400-\u9fff]")
LATIN = re.compile("[A-Za-z]+")
FRAME = 2_048
OWN_SCRIPT = sorted(set(VOICES) - {"en", "es", "fr", "pt", "vi"})
LOCALE = Path(__file__).parents[3] / "i18n" / "locale"
MESSAGE = re.compile(r'^msgstr(?:\[\d\])? "([^"\\]+)"', re.MULTILINE)
PLACE = re.compile(r"\{[^}]*\}")
LOANS = re.compile(
    r"\beuro\b|\brupee\b|\be-?mail\b|\bweb\b|\bEnter\b|\binch\b|\bmegabyte\b"
    r"|\b(?:systemd|usbguard|USBGuard|cage|CUPS|GeoJSON|MBTiles|Piper|root|Secure Boot|Wayland)\b"
)
"""Words of a Latin script that are not the language's own."""

CODE = re.compile("`[^`]*`")
"""What staff type or find in a file, letter for letter, is no word of any language."""

ADDRESS = re.compile(r"\S*(?:@|://)\S*")
"""An example of an address is the same letters and signs in every language, and no word of any."""


@cache
def said(language: str) -> Sound:
    return Voices().sound(SENTENCES[language], language)


@cache
def played(language: str, pace: int, volume: int = 0) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    raw = Stretcher().stretched(said(language), pace, gain_db(volume))
    return np.frombuffer(raw, dtype="<i2").astype(np.float64)


def words(language: str) -> int:
    text = SENTENCES[language]
    if language in ("zh-Hans", "zh-Hant"):
        return len(HAN.findall(text))
    if language == "ja":
        return len(re.findall("[ァ-ヴー]", re.sub("[ャュョァィゥェォ]", "", OpenJTalk().reading(text))))
    return len(text.split())


AT_ONCE = 300
"""Texts that a voice reads in one saying."""


def test_no_voice_is_left_unmeasured() -> None:
    assert set(SENTENCES) == set(VOICES)


@pytest.mark.requirement("SPK-07", part="no voice falls into another language")
@pytest.mark.parametrize("language", VOICES)
def test_no_voice_falls_into_another_language_while_it_reads_its_own(language: str) -> None:
    texts = everything_that_is_written_in(language)
    if VOICES[language].maker is Maker.OPEN_JTALK:
        assert not HAN.search(OpenJTalk().reading("".join(texts[::5])))
    else:
        # One saying has ten seconds, and a whole catalogue takes half of them on a machine with nothing else to do.
        for start in range(0, len(texts), AT_ONCE):
            some = "\n".join(texts[start : start + AT_ONCE])
            assert Espeak().strays(some, language, VOICES[language]) == ()


def everything_that_is_written_in(language: str) -> list[str]:
    """The sentences by which voices are measured, and all of a language's messages but those with loan words."""
    found = [SENTENCES[language]]
    for path in sorted(LOCALE.glob(f"{language.replace('-', '_')}/LC_MESSAGES/*.po")):
        # Lines of messages, joined; a catalogue's own reader takes ten times as long.
        joined = path.read_text("utf-8").replace('"\n"', "")
        found += [
            sayable(ADDRESS.sub(" ", CODE.sub(" ", PLACE.sub(" ", text))), language)
            for text in MESSAGE.findall(joined)
        ]
    own = language in OWN_SCRIPT
    texts = [LATIN.sub(" ", text) if own else text for text in found if own or not LOANS.search(text)]
    return [text.replace("\n", " ") for text in texts if text.strip()]


def test_a_voice_that_cannot_read_a_script_is_noticed() -> None:
    assert "en" in Espeak().strays("欢迎您。这台机器帮您办理。", "ru", VOICES["ru"])


def test_japanese_words_are_read_as_people_read_them() -> None:
    read = OpenJTalk().reading("出生を届け出る。一人、三人。今日、市役所の受付で。")
    assert read == "シュッショーヲトドケデル。ヒトリ、サンニン。キョー、シヤクショノウケツケデ。"


@pytest.mark.requirement("SPK-04", part="the usual pace")
@pytest.mark.parametrize("language", VOICES)
def test_each_language_is_heard_at_its_usual_pace(language: str) -> None:
    spoken = words(language) / said(language).seconds * 60
    assert spoken == pytest.approx(VOICES[language].usual, rel=0.06)


@pytest.mark.requirement("SPK-04", part="English: 120 to 125 at first, 60 to 70 at the slowest")
def test_english_begins_at_120_to_125_words_a_minute_and_its_slowest_is_60_to_70() -> None:
    pace = {step: words("en") / (len(played("en", step)) / RATE) * 60 for step in STEPS}
    assert 120 <= pace[100] <= 125
    assert 60 <= pace[50] <= 70


@pytest.mark.requirement("SPK-04", part="seven rates, each as fast as it says")
@pytest.mark.parametrize("language", VOICES)
def test_each_step_is_as_fast_as_it_says(language: str) -> None:
    usual = said(language).seconds
    for step in STEPS:
        assert len(played(language, step)) / RATE == pytest.approx(usual * 100 / step, rel=0.02), step


@pytest.mark.requirement("SPK-04", part="pitch unchanged")
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans", "ja"])
def test_slower_and_faster_speech_has_the_same_pitch(language: str) -> None:
    usual = pitch(played(language, 100))
    assert 70 < usual < 450
    for step in STEPS:
        assert pitch(played(language, step)) == pytest.approx(usual, rel=0.05), step


def test_a_sound_that_is_only_played_faster_has_another_pitch() -> None:
    usual = played("en", 100)
    assert pitch(usual[::2]) > pitch(usual) * 1.5


def pitch(samples: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
    """The voice's usual pitch in hertz: the middle one of all frames that have a clear one, by autocorrelation."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    frames = frames[np.abs(frames).max(axis=1) > 1_000]
    spectrum = np.fft.rfft(frames, 2 * FRAME, axis=1)
    alike = np.fft.irfft(np.abs(spectrum) ** 2, axis=1)
    span = alike[:, RATE // 500 : RATE // 60]
    clear = span.max(axis=1) > 0.5 * alike[:, 0]
    return float(np.median(RATE / (span.argmax(axis=1)[clear] + RATE // 500)))


@pytest.mark.requirement("SPK-05", part="steps of at most 10 dB, no distortion")
@pytest.mark.parametrize("language", ["en", "ru", "zh-Hans", "ja"])
def test_each_step_of_loudness_is_louder_by_at_most_ten_decibels(language: str) -> None:
    heard = [played(language, 100, step) for step in range(VOLUMES[0], VOLUMES[1] + 1)]
    loud = [20 * math.log10(float(np.sqrt(np.mean(one * one)))) for one in heard]
    assert all(0 < after - before <= 10 for before, after in itertools.pairwise(loud))
    assert 20 * math.log10(float(np.abs(heard[-1]).max()) / 32_768) <= LOUDEST_DB + 0.1


@pytest.mark.requirement("SPK-05", part="a visit begins at 65 dBA or less where staff has measured")
@pytest.mark.parametrize("loudest", [60.0, 81.0, 85.0, 100.0])
def test_a_measured_machine_begins_at_65_dba_or_less(loudest: float) -> None:
    begins = loudest + gain_db(0, trim_db(loudest)) - LOUDEST_DB
    assert begins <= 65
    assert begins == pytest.approx(min(65, loudest - 16))


def test_another_region_has_the_voice_of_its_language() -> None:
    found = voice_for("ar-EG")
    assert isinstance(found, Voice)
    assert found.name == "ar"
    assert voice_for("eo") is None
    assert not Voices().speaks("eo")
    assert [nearest_step(pace) for pace in (1, 70, 100, 999)] == [50, 65, 100, 200]


def test_japanese_without_its_optional_part_prints_nothing_among_what_others_read() -> None:
    """`kiosk.command_line.examining` writes JSON to the same output."""
    code = "\n".join(
        (
            "import sys",
            'sys.modules["onnxruntime"] = None',
            "from accessibility.speech.open_jtalk import OpenJTalk",
            'assert OpenJTalk().reading("日本") == OpenJTalk().reading("日本") != ""',
        )
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

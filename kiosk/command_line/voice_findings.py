# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every language can really be heard here: its voice reads its own script, and a device takes the sound."""

import re
from typing import Final

from accessibility.speech.clips import Clips
from accessibility.speech.espeak import Espeak
from accessibility.speech.making import Voices
from accessibility.speech.open_jtalk import OpenJTalk
from accessibility.speech.pace import Maker, voice_for
from accessibility.speech.player import DeviceError, Player
from accessibility.speech.sound import SoundError
from accessibility.speech.stretching import RATE, Stretcher
from core.staff.finding import Lack, Mend, Said, Topic
from i18n.messages import Messages
from kiosk.command_line.findings import Finding, Verdict, lacks, there
from kiosk.profile.model import Profile

SAMPLES: Final = ("check.heading", "help.heading", "settings.note", "bar.read")
"""Texts of every language's own catalogue, on which its voice is tried."""

_UNREAD: Final = re.compile("[\u3400-\u9fff]")


def look_at_voice(profile: Profile) -> Finding:
    """One voice for each of the profile's languages, which reads that language's script."""
    voices = Voices(profile.voice.recorded, profile.voice.neural)
    missing = [tag for tag in profile.languages if not voices.speaks(tag)]
    if missing:
        said = lacks(Topic.VOICE, Lack.VOICE_NONE, Mend.PACKAGE, languages=", ".join(missing))
        found = f"none for {', '.join(missing)}"
        return Finding("voice", Verdict.BAD, found, "run setup/system-packages.sh as root", said)
    strange = [tag for tag in profile.languages if strays(tag)]
    if strange:
        found = f"cannot read the script of {', '.join(strange)}"
        said = lacks(Topic.VOICE, Lack.VOICE_STRANGE, Mend.PACKAGE, languages=", ".join(strange))
        return Finding("voice", Verdict.BAD, found, "install the espeak-ng that this program names", said)
    broken = [name for tag in profile.languages for name in Clips(profile.voice.recorded).faults(tag)]
    if broken:
        found = f"recordings that cannot be played: {', '.join(broken[:5])}"
        mend = "16-bit WAV or Ogg Vorbis, with a text file of the same name"
        said = lacks(Topic.VOICE, Lack.VOICE_BROKEN, Mend.FILE, names=", ".join(broken[:5]))
        return Finding("voice", Verdict.NOTE, found, mend, said)
    found = f"{len(profile.languages)} languages, each read in its own script"
    return Finding("voice", Verdict.FINE, found, said=Said(Topic.VOICE))


def strays(language: str) -> tuple[str, ...]:
    """What a language's voice says in another language, or leaves unread, of its own texts. Nothing is right."""
    voice = voice_for(language)
    if voice is None:
        return (language,)
    texts = Messages.load(language)
    # Latin letters among others are names, which may well be read in another language.
    latin = all(letter < "\u0250" or letter in "\u2019" for letter in texts.text(SAMPLES[0]))
    sample = " ".join(texts.text(key) for key in SAMPLES)
    sample = sample if latin else re.sub("[A-Za-z]+", " ", sample)
    try:
        if voice.maker is Maker.OPEN_JTALK:
            return tuple(_UNREAD.findall(OpenJTalk().reading(sample)))
        return Espeak().strays(sample, language, voice)
    except SoundError as problem:
        return (str(problem),)


def look_at_sound(profile: Profile) -> Finding:
    """A tenth of a second of silence, played."""
    mend = "set [voice] device to a name that `aplay -L` lists, and install alsa-utils"
    try:
        Stretcher()
        player = Player(profile.voice.device)
        player.play(bytes(RATE // 5))
        player.finish()
    except (DeviceError, OSError):
        said = lacks(Topic.SOUND, Lack.SOUND_NONE, Mend.PROFILE, setting="[voice] device")
        return Finding("sound", Verdict.NOTE, "no device takes it; pages cannot be read aloud", mend, said)
    return Finding(
        "sound",
        Verdict.FINE,
        profile.voice.device or "the default device",
        said=there(Topic.SOUND, profile.voice.device),
    )

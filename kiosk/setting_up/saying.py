# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says a sentence at the device that is being set up, with the voice that everything else is said with."""

from accessibility.speech.sink import Manner, Quiet, Utterance
from kiosk.session.speaker import SpeakerSink
from kiosk.setting_up.guide import Say


def said_by(sink: SpeakerSink) -> Say:
    """The voice as the steps use it."""

    def say(text: str, language: str, device: str) -> str:
        sink.sound_at(device)
        progress = sink.say((Utterance(text, language, written=text),), Manner())
        return progress.trouble.value if isinstance(progress, Quiet) and progress.trouble is not None else ""

    return say

# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a plain WAV file of a recording, whatever kind it is, so that the voice's process has nothing to decode."""

import sys
from typing import Final

from accessibility.speech.sound import Sound, SoundError, from_wave, to_wave

RATE: Final = 24_000
LONGEST_SECONDS: Final = 300
"""Of what is heard; what is longer ends there."""
PATIENCE_MS: Final = 1_500
"""Without another sample; a decoder may never say that it has given up."""

_BEGINS: Final = (b"RIFF", b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"OggS", b"fLaC")


def is_sound(content: bytes) -> bool:
    """Whether a file begins as a recording does: WAV, MP3, Ogg, FLAC or MP4 with sound only."""
    wave = content[8:12] == b"WAVE" or not content.startswith(b"RIFF")
    return (content.startswith(_BEGINS) and wave) or content[4:11] == b"ftypM4A"


def as_wave(content: bytes) -> bytes:
    """The recording as a WAV file of 16-bit samples, one channel; empty for what cannot be decoded."""
    try:
        sound = _sound(content)
    except SoundError:
        return b""
    return to_wave(Sound(sound.rate, sound.samples[: 2 * sound.rate * LONGEST_SECONDS]))


def _sound(content: bytes) -> Sound:
    if content[:4] == b"RIFF":
        try:
            return from_wave(content)
        except SoundError:
            # A WAV file may hold other than plain samples.
            pass
    return _decoded(content)


def _decoded(content: bytes) -> Sound:
    from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QTimer
    from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    buffer, decoder = QBuffer(), QAudioDecoder()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    decoder.setAudioFormat(form)
    decoder.setSourceDevice(buffer)
    samples, waiting = bytearray(), QTimer()
    waiting.setSingleShot(True)

    def take() -> None:
        waiting.start()
        piece = decoder.read()
        if piece.isValid():
            samples.extend(bytes(piece.constData()))
        if len(samples) >= 2 * RATE * LONGEST_SECONDS:
            application.quit()

    decoder.bufferReady.connect(take)
    decoder.finished.connect(application.quit)
    decoder.error.connect(application.quit)
    waiting.timeout.connect(application.quit)
    waiting.start(PATIENCE_MS)
    decoder.start()
    application.exec()
    decoder.stop()
    if not samples:
        raise SoundError("cannot be decoded")
    return Sound(RATE, bytes(samples[: 2 * RATE * LONGEST_SECONDS]))

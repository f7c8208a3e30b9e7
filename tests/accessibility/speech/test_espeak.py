# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The voice of this machine speaks each language, at its pace, and is silent at once when asked."""

import itertools
import math
import os
import shutil
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.preferences import VOLUMES
from accessibility.speech import pace
from accessibility.speech.espeak import AMPLITUDES, EspeakSink, stretches
from accessibility.speech.pace import STEPS, USUAL, VOICES, Voice, faster, slower, voice_for
from accessibility.speech.sink import Quiet, RecordingSink, Speaking, SpeechTrouble, Utterance

UNREAD = (
    "texts are handed to the voice of their language; "
    "the Chinese and Japanese voices cannot read their characters"
)

SENTENCES = {
    "en": "Welcome. This machine helps you with the services of your town. You can write a form here, send it, and "
    "take a paper with your number. Press any key to begin. Your answers are forgotten when you finish your visit "
    "here today.",
    "es": "Bienvenido. Esta máquina le ayuda con los servicios de su municipio. Aquí puede rellenar un formulario, "
    "enviarlo y llevarse un papel con su número. Pulse cualquier tecla para empezar. Sus respuestas se olvidan "
    "cuando usted termina su visita de hoy.",
    "ar": "أهلًا بك. يساعدك هذا الجهاز في خدمات بلدتك. يمكنك هنا ملء استمارة وإرسالها وأخذ ورقة عليها رقمك. اضغط أي "
    "مفتاح لكي تبدأ. تُنسى إجاباتك كلها عندما تنهي زيارتك اليوم.",
    "zh-Hans": "欢迎您。这台机器帮您办理本镇的服务。您可以在这里填写表格，发送出去，再拿一张写着号码的纸。"
    "请按任意键开始。您结束以后，机器会忘掉您的回答。",
    "fr": "Bienvenue. Cette machine vous aide pour les services de votre commune. Vous pouvez remplir ici un "
    "formulaire, l’envoyer et emporter un papier avec votre numéro. Appuyez sur une touche pour "
    "commencer. Vos réponses sont oubliées quand vous terminez votre visite d’aujourd’hui.",
    "pt": "Boas-vindas. Esta máquina ajuda nos serviços do seu município. Aqui pode preencher um formulário, "
    "enviá-lo e levar um papel com o seu número. Prima qualquer tecla para começar. As suas respostas "
    "são esquecidas quando terminar a sua visita de hoje.",
    "ru": "Добро пожаловать. Эта машина поможет вам получить услуги вашего города. Здесь можно заполнить "
    "форму, отправить её и взять бумагу с вашим номером. Нажмите любую клавишу, чтобы начать. Ваши "
    "ответы будут забыты, когда вы закончите сегодняшний визит.",
    "uk": "Ласкаво просимо. Ця машина допоможе вам отримати послуги вашого міста. Тут можна заповнити форму, "
    "надіслати її та взяти папір із вашим номером. Натисніть будь-яку клавішу, щоб почати. Ваші "
    "відповіді буде забуто, коли ви завершите сьогоднішній візит.",
    "fa": "خوش آمدید. این دستگاه در خدمات شهر به شما کمک می‌کند. اینجا می‌توانید فرمی را پر کنید، بفرستید و "
    "کاغذی با شماره خود بگیرید. برای شروع یک کلید را فشار دهید. پاسخ‌های شما پس از پایان کار فراموش "
    "می‌شود.",
    "hi": "स्वागत है। यह मशीन आपके नगर की सेवाओं में आपकी मदद करती है। यहाँ आप एक फ़ॉर्म भर सकते हैं, उसे भेज "
    "सकते हैं और अपने नंबर वाला काग़ज़ ले सकते हैं। शुरू करने के लिए कोई भी बटन दबाइए। आपका काम पूरा "
    "होने पर आपके जवाब भुला दिए जाते हैं।",
    "vi": "Xin chào quý vị. Máy này giúp quý vị với các dịch vụ của thị trấn. Ở đây quý vị có thể điền đơn, "
    "gửi đơn và lấy một tờ giấy có số của mình. Hãy bấm một phím bất kỳ để bắt đầu. Câu trả lời sẽ được "
    "quên khi quý vị kết thúc.",
    "zh-Hant": "歡迎您。這台機器幫您辦理本鎮的服務。您可以在這裡填寫表格，發送出去，再拿一張寫著號碼的紙。請按任"
    "意鍵開始。您結束以後，機器會忘掉您的回答。",
    "ja": "ようこそ。このきかいは、まちのサービスをおてつだいします。ここでもうしこみをかいて、おくり、ばん"
    "ごうのかみをもらえます。はじめるには、どれかキーをおしてください。おわると、こたえはわすれられま"
    "す。",
    "ko": "어서 오십시오. 이 기계는 우리 시의 서비스를 도와 드립니다. 여기에서 양식을 "
    "쓰고 보내고 번호가 적힌 종이를 가져가실 수 있습니다. 시작하려면 아무 키나 "
    "누르십시오. 마치시면 "
    "답은 지워집니다.",
}
STOP_SECONDS = 0.15


@pytest.fixture
def voice(tmp_path: Path) -> Iterator[EspeakSink]:
    if shutil.which("espeak-ng") is None:
        if os.environ.get("CI"):
            pytest.fail("espeak-ng is not installed, and this environment must have it")
        pytest.skip("espeak-ng is not installed")
    sink = EspeakSink(waves=tmp_path)
    yield sink
    sink.stop()


def hear(sink: EspeakSink, *said: Utterance, at: int = USUAL, volume: int = 0) -> Quiet:
    progress = sink.say(said, at, volume)
    deadline = time.monotonic() + 60
    while isinstance(progress, Speaking):
        assert time.monotonic() < deadline
        time.sleep(0.01)
        progress = sink.progress()
    return progress


def seconds(path: Path) -> float:
    with wave.open(str(path)) as sound:
        return float(sound.getnframes()) / float(sound.getframerate())


def words(language: str) -> int:
    text = SENTENCES[language]
    if language in ("zh-Hans", "zh-Hant"):
        return sum("\u4e00" <= one <= "\u9fff" for one in text)
    return sum("\u3040" <= one <= "\u30ff" for one in text) if language == "ja" else len(text.split())


def test_no_voice_is_left_unmeasured() -> None:
    assert set(SENTENCES) == set(VOICES)


@pytest.mark.requirement("SPK-04", part="the usual pace, by length alone")
@pytest.mark.parametrize("language", SENTENCES)
def test_each_language_is_heard_at_its_usual_pace(language: str, voice: EspeakSink, tmp_path: Path) -> None:
    assert hear(voice, Utterance(SENTENCES[language], language)) == Quiet()
    spoken = words(language) / seconds(tmp_path / "001.wav") * 60
    assert spoken == pytest.approx(VOICES[language].usual, rel=0.08)


@pytest.mark.requirement("SPK-04", part="the steps, by length alone")
@pytest.mark.parametrize("language", SENTENCES)
def test_each_step_of_pace_is_as_fast_as_it_says(language: str, voice: EspeakSink, tmp_path: Path) -> None:
    for number, step in enumerate(STEPS, 1):
        hear(voice, Utterance(SENTENCES[language], language), at=step)
        spoken = words(language) / seconds(tmp_path / f"{number:03}.wav") * 60
        assert spoken == pytest.approx(VOICES[language].usual * step / 100, rel=0.1), step


@pytest.mark.requirement("SPK-07", part=UNREAD)
def test_each_step_of_loudness_is_louder_by_at_most_ten_decibels(voice: EspeakSink, tmp_path: Path) -> None:
    loud = []
    for number, step in enumerate(sorted(AMPLITUDES), start=1):
        hear(voice, Utterance("Good morning", "en"), volume=step)
        with wave.open(str(tmp_path / f"{number:03}.wav")) as file:
            sound = array("h", file.readframes(file.getnframes()))
        loud.append(math.sqrt(sum(one * one for one in sound) / len(sound)))
    assert sorted(AMPLITUDES) == list(range(VOLUMES[0], VOLUMES[1] + 1))
    steps = [20 * math.log10(after / before) for before, after in itertools.pairwise(loud)]
    assert all(0 < step <= 10 for step in steps), steps


def test_a_page_in_two_languages_is_said_by_two_voices_in_order(voice: EspeakSink, tmp_path: Path) -> None:
    said = (Utterance("One.", "en"), Utterance("Two.", "en"), Utterance("مرحبًا.", "ar"))
    assert voice.say(said) == Speaking(0, 1)
    while (now := voice.progress()) == Speaking(0, 1):
        time.sleep(0.01)
    assert now == Speaking(2, 2)
    while isinstance(voice.progress(), Speaking):
        time.sleep(0.01)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["001.wav", "002.wav"]


@pytest.mark.requirement("SPK-03", part="silence within 150 ms")
def test_stopping_is_silent_within_150_milliseconds(tmp_path: Path) -> None:
    """A program that reads for ever stands for a voice in the middle of a long sentence."""
    stuck = script(tmp_path, "exec sleep 60")
    sink = EspeakSink(program=str(stuck))
    for _ in range(5):
        assert sink.say((Utterance("A long sentence.", "en"),)) == Speaking(0, 0)
        begin = time.perf_counter()
        sink.stop()
        assert time.perf_counter() - begin < STOP_SECONDS
        assert sink.progress() == Quiet()


def test_saying_another_thing_ends_the_first(tmp_path: Path) -> None:
    sink = EspeakSink(program=str(script(tmp_path, f"echo $$ >> {tmp_path}/pids; exec sleep 60")))
    sink.say((Utterance("First.", "en"),))
    wait_for_lines(tmp_path / "pids", 1)
    sink.say((Utterance("Second.", "en"),))
    first, second = wait_for_lines(tmp_path / "pids", 2)
    assert not Path(f"/proc/{first}").exists()
    assert Path(f"/proc/{second}").exists()
    sink.stop()
    assert not Path(f"/proc/{second}").exists()


@pytest.mark.requirement("PRV-06", part="the voice's command line")
def test_what_is_said_never_stands_on_a_command_line(tmp_path: Path) -> None:
    said = "Marigold Example lives in Harbour Lane."
    program = script(tmp_path, f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/input')
    sink = EspeakSink(program=str(program))
    assert hear(sink, Utterance(said, "en")) == Quiet()
    assert (tmp_path / "input").read_text().strip() == said
    assert "Marigold" not in (tmp_path / "arguments").read_text()


def test_without_the_program_the_trouble_says_so(tmp_path: Path) -> None:
    sink = EspeakSink(program=str(tmp_path / "nothing-here"))
    assert sink.say((Utterance("Hello.", "en"),)) == Quiet(SpeechTrouble.NO_PROGRAM)
    assert sink.progress() == Quiet(SpeechTrouble.NO_PROGRAM)


@pytest.mark.requirement("SPK-07", part=UNREAD)
def test_a_language_without_a_voice_is_never_said_in_another_voice(voice: EspeakSink, tmp_path: Path) -> None:
    said = (Utterance("Hello.", "en"), Utterance("Saluton.", "eo"))
    assert voice.say(said) == Quiet(SpeechTrouble.NO_VOICE)
    assert not list(tmp_path.iterdir())


@pytest.mark.requirement("SPK-07", part=UNREAD)
def test_a_machine_that_lacks_a_voice_says_so(tmp_path: Path) -> None:
    sink = EspeakSink(program=str(script(tmp_path, "", voices="en-gb es")))
    assert sink.can_speak("en") is None
    assert sink.can_speak("ar") is SpeechTrouble.NO_VOICE


def test_a_machine_without_sound_is_not_taken_for_one_that_spoke(tmp_path: Path) -> None:
    """espeak-ng complains and ends with 0 when there is no sound device."""
    sink = EspeakSink(program=str(script(tmp_path, "cat > /dev/null; echo 'error: No such device' >&2")))
    assert hear(sink, Utterance("Hello.", "en")) == Quiet(SpeechTrouble.SILENT)


def test_a_voice_that_breaks_down_is_silent_trouble(tmp_path: Path) -> None:
    sink = EspeakSink(program=str(script(tmp_path, "exit 3")))
    assert hear(sink, Utterance("Hello.", "en")) == Quiet(SpeechTrouble.SILENT)


def test_a_voice_that_never_ends_is_ended(tmp_path: Path) -> None:
    now = [0.0]
    sink = EspeakSink(program=str(script(tmp_path, "exec sleep 60")), now=lambda: now[0])
    assert sink.say((Utterance("Hello.", "en"),)) == Speaking(0, 0)
    now[0] = 9.0
    assert sink.progress() == Speaking(0, 0)
    now[0] = 60.0
    assert sink.progress() == Quiet(SpeechTrouble.SILENT)


def test_a_stretch_is_one_voice() -> None:
    said = tuple(Utterance("x", tag) for tag in ("en", "en", "ar", "en"))
    assert [(one.first, one.last, one.voice.name) for one in stretches(said)] == [
        (0, 1, "en-gb"),
        (2, 2, "ar"),
        (3, 3, "en-gb"),
    ]


def test_pace_goes_up_and_down_in_steps_and_stays_at_the_ends() -> None:
    assert [faster(50), faster(100), faster(200)] == [65, 130, 200]
    assert [slower(50), slower(100), slower(200)] == [50, 80, 160]
    assert all(len(one.tempos) == len(pace.STEPS) for one in VOICES.values())


def test_another_region_has_the_voice_of_its_language() -> None:
    found = voice_for("ar-EG")
    assert isinstance(found, Voice)
    assert found.name == "ar"
    assert voice_for("eo") is None


def test_the_recording_voice_remembers_and_refuses_alike() -> None:
    sink = RecordingSink()
    assert sink.say((Utterance("Hello.", "en"),), 130) == Speaking(0, 0)
    assert sink.say((Utterance("Saluton.", "eo"),)) == Quiet(SpeechTrouble.NO_VOICE)
    assert sink.said == [(Utterance("Hello.", "en"),)]
    assert sink.paces == [130]


def script(folder: Path, does: str, voices: str = "en-gb es ar cmn") -> Path:
    """A stand-in for the voice program, that lists its voices as the real one does."""
    path = folder / "voice"
    rows = "".join(f"echo ' 5  {one}  --/M  Name  file'\n" for one in voices.split())
    listing = (
        f'if [ "$1" = --voices ]; then echo "Pty Language Age/Gender VoiceName File"\n{rows}exit 0; fi\n'
    )
    path.write_text(f"#!/bin/sh\n{listing}{does}\n")
    path.chmod(0o700)
    return path


def wait_for_lines(path: Path, number: int) -> list[str]:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if path.exists() and len(lines := path.read_text().split()) >= number:
            return lines
        time.sleep(0.01)
    raise AssertionError(f"{path.name} has fewer than {number} lines")

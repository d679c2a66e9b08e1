import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang import identify

SENTENCES = {
    "en": "The council met on Monday and decided to close the old bridge.",
    "uk": "Міська рада зібралася в понеділок і вирішила закрити старий міст.",
    "ru": "Городской совет собрался в понедельник и решил закрыть старый мост.",
    "bg": "Общинският съвет се събра в понеделник и реши да затвори стария мост.",
    "de": "Der Stadtrat trat am Montag zusammen und beschloss, die alte Brücke zu sperren.",
    "fr": "Le conseil s'est réuni lundi et a décidé de fermer le vieux pont.",
    "es": "El concejo se reunió el lunes y decidió cerrar el viejo puente.",
    "pl": "Rada miasta zebrała się w poniedziałek i postanowiła zamknąć stary most.",
    "cs": "Rada města se sešla v pondělí a rozhodla se uzavřít starý most.",
    "zh": "市议会星期一开会，决定关闭这座旧桥。",
    "ja": "市議会は月曜日に会合を開き、古い橋を閉鎖することを決めた。",
    "ko": "시의회는 월요일에 모여 오래된 다리를 폐쇄하기로 결정했다.",
    "ar": "اجتمع مجلس المدينة يوم الاثنين وقرر إغلاق الجسر القديم أمام السيارات.",
    "fa": "شورای شهر روز دوشنبه تشکیل جلسه داد و تصمیم گرفت پل قدیمی را ببندد.",
    "ur": "سٹی کونسل کا اجلاس پیر کو ہوا اور پرانے پل کو بند کرنے کا فیصلہ کیا گیا۔",
    "he": "מועצת העיר התכנסה ביום שני והחליטה לסגור את הגשר הישן.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα.",
    "hi": "नगर परिषद की बैठक सोमवार को हुई और पुराना पुल बंद करने का निर्णय लिया गया।",
    "tr": "Belediye meclisi pazartesi günü toplandı ve eski köprüyü kapatmaya karar verdi.",
    "id": "Dewan kota bertemu pada hari Senin karena jembatan lama tidak bisa dilewati.",
    "ms": "Majlis bandar bermesyuarat pada hari Isnin kerana jambatan lama tidak boleh dilalui.",
}


@pytest.mark.parametrize(("lang", "text"), SENTENCES.items())
def test_a_sentence_is_told(lang: str, text: str) -> None:
    guess = identify(text)
    assert guess.lang == lang
    assert 0.9 <= guess.confidence < 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("臺灣總統今天宣布新的能源計畫", "zh"),
        ("他走了", "zh"),
        ("はい", "ja"),
        ("Київ і Ірпінь", "uk"),
        ("Это мы", "ru"),
    ],
)
def test_letters_decide_short_text(text: str, lang: str) -> None:
    assert identify(text).lang == lang
    assert identify(text).basis == "letters"


@pytest.mark.parametrize(
    "text",
    ["", "12:30 — 45 %", "Kim Jong Un", "OK", "Metallica", "東京", "Матч", "\ud800", "\0", "🙂🙂"],
)
def test_nothing_is_said_where_nothing_is_sure(text: str) -> None:
    guess = identify(text)
    assert (guess.lang, guess.confidence, guess.basis) == ("und", 0.0, "none")


def test_a_quoted_foreign_name_does_not_decide() -> None:
    text = "Городской совет закрыл мост, пишет газета «Вісті», которую выпускают за рекой."
    assert identify(text).lang == "ru"


@given(st.text(max_size=80))
def test_any_text_has_an_answer_and_keeps_it(text: str) -> None:
    guess = identify(text)
    assert identify("".join(list(text))) == guess
    assert (guess.lang == "und") == (guess.confidence == 0.0)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Қала кеңесі дүйсенбіде жиналып, ескі көпірді жабуға шешім қабылдады, бұл дұрыс.", "kk"),
        ("Градскиот совет одлучи да го затвори стариот мост поради ѕид и ќош.", "mk"),
        ("Шаардык кеңеш дүйшөмбү күнү чогулуп, эски көпүрөнү жабууну чечти.", "und"),
        ("Гарадскі савет сабраўся ў панядзелак і вырашыў закрыць стары мост.", "be"),
        ("Градско веће се састало у понедељак и одлучило да затвори стари мост.", "sr"),
    ],
)
def test_cyrillic_of_other_languages(text: str, lang: str) -> None:
    assert identify(text).lang == lang

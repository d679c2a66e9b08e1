"""Romanization by the examples that the standards themselves publish, and by well-known names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang.romanization import romanize, scheme, schemes_for, schemes_writing
from audit.lang.romanization.wade_giles import syllables, wade_giles

# "native=latin" in a row; the rows of the national tables are examples of the decrees.
EXAMPLES = {
    "ru-bgn-pcgn-1947": """
        Хасан=Khasan Москва=Moskva Приморский=Primorskiy Елизово=Yelizovo Тольятти=Tol’yatti
        Ёлкино=Yëlkino Щёлково=Shchëlkovo Чайковский=Chaykovskiy Подъячев=Pod”yachev
    """,
    "ru-press": """
        Махачев=Makhachev Фёдоров=Fyodorov Егор=Yegor Зеленский=Zelensky Сергей=Sergei
        Горбачёв=Gorbachev Наталья=Natalya Мария=Maria Йошкар-Ола=Yoshkar-Ola
    """,
    "ru-iso-9-1995": "Хасан=Hasan Щукин=Ŝukin Юрий=Ûrij Жёлтый=Žëltyj Цой=Coj",
    "ru-gost-1983": "Щукин=Ščukin Юрий=Jurij Хасан=Hasan",
    "ru-gost-7.79-b": "Цирк=Cirk Царь=Czar` Щука=Shhuka Хор=Xor",
    "ru-icao-9303": "Юлия=Iuliia Щёлков=Shchelkov Подъячев=Podieiachev Цой=Tsoi Юрий=Iurii",
    "ru-duden": "Хрущёв=Chruschtschow Ельцин=Jelzin Достоевский=Dostojewski Алексей=Alexei",
    "uk-national-2010": """
        Алушта=Alushta Борщагівка=Borshchahivka Гадяч=Hadiach Згорани=Zghorany Розгон=Rozghon
        Ґалаґан=Galagan Єнакієве=Yenakiieve Гаєвич=Haievych Короп'є=Koropie Їжакевич=Yizhakevych
        Кадиївка=Kadyivka Йосипівка=Yosypivka Стрий=Stryi Олексій=Oleksii Щербухи=Shcherbukhy
        Юрій=Yurii Корюківка=Koriukivka Яготин=Yahotyn Ярошенко=Yaroshenko Знам’янка=Znamianka
        Феодосія=Feodosiia Біла=Bila Маріїне=Mariine Київ=Kyiv
    """,
    "uk-bgn-pcgn-1965": "Київ=Kyyiv Запоріжжя=Zaporizhzhya Львів=L’viv",
    "uk-press": "Зеленський=Zelensky Андрій=Andriy Юлія=Yulia",
    "be-bgn-pcgn-1979": "Магілёў=Mahilyow Віцебск=Vitsyebsk",
    "be-national-2007": "Магілёў=Mahilioŭ Віцебск=Viciebsk Ельск=Jeĺsk Гомель=Homieĺ",
    "bg-streamlined-2009": "София=Sofia Стара=Stara Търговище=Targovishte Ямбол=Yambol",
    "sr-latin": "Љубиша=Ljubiša Нови=Novi Џеп=Džep Ђорђе=Đorđe",
    "mk-icao-9303": "Куманово=Kumanovo Ѓорѓи=Gjorgji Љупчо=Ljupcho",
    "el-elot-743": """
        Αθήνα=Athina Θεσσαλονίκη=Thessaloniki Ευάγγελος=Evangelos Παύλος=Pavlos
        Μπακογιάννη=Bakogianni Ευτυχία=Eftychia
    """,
    "ka-national-2002": "თბილისი=tbilisi ქუთაისი=kutaisi მცხეთა=mtskheta კახეთი=k’akheti",
    "hy-bgn-pcgn-1981": "Երևան=Yerevan Գյումրի=Gyumri",
    "ko-revised-2000": """
        부산=Busan 제주=Jeju 백마=Baengma 종로=Jongno 왕십리=Wangsimni 별내=Byeollae 신라=Silla
        해돋이=Haedoji 같이=Gachi 놓다=Nota 묵호=Mukho 집현전=Jiphyeonjeon 압구정=Apgujeong
        낙동강=Nakdonggang 합정=Hapjeong 팔당=Paldang 울릉=Ulleung 대관령=Daegwallyeong
        독립문=Dongnimmun 광희문=Gwanghuimun
    """,
    "ko-mccune-reischauer": """
        부산=Pusan 평양=P’yŏngyang 대구=Taegu 신라=Silla 독립=Tongnip 한국=Han’guk 백제=Paekche
        압록강=Amnokkang 서울=Sŏul 전주=Chŏnju
    """,
    "ja-hepburn": """
        とうきょう=Tōkyō しんじゅく=Shinjuku けんいち=Ken’ichi まっちゃ=Matcha ざっし=Zasshi
        おおさか=Ōsaka コーヒー=Kōhī
    """,
    "ja-hepburn-press": "とうきょう=Tokyo おおさか=Osaka",
    "ja-kunrei-1954": "とうきょう=Tôkyô しんじゅく=Sinzyuku まっちゃ=Mattya つしま=Tusima",
}
PAIRS = [(name, *pair.split("=", 1)) for name, rows in EXAMPLES.items() for pair in rows.split()]


@pytest.mark.parametrize(("name", "native", "latin"), PAIRS)
def test_published_examples(name: str, native: str, latin: str) -> None:
    assert romanize(native, name) == latin


def test_a_person_s_syllables_stand_alone() -> None:
    assert romanize("홍빛나", "ko-person") == "Hong Bit-na"
    assert romanize("이민준", "ko-person") == "Lee Min-jun"


def test_capitals_follow_the_word() -> None:
    assert romanize("ЩУКИН и Щукин, щука", "ru-press") == "SHCHUKIN i Shchukin, shchuka"


def test_the_seed_s_two_forms_are_told_apart() -> None:
    ids = {latin: {one.id for one in schemes_writing("Хасан", latin, "ru")} for latin in
           ("Khasan", "Hasan", "Hassan")}  # fmt: skip
    assert {"ru-bgn-pcgn-1947", "ru-icao-9303", "ru-press"} <= ids["Khasan"]
    assert ids["Hasan"] == {"ru-iso-9-1995", "ru-gost-1983"}
    assert not ids["Hassan"]


def test_soft_signs_may_be_left_out() -> None:
    assert "uk-bgn-pcgn-1965" in {one.id for one in schemes_writing("Львів", "Lviv", "uk")}


@pytest.mark.parametrize("lang", ["ru", "uk", "bg", "sr", "el", "ka", "ko", "ja"])
def test_each_language_has_what_the_english_press_prints(lang: str) -> None:
    usual = [one for one in schemes_for(lang) if one.usage and one.target == "en"]
    assert len(usual) == 1


def test_nothing_is_known_of_other_languages() -> None:
    assert schemes_for("qaa") == ()
    with pytest.raises(KeyError):
        scheme("no-such-scheme")


@given(st.text(max_size=20), st.sampled_from(sorted(EXAMPLES)))
def test_any_text_is_written(text: str, name: str) -> None:
    assert isinstance(romanize(text, name), str)


@given(st.text("abcdefgh XYZ-.,0123", max_size=20), st.sampled_from(sorted(EXAMPLES)))
def test_latin_letters_stay(text: str, name: str) -> None:
    assert romanize(text, name) == text


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("Mao Zedong", "Mao Tse-tung"),
        ("Zhou Enlai", "Chou En-lai"),
        ("Deng Xiaoping", "Teng Hsiao-p’ing"),
        ("Jiang Jieshi", "Chiang Chieh-shih"),
        ("Xi’an", "Hsi-an"),
        ("Sichuan", "Ssu-ch’uan"),
        ("London", "London"),
    ],
)
def test_pinyin_in_wade_giles(pinyin: str, expected: str) -> None:
    assert wade_giles(pinyin) == expected


@given(st.text("abcdeghijnorstuxz'-", max_size=16))
def test_dividing_a_word_loses_no_letter(word: str) -> None:
    found = syllables(word)
    assert found is None or "".join(found) == re.sub("['-]", "", word)

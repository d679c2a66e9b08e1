"""Numbers are read by value, in the notations and words of many languages."""

from fractions import Fraction

import pytest

from audit.lang.numbers import Kind, Quantity, Written, agree, known_languages, quantities
from audit.lang.numbers.units import dimension
from audit.lang.numbers.vocabulary import vocabulary


def only(text: str, lang: str) -> Quantity:
    """The one number of a text, hints left out."""
    found = [q for q in quantities(text, lang) if q.written is not Written.HINT]
    assert len(found) == 1, [(text[q.start : q.end], q) for q in found]
    return found[0]


VALUES = [
    # Digits and their separators.
    ("en", "1,500", "1500"),
    ("en", "1,500,000.25", "1500000.25"),
    ("de", "1.500", "1500"),
    ("de", "3,5", "3.5"),
    ("fr", "12\u202f345,6", "12345.6"),
    ("de", "1'250'000", "1250000"),
    ("hi", "12,50,000", "1250000"),
    ("ar", "٣٫٥ مليون", "3500000"),
    ("hi", "२५ लाख", "2500000"),
    ("ja", "１２３万", "1230000"),
    # Scale words.
    ("en", "$2.5bn", "2500000000"),
    ("en", "3 crore", "30000000"),
    ("en", "half a million", "500000"),
    ("en", "a million and a half", "1500000"),
    ("ru", "175 тыс.", "175000"),
    ("ru", "1 млн 200 тыс.", "1200000"),
    ("ru", "пять с половиной тысяч", "5500"),
    ("uk", "2,6 мільярда", "2600000000"),
    ("de", "7 Billionen", "7000000000000"),
    ("es", "2 mil millones", "2000000000"),
    ("cs", "20 tis.", "20000"),
    ("tr", "3,5 milyon", "3500000"),
    ("ko", "1억 2000만", "120000000"),
    ("zh", "1.2万亿", "1200000000000"),
    ("zh", "3500多万", "35000000"),
    # Words.
    ("en", "two hundred and five", "205"),
    ("en", "nineteen eighty-four", "1984"),
    ("en", "two dozen", "24"),
    ("de", "fünfundzwanzigtausend", "25000"),
    ("de", "anderthalb Millionen", "1500000"),
    ("fr", "quatre-vingt-dix-sept", "97"),
    ("fr", "soixante et onze", "71"),
    ("es", "treinta y cinco", "35"),
    ("it", "venticinquemila", "25000"),
    ("nl", "tweeëntwintig", "22"),
    ("ru", "двадцати пяти тысячам", "25000"),
    ("uk", "п’ятдесятьох", "50"),
    ("uk", "півтора мільйона", "1500000"),
    ("pl", "dwudziestu trzem", "23"),
    ("cs", "pětadvacet", "25"),
    ("sv", "tvåhundrafem", "205"),
    ("da", "femogtyve", "25"),
    ("hr", "dvadeset i tri", "23"),
    ("tr", "yirmi beş bin", "25000"),
    ("hi", "ढाई लाख", "250000"),
    ("ar", "خمسة وعشرون ألف", "25000"),
    ("zh", "三十五", "35"),
    ("zh", "二〇二三", "2023"),
    ("ja", "10万5千", "105000"),
    # Fractions and shares.
    ("en", "2½", "5/2"),
    ("en", "two thirds", "2/3"),
    ("zh", "三分之二", "2/3"),
    ("zh", "百分之五", "5"),
    ("ja", "3割", "30"),
]


@pytest.mark.parametrize(("lang", "text", "value"), VALUES)
def test_value(lang: str, text: str, value: str) -> None:
    assert only(text, lang).value == Fraction(value)


def test_a_mark_before_three_digits_has_two_readings() -> None:
    thousands, part = Fraction(1500), Fraction("1.5")
    assert only("1.500", "de").values == (thousands, part)
    assert only("1.500", "en").values == (part, thousands)


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "on March 5, 2023", [(Kind.MONTH, 3), (Kind.DAY, 5), (Kind.YEAR, 2023)]),
        ("ru", "12 февраля 2023 года", [(Kind.DAY, 12), (Kind.MONTH, 2), (Kind.YEAR, 2023)]),
        ("de", "am 12.03.2020", [(Kind.DAY, 12), (Kind.MONTH, 3), (Kind.YEAR, 2020)]),
        ("pl", "2020-03-12", [(Kind.YEAR, 2020), (Kind.MONTH, 3), (Kind.DAY, 12)]),
        ("zh", "2023年5月3日", [(Kind.YEAR, 2023), (Kind.MONTH, 5), (Kind.DAY, 3)]),
        ("ja", "令和5年", [(Kind.YEAR, 2023)]),
        ("fr", "1er mai", [(Kind.DAY, 1), (Kind.MONTH, 5)]),
    ],
)
def test_date(lang: str, text: str, parts: list[tuple[Kind, int]]) -> None:
    dates = (Kind.DAY, Kind.MONTH, Kind.YEAR)
    found = [(q.kind, int(q.value)) for q in quantities(text, lang) if q.kind in dates]
    assert found == parts


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [
        ("en", "10:30 p.m.", 1350),
        ("en", "5.30pm", 1050),
        ("en", "half past nine", 570),
        ("ru", "22-00", 1320),
        ("de", "20.15 Uhr", 1215),
        ("de", "halb zehn", 570),
        ("fr", "22 h 30", 1350),
        ("zh", "下午3点半", 930),
        ("ja", "午後3時", 900),
    ],
)
def test_clock(lang: str, text: str, minutes: int) -> None:
    found = [q for q in quantities(text, lang) if q.kind is Kind.CLOCK]
    assert [q.value for q in found] == [minutes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("22-00", "ru"), ("10 p.m.", "en")),
        (("6-летний", "ru"), ("six-year-old", "en")),
        (("24 км", "ru"), ("15 miles", "en")),
        (("2-местный", "ru"), ("double", "en")),
        (("1500", "ru"), ("1,500", "en")),
        (("1000 доларів", "uk"), ("$1,000", "en")),
        (("в 3 раза", "ru"), ("threefold", "en")),
        (("50 %", "de"), ("half", "en")),
        (("1,498", "en"), ("1500", "de")),
        (("86 degrees", "en"), ("30 摄氏度", "zh")),
        (("the 19th century", "en"), ("1850er", "de")),
        (("18 месяцев", "ru"), ("1.5 years", "en")),
        (("XIX век", "ru"), ("19th century", "en")),
        (("13. Jahrhundert", "de"), ("XIIIe siècle", "fr")),
        (("5,000 acres", "en"), ("20 km2", "de")),
    ],
)
def test_agreement(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert any(agree(a, b) for a in quantities(*one) for b in quantities(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("22-00", "ru"), ("11 p.m.", "en")),
        (("24 км", "ru"), ("25 miles", "en")),
        (("20 тысяч", "ru"), ("23,500", "en")),
        (("4050万", "zh"), ("4050 million", "en")),
        (("7 Billionen", "de"), ("7 billion", "en")),
        (("the 19th century", "en"), ("1950er", "de")),
    ],
)
def test_disagreement(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not any(agree(a, b) for a in quantities(*one) for b in quantities(*other))


def test_addresses_and_marks_are_no_numbers() -> None:
    text = "See https://example.org/2023/17 or mail a1@example.org; #tag7 &#39;"
    assert quantities(text, "en") == ()


def test_number_in_a_name_is_told() -> None:
    assert only("the F-16", "en").named
    assert not only("the 16", "en").named


def test_unknown_language_is_silence() -> None:
    assert quantities("5 000 000", "xx") == ()


@pytest.mark.parametrize("lang", known_languages())
def test_every_numeral_is_read_back(lang: str) -> None:
    known = vocabulary(lang)
    for word, value in known.cardinals.items():
        found = [q for q in quantities(word, lang) if value in q.values]
        assert found, f"{word} is not read as {value}"


@pytest.mark.parametrize("lang", known_languages())
def test_units_are_known(lang: str) -> None:
    for phrase, unit in vocabulary(lang).units.items():
        assert dimension(unit) or unit in ("percent", "points"), f"{phrase}: {unit}"


@pytest.mark.parametrize("lang", known_languages())
def test_months_are_twelve(lang: str) -> None:
    known = vocabulary(lang)
    assert known.unspaced or set(known.months.values()) == set(range(1, 13))

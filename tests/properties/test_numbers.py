"""Whatever notation a number is written in, its value is among what is read; no text is too odd."""

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang.numbers import known_languages, quantities
from audit.lang.numbers.fold import fold
from audit.lang.numbers.roman import value as roman_value
from audit.lang.numbers.vocabulary import vocabulary

LANGUAGES = st.sampled_from(known_languages())
SPACED = st.sampled_from([lang for lang in known_languages() if not vocabulary(lang).unspaced])
WHOLE = st.integers(0, 10**12 - 1)
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("0123456789.,:/- 万億百年")
)
DIGITS = st.sampled_from(
    ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯"]
)
SEPARATORS = st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "’"])


def read(text: str, lang: str) -> set[Fraction]:
    """All readings of all numbers in a text."""
    return {value for quantity in quantities(text, lang) for value in quantity.values}


def in_threes(number: int, mark: str) -> str:
    """1234567 as 1,234,567 with any mark."""
    return f"{number:,}".replace(",", mark)


def in_lakhs(number: int) -> str:
    """1234567 as 12,34,567."""
    head, tail = divmod(number, 1000)
    if not head:
        return str(number)
    groups = [f"{tail:03}"]
    while head:
        head, pair = divmod(head, 100)
        groups.append(f"{pair:02}" if head else str(pair))
    return ",".join(reversed(groups))


def in_han(number: int) -> str:
    """1234 as 一千二百三十四, with 万, 億 and 兆 above."""
    digits = "零一二三四五六七八九"
    text, zero = "", False
    for large, unit in ((10**8, "億"), (10**4, "万"), (1, "")):
        section, number = divmod(number, large)
        if not section:
            zero = bool(text)
            continue
        for small, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, section = divmod(section, small)
            if digit:
                text += ("零" if zero and text else "") + digits[digit] + name
                zero = False
            elif text and text[-1] not in "億万":
                zero = True
        text += unit
        zero = False
    return text


def in_roman(number: int) -> str:
    """The Roman numeral of 1..3999."""
    rows = ("I", "V", "X"), ("X", "L", "C"), ("C", "D", "M"), ("M", "", "")
    shapes = ("", "a", "aa", "aaa", "ab", "b", "ba", "baa", "baaa", "ac")
    text = ""
    for row, digit in zip(rows, reversed(f"{number:04}"), strict=True):
        text = shapes[int(digit)].translate(str.maketrans("abc", "".join(row).ljust(3))) + text
    return text.strip()


@given(WHOLE, LANGUAGES, SEPARATORS, DIGITS)
def test_grouped_digits(number: int, lang: str, mark: str, digits: str) -> None:
    written = in_threes(number, mark).translate(str.maketrans("0123456789", digits))
    assert number in read(f"({written})", lang)


@given(WHOLE, LANGUAGES)
def test_lakhs(number: int, lang: str) -> None:
    assert number in read(f"({in_lakhs(number)})", lang)


@given(st.integers(0, 10**9), st.integers(0, 99), LANGUAGES, st.sampled_from(".,"))
def test_decimals(whole: int, part: int, lang: str, mark: str) -> None:
    group = "," if mark == "." else "."
    written = f"{in_threes(whole, group)}{mark}{part:02}"
    found = read(f"({written})", lang)
    # 12.05 may be a time or a day and a month as well; then it is read as that.
    assert Fraction(f"{whole}.{part:02}") in found or whole <= 31


@given(st.integers(1, 999), SPACED, st.data())
def test_scale_words(number: int, lang: str, data: st.DataObject) -> None:
    scales = vocabulary(lang).scales
    word = data.draw(st.sampled_from(sorted(scales)))
    assert number * scales[word] in read(f"({number} {word})", lang)


@given(st.integers(1, 10**10), st.sampled_from(["zh", "ja"]))
def test_han_numerals(number: int, lang: str) -> None:
    assert number in read(f"「{in_han(number)}」", lang)


@given(st.integers(1, 3999))
def test_roman_numerals(number: int) -> None:
    assert roman_value(in_roman(number)) == number


@given(TEXT, LANGUAGES)
def test_any_text(text: str, lang: str) -> None:
    assert len(fold(text)) == len(text)
    for quantity in quantities(text, lang):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.values
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]


@given(TEXT, WHOLE, LANGUAGES)
def test_offsets(before: str, number: int, lang: str) -> None:
    text = f"{before}\n({number})\n"
    found = [q for q in quantities(text, lang) if q.start == len(before) + 2]
    assert [text[q.start : q.end] for q in found] == [str(number)]


PIECES = [
    *(
        "1",
        "1.",
        "1,",
        "1 ",
        "1 000 ",
        "12:",
        "5-",
        "1.1.1",
        "1/",
        "2½",
        "+1 ",
        "a@",
        "$",
        "5 mln ",
    ),
    *("two ", "half ", "fünfund", "пять ", "X", "1 May ", "一", "万", "1万", "分之", "1日", "억1"),
]


@pytest.mark.parametrize("lang", ["en", "de", "zh", "ko"])
@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str, lang: str) -> None:
    quantities("warm", lang)
    start = time.process_time()
    quantities(piece * 200, lang)
    middle = time.process_time()
    quantities(piece * 10_000, lang)
    # Fifty times the text takes fifty times as long; a step that is quadratic 2,500 times.
    assert time.process_time() - middle < max(3.0, 600 * (middle - start))

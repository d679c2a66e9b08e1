"""Numerals of Chinese characters, alone or after digits, and Korean scale words after digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from typing import Any

from audit.lang.language import entries
from audit.lang.numbers.literals import LONGEST, readings
from audit.tables import read_table


def _read() -> dict[str, Any]:
    return read_table(files(__package__).joinpath("han.toml"))


def _by_char(table: dict[str, str]) -> dict[str, int]:
    return {
        char: int(value.replace("_", "")) for value, row in table.items() for char in entries(row)
    }


_DATA = _read()
DIGITS = _by_char(_DATA["digits"])
SMALL = _by_char(_DATA["small_scales"])
LARGE = _by_char(_DATA["large_scales"])
ERAS: dict[str, int] = _DATA["eras"]
"""First year of each era."""

_HANGUL = "십백천만억조"
_HAN = "".join(char for char in (*DIGITS, *SMALL, *LARGE) if char not in _HANGUL)
NUMERALS = _HAN
"""All characters of numerals."""
_SOME = "多余餘来數数几"
"""What may stand before a large scale word: 3500多万 is "more than 35 million"."""
RUN = re.compile(
    rf"(?:(?<![\d.,])\d+(?:[.,]\d+)*(?: (?=[万萬亿億兆千百]))?)?"
    rf"(?:[{_HAN}]|(?<=\d)[{_SOME}](?=[万萬亿億兆千百]))"
    rf"(?:[{_HAN}]|\d+(?:[.,]\d+)*|(?<=[{_HAN}])[{_SOME}](?=[万萬亿億兆]))*"
)
KOREAN = re.compile(
    rf"(?<![\d.,])\d+(?:[.,]\d+)* ?[{_HANGUL}]+(?: ?\d+(?:[.,]\d+)* ?[{_HANGUL}]+)*"
)
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[{_HAN}{_HANGUL}]")


@dataclass(slots=True)
class _Sum:
    """A number while it is read from left to right: whole sections of 万, then what is open."""

    total: Fraction = Fraction(0)
    section: Fraction = Fraction(0)
    number: Fraction | None = None
    scaled: bool = False

    def small(self, scale: int) -> None:
        """Take 十, 百 or 千."""
        self.section += (Fraction(1) if self.number is None else self.number) * scale
        self.number, self.scaled = None, False

    def large(self, scale: int) -> None:
        """Take 万, 億 or 兆; 万亿 is ten thousand times a hundred million."""
        opened = self.section + (self.number or 0)
        if self.scaled and not opened:
            self.total *= scale
        else:
            self.total += (opened or 1) * scale
        self.section, self.number, self.scaled = Fraction(0), None, True


def value(run: str) -> Fraction | None:
    """The value of numerals: 三十五, 二〇二三, 1億2000万, 3.5万; None if they are no number."""
    if len(run) > LONGEST:
        return None
    done = _Sum()
    digit_before = False
    for token in _TOKEN.findall(run):
        if token in SMALL:
            done.small(SMALL[token])
        elif token in LARGE:
            done.large(LARGE[token])
        elif token in DIGITS:
            earlier = (done.number or 0) * 10 if digit_before else 0
            done.number = Fraction(earlier + DIGITS[token])
        else:
            found = readings(token, ".")
            if not found:
                return None
            done.number = found[0]
        digit_before = token in DIGITS
    return done.total + done.section + (done.number or 0)


_WELL_FORMED = re.compile(
    "(?:[{d}]?千)?(?:零?[{d}]?百)?(?:零?[{d}]?十)?零?[{d}]?".format(d="一二两兩三四五六七八九")
)
_YEAR_LIKE = re.compile("[〇零○一二三四五六七八九]{3,}")
_ABOUT = re.compile(
    "(?P<low>[一二三四五六七八九])(?P<high>[二三四五六七八九])(?P<scale>[十百千万萬]?)"
)


def is_sure(run: str) -> bool:
    """Whether a run without digits is a number and not part of a word: 三十五, not 一 or 千."""
    if _YEAR_LIKE.fullmatch(run):
        return True
    sections = re.split("[万萬亿億兆]", run)
    if not sections[0] or not any(char in SMALL or char in LARGE for char in run):
        return False
    if not any(char in DIGITS for char in run) and SMALL.get(run[0]) != 10:
        return False
    return len(run) >= 2 and all(_WELL_FORMED.fullmatch(section) for section in sections)


def about(run: str) -> tuple[Fraction, ...]:
    """Both numbers of an estimate: 六七十 is 60 or 70; nothing for another run."""
    found = _ABOUT.fullmatch(run)
    if not found:
        return ()
    scale = SMALL.get(found["scale"]) or LARGE.get(found["scale"], 1)
    return tuple(Fraction(DIGITS[found[name]] * scale) for name in ("low", "high"))


def pieces(run: str) -> tuple[Fraction, ...]:
    """What a run that is no numeral may be made of: 十四五 is 14 and 5, 九二 is 9 and 2."""
    starts = (value(run[:end]) for end in range(1, min(len(run), 4) + 1))
    digits = (Fraction(DIGITS[char]) for char in run if char in DIGITS)
    return tuple(dict.fromkeys(v for v in (*starts, *digits) if v is not None))


def runs(text: str, korean: bool) -> Iterator[re.Match[str]]:
    """The runs of numerals in folded text."""
    return (KOREAN if korean else RUN).finditer(text)

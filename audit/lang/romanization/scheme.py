"""What a romanization scheme is, and the tables of letters that most schemes are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from audit.tables import read_table

Writer = Callable[[str], str]
"""Writes a text, names in it with capitals where they had them, in Latin letters."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write the names of `lang` in Latin letters.

    `title` names it in a sentence. `usage` marks what the press of the language `target` prints;
    of standards it is false. `write` does the work.
    """

    id: str
    lang: str
    title: str
    write: Writer
    usage: bool = False
    target: str = "en"


def alphabetic(lang: str) -> tuple[Scheme, ...]:
    """The schemes of the data file of `lang`, in its order."""
    file = files(__package__).joinpath("data", f"{lang}.toml")
    table = read_table(file)
    bare = dict(_letters(table.get("bare", "")))
    return tuple(
        Scheme(
            id=row["id"],
            lang=lang,
            title=row["title"],
            write=_Letters(row, table["vowels"], bare),
            usage=row.get("usage", False),
            target=row.get("target", "en"),
        )
        for row in table["scheme"]
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a data file of letters."""
    names = (entry.name for entry in files(__package__).joinpath("data").iterdir())
    return tuple(sorted(m[1] for n in names if (m := re.fullmatch(r"([a-z]{2,3})\.toml", n))))


# A word with the apostrophes inside it, which are letters in Ukrainian and Belarusian.
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})


class _Letters:
    """Writes by a table of letters with rules for places in a word, the first that fits first."""

    def __init__(self, row: dict[str, Any], vowels: str, bare: dict[str, str]) -> None:
        letters = dict(_letters(row["letters"]))
        consonants = "".join(letter for letter in letters if letter not in vowels)
        self._bare = str.maketrans(bare)
        rules = [(_place(rule, vowels, consonants), rule["write"]) for rule in row.get("rules", ())]
        rules += [(re.escape(letter), latin) for letter, latin in letters.items()]
        self._foreign = len(rules)
        rules.append((".", ""))
        self._latin: list[str] = [latin for _, latin in rules]
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, _ in rules))

    def __call__(self, text: str) -> str:
        return _WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        folded = word.translate(_APOSTROPHES).lower().translate(self._bare)
        if len(folded) != len(word):
            return word
        capitals = len(word) > 1 and word.isupper()

        def write(match: re.Match[str]) -> str:
            number = (match.lastindex or 1) - 1
            if number == self._foreign:
                return word[match.start()]
            latin = self._latin[number]
            if capitals:
                return latin.upper()
            return latin[:1].upper() + latin[1:] if word[match.start()].isupper() else latin

        return self._pattern.sub(write, folded)


def _letters(table: str) -> list[tuple[str, str]]:
    """The pairs of a table; a letter alone is not written."""
    pairs = (entry.split() for entry in table.replace("\n", " ").split(","))
    return [(pair[0], pair[1] if len(pair) > 1 else "") for pair in pairs if pair]


def _place(rule: dict[str, str], vowels: str, consonants: str) -> str:
    """The pattern of a rule: what it writes, between what it stands."""
    after = _neighbours(rule.get("after", ""), "^", r"(?<=[{}])", vowels, consonants)
    before = _neighbours(rule.get("before", ""), "$", r"(?=[{}])", vowels, consonants)
    return after + re.escape(rule["of"]) + before


def _neighbours(letters: str, edge: str, look: str, vowels: str, consonants: str) -> str:
    if not letters:
        return ""
    inner = letters.replace(edge, "").replace("V", vowels).replace("C", consonants)
    ways = ([edge] if edge in letters else []) + ([look.format(re.escape(inner))] if inner else [])
    return "(?:" + "|".join(ways) + ")"

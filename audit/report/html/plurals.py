"""Numbers and plurals as a language writes them; the page's script does the same through `Intl`."""

from dataclasses import dataclass

GROUP_MARK = {"en": ",", "uk": "\u00a0"}
"""What sets thousands apart (CLDR 46, `group`)."""

DECIMAL_MARK = {"en": ".", "uk": ","}
"""What stands before decimals (CLDR 46, `decimal`)."""


def amount(value: float, lang: str, decimals: int | None = None) -> str:
    """A number as `lang` writes it; without `decimals` as many as it has, whole ones none."""
    plain = f"{value:,g}" if decimals is None else f"{value:,.{decimals}f}"
    if isinstance(value, int):
        plain = f"{value:,}"
    marks = {",": GROUP_MARK[lang], ".": DECIMAL_MARK[lang]}
    return "".join(marks.get(char, char) for char in plain)


def category(number: int, lang: str) -> str:
    """The plural category of a whole number (CLDR 46, cardinal rules)."""
    if lang != "uk":
        return "one" if number == 1 else "other"
    last, tens = number % 10, number % 100
    if last == 1 and tens != 11:
        return "one"
    if last in (2, 3, 4) and tens not in (12, 13, 14):
        return "few"
    return "many"


@dataclass(frozen=True, slots=True)
class Plural:
    """A phrase for one thing and for any other number of things; `{n}` is the number.

    `few` and `many` are for languages that have these categories; empty means as `other`.
    """

    one: str
    other: str
    few: str = ""
    many: str = ""
    lang: str = "en"

    def of(self, number: int) -> str:
        """The phrase for `number`, with thousands set apart."""
        phrase = str(getattr(self, category(number, self.lang))) or self.other
        return phrase.replace("{n}", amount(number, self.lang))

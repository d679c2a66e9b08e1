"""Letters of two scripts that look the same in print.

From Unicode's confusables.txt (UTS 39), cut down to letters that no reader can tell apart in a
common typeface: Cyrillic `к` and Latin `k`, which differ, are out.
"""

_CYRILLIC = "аеорсухіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅЁЇёїԚԜ"
_LATIN_OF_CYRILLIC = "aeopcyxijshdqwlABEKMHOPCTYXIJSËÏëïQW"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_LATIN_OF_GREEK = "ABEZHIKMNOPTYXov"
_CYRILLIC_AS_GREEK = "ΑΒΕΗΙΚΜΟΡΤΧο"
_CYRILLIC_OF_GREEK = "АВЕНІКМОРТХо"

_DECIMAL_I = frozenset("іІїЇ")
_WITH_DECIMAL_I = frozenset({"uk", "be", "kk"})
_RARE = frozenset("ѕһԁԛԝӏЅԚԜјЈ")
"""Letters outside the alphabets of Russian, Ukrainian, Belarusian and Bulgarian."""

_TO_LATIN = dict(zip(_CYRILLIC + _GREEK, _LATIN_OF_CYRILLIC + _LATIN_OF_GREEK, strict=True))
_FROM_GREEK = dict(zip(_CYRILLIC_AS_GREEK, _CYRILLIC_OF_GREEK, strict=True))
_TO_CYRILLIC = {
    latin: cyrillic
    for cyrillic, latin in zip(_CYRILLIC, _LATIN_OF_CYRILLIC, strict=True)
    if cyrillic not in _RARE
} | _FROM_GREEK
_TO_GREEK = dict(zip(_LATIN_OF_GREEK, _GREEK, strict=True))


def look_alike(letter: str, script: str, lang: str) -> str | None:
    """The letter of `script` that looks like `letter`, in the alphabet of `lang` if Cyrillic."""
    if script == "Latin":
        return _TO_LATIN.get(letter)
    if script == "Greek":
        return _TO_GREEK.get(letter)
    found = _TO_CYRILLIC.get(letter)
    if found in _DECIMAL_I and lang.partition("-")[0] not in _WITH_DECIMAL_I:
        return None
    return found

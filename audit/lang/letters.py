"""What the letters of a text alone tell of its language.

Some scripts are used by one language of the news, some languages have letters that their neighbours
lack. The letter sets are those of the alphabets as CLDR lists them (exemplar characters, licence
Unicode-3.0).
"""

from collections import Counter

from audit.text.scripts import script_of

_SCRIPT_LANGUAGE = {
    "Armenian": "hy",
    "Bengali": "bn",
    "Georgian": "ka",
    "Greek": "el",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Hangul": "ko",
    "Hiragana": "ja",
    "Kannada": "kn",
    "Katakana": "ja",
    "Khmer": "km",
    "Lao": "lo",
    "Malayalam": "ml",
    "Myanmar": "my",
    "Oriya": "or",
    "Sinhala": "si",
    "Tamil": "ta",
    "Telugu": "te",
    "Thaana": "dv",
    "Thai": "th",
    "Tibetan": "bo",
}
"""Scripts that practically one language writes its news in."""

_KANA = ("Hiragana", "Katakana")

_KANA_SHARE = 0.05
"""Of all Han and kana; Japanese prose has above 0.4, Chinese with a Japanese name below 0.02."""

_HAN_ENOUGH = 12
"""Han characters without any kana that Japanese hardly writes in a row outside headlines."""

_CHINESE_ONLY = frozenset(
    "的了是们們这這那吗嗎说說为為从從对對将將没沒还還你她它吧呢哪谁誰么麼很让讓给給"
)
"""Characters of common Chinese words that Japanese does not write, or not without kana."""

_LETTERS_OF: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "Cyrillic": (
        ("uk", frozenset("іїєґ")),
        ("ru", frozenset("ыэё")),
    ),
    "Arabic": (
        ("ur", frozenset("ٹڈڑںےہھ")),
        ("ps", frozenset("ښځڅډړږڼټ")),
        ("fa", frozenset("پچژگیک")),
        ("ar", frozenset("ةىأإآيكؤئ")),
    ),
}
"""Letters that one of the languages of a script has and the others named here lack."""

_NEITHER: dict[str, frozenset[str]] = {
    "Cyrillic": frozenset("ўђјљњћџ"),
    "Arabic": frozenset("ڕێۆڵەۋۇۈېڭٿڀٻڄڪ"),
}
"""Letters of other languages of the script; with them its letters do not decide."""

_UNTOLD = (
    ("kk", frozenset("ұ")),
    ("mk", frozenset("ѓќѕ")),
    ("", frozenset("әғқңөүһҳҷӣӯҗ")),
)
"""Cyrillic letters of languages that eldc does not know and would call by another's name.

Kazakh and Macedonian are told by a letter; Kyrgyz, Tatar, Tajik, Mongolian and others stay open.
"""

_FEWEST = 2
"""Peculiar letters to be seen before they decide; one may be a quoted name."""

_TIMES_AHEAD = 6
"""How many times oftener the winner's letters must stand than any other's."""

_SHARED_WITH_URDU = frozenset("پچژگیک")


def by_letters(text: str, counts: Counter[str]) -> str | None:
    """The language that the letters of `text` decide on; None where they leave it open.

    `counts` are its letters by script. "" stands for text that statistics must not guess at:
    Han too short to tell Chinese from Japanese, and Cyrillic of languages that eldc lacks.
    """
    if not counts:
        return None
    script = min(counts, key=lambda name: (-counts[name], name))
    if script == "Han" or script in _KANA:
        return _han_or_kana(text, counts)
    if script in _SCRIPT_LANGUAGE:
        return _SCRIPT_LANGUAGE[script]
    if script == "Hebrew":
        return "yi" if any(char in text for char in "\u05f0\u05f1\u05f2") else "he"
    if script in _LETTERS_OF:
        return _peculiar(text, script)
    return None


def _han_or_kana(text: str, counts: Counter[str]) -> str:
    """Tell Chinese from Japanese; "" where there is too little to tell by."""
    kana = sum(counts[script] for script in _KANA)
    if kana > _KANA_SHARE * (kana + counts["Han"]):
        return "ja"
    if counts["Han"] >= _HAN_ENOUGH or not _CHINESE_ONLY.isdisjoint(text):
        return "zh"
    return ""


def _peculiar(text: str, script: str) -> str | None:
    """The language of `script` whose own letters stand in `text`, if they speak clearly."""
    chars = Counter(char for char in text.lower() if script_of(char) == script)
    if script == "Cyrillic":
        for lang, own in _UNTOLD:
            if not own.isdisjoint(chars):
                return lang
    if not _NEITHER[script].isdisjoint(chars):
        return None
    seen = {lang: sum(chars[c] for c in own) for lang, own in _LETTERS_OF[script]}
    if seen.get("ur") or seen.get("ps"):
        seen["fa"] -= sum(chars[c] for c in _SHARED_WITH_URDU)
    first, second = sorted(seen, key=lambda lang: -seen[lang])[:2]
    if seen[first] >= _FEWEST and seen[first] > _TIMES_AHEAD * max(0, seen[second]):
        return first
    return None

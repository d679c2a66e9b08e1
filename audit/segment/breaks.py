"""Breaks that are none: abbreviations, initials, ordinals, and sentences that go on.

All judgements are about one proposed break: `left` is the sentence so far, its blanks trimmed, and
`right` the beginning of what follows. Language facts come from `LanguageData` alone.
"""

import re

from audit.lang.language import LanguageData

_FIRST_WORD = re.compile(r"[\W_]*(\w[\w'’ʼ-]*)")
_LAST_TOKENS = re.compile(r"(?:(?:^|(?<=\s))\S+\s+){0,2}\S+$")
_LOOK_BACK = 48
"""Characters of the sentence so far that hold its last three words."""

_LEADING_MARKS = "\"'“”„«»‘’‚‹›([{—–-/¿¡"
_CLOSING_MARKS = "\"'”’»›“)]}）」』"

# "1.", "12)", "a.", "IV.": the mark of a list item, no sentence.
_ITEM_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,4})[.)]")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NEXT_INITIAL = re.compile(r"[^\W\d_]\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){2,}")
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6})\.")
_DASH = re.compile(r"[—–-]\s*")

# Japanese speech goes on with a particle: 「…」と述べた. Particles that begin no sentence.
_SPEECH_END = "」』"
_SPEECH_GOES_ON = re.compile(r"\s*(?:と|って|という|は|が|を|に|の|も|で|や|など|だ|です)")


def joins(left: str, right: str, gap: bool, known: LanguageData) -> bool:
    """Whether `right` goes on with the sentence `left`; `gap` says if blanks stand between."""
    if not left or not right:
        return False
    word = _FIRST_WORD.match(right)
    if _ITEM_MARK.fullmatch(left) or (word is None and not right[0].isspace()):
        return True
    if left[-1] in _SPEECH_END and _SPEECH_GOES_ON.match(right):
        return True
    end = left.rstrip(_CLOSING_MARKS)[-1:]
    if end in {"!", "?", "…"} or left.rstrip(_CLOSING_MARKS).endswith(".."):
        return _goes_on(right)
    if not left.endswith("."):
        return end == "." and _goes_on(right)
    return _joins_after_point(left, right, word[1] if word else "", gap, known)


def _joins_after_point(left: str, right: str, word: str, gap: bool, known: LanguageData) -> bool:
    """Judge a break after a full stop."""
    match = _LAST_TOKENS.search(left[-_LOOK_BACK:])
    tokens = match[0].split() if match else [left]
    last = tokens[-1].lstrip(_LEADING_MARKS)
    if _INITIAL.fullmatch(last) and _NEXT_INITIAL.match(right):
        return True
    if not gap:
        return _is_one_word(last, right, word, known)
    if _is_internal(tokens, word, known):
        return True
    opener = _is_opener(word, known)
    if _INITIAL.fullmatch(last):
        return (word[:1].isupper() and last[0].isupper() and not opener) or _goes_on(right)
    closing = _abbreviation(tokens, known.closing_abbreviations)
    if _INITIALS.fullmatch(last) and known.has_case and not closing:
        return not opener
    if closing and not word[:1].isupper():
        return known.has_case or word[:1].isdigit()
    if known.ordinal_point and _ORDINAL.fullmatch(last):
        return _is_ordinal(tokens, word, known)
    return _goes_on(right) and _is_prose(left, word, known)


def _is_one_word(last: str, right: str, word: str, known: LanguageData) -> bool:
    """Whether a point without a blank stands inside a word: "J.-C.", "Ph.D.", "F.肯尼迪"."""
    if not known.has_case:
        return last[-2:-1].isascii() and last[-2:-1].isalnum()
    if _INITIAL.fullmatch(last) or _NEXT_INITIAL.match(right):
        return True
    return right[0] in "-‐‑" or (word[:1].isalnum() and not word[:1].isupper())


def opens_after(text: str, point: int, at: int, known: LanguageData) -> bool:
    """Whether a capitalised function word at `at`, outside quotes and brackets, opens a sentence.

    A proposal only: the full stop before `point` may still be that of an abbreviation.
    """
    word = _FIRST_WORD.match(text, at)
    if not word or word.start(1) != at or not _is_opener(word[1], known):
        return False
    return not _is_open(text[max(0, point - _QUOTE_REACH) : point], known)


_QUOTE_REACH = 2000
"""Characters in which an open quotation is looked for; keeps long blocks linear."""


def _is_open(before: str, known: LanguageData) -> bool:
    """Whether a quotation or bracket is still open at the end of `before`."""
    if before.count("(") > before.count(")") or before.count('"') % 2:
        return True
    outer = known.quotes[:1]
    return any(before.count(o) > before.count(c) for o, c in outer if o != c)


def _is_opener(word: str, known: LanguageData) -> bool:
    """Whether a capitalised `word` is one that begins sentences rather than names."""
    if not known.has_case or not word[:1].isupper():
        return False
    folded = word.lower()
    if folded in known.function_words:
        return True
    elided = re.match(r"\w+['’]", folded)
    return elided is not None and elided[0] in known.function_words


def _abbreviation(tokens: list[str], among: frozenset[str]) -> str:
    """The abbreviation `tokens` end in, of one, two or three words ("т. д."), or ""."""
    key = ""
    found = ""
    for token in reversed(tokens):
        key = token.lstrip(_LEADING_MARKS) + key
        if key in among or key.lower() in among:
            found = key
        if not token.endswith(".") or token != token.lstrip(_LEADING_MARKS):
            break
    return found


def _is_internal(tokens: list[str], word: str, known: LanguageData) -> bool:
    """Whether the tokens end in an abbreviation that ends no sentence.

    Some are also words ("им.", "art."): before an opener the word is meant, unless the
    abbreviation is a title ("Mr.") or has points inside ("z. B.").
    """
    if _abbreviation(tokens, known.closing_abbreviations):
        return False
    found = _abbreviation(tokens, known.abbreviations)
    if not found:
        return False
    bare = found.rstrip(".").lower()
    return "." in bare or bare in known.titles_person or not _is_opener(word, known)


def _is_ordinal(tokens: list[str], word: str, known: LanguageData) -> bool:
    """Whether a number and a point are an ordinal, by what stands before and after."""
    folded = word.lower()
    if word[:1].islower() or folded in known.month_words:
        return True
    before = tokens[-2].lstrip(_LEADING_MARKS).lower() if len(tokens) > 1 else ""
    if before in known.ordinal_leads or before.rstrip(".,") in known.weekday_words:
        return True
    return word[:1].isdigit() and len(tokens[-1]) <= len("31.")


def _goes_on(right: str) -> bool:
    """Whether `right` begins in lower case, possibly after a dash or quote."""
    stripped = _DASH.sub("", right.lstrip(), count=1).lstrip(_LEADING_MARKS)
    return stripped[:1].islower()


def _is_prose(left: str, word: str, known: LanguageData) -> bool:
    """Whether lower case after a full stop says that the stop is none.

    It says nothing in texts without capitals, before "iPhone", "e-mail.ru" and "al-Assad".
    """
    first = left.lstrip(_LEADING_MARKS + " 0123456789.,")[:1]
    particle = re.split(r"[-'’]", word)[0] in known.name_particles
    return first.isupper() and word.islower() and not particle

"""Language identification: which language a text is in, and "und" rather than a guess.

Letters first where they decide (kana, hangul, Ukrainian і against Russian ы), then `eldc`, then
`langdetect` as a second vote where eldc is not sure or the text is very short. The thresholds were
measured on news (`benchmarks/eval_languages.py`, results in `docs/languages.md`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from audit.lang.letters import by_letters
from audit.lang.votes import first_vote, second_vote
from audit.text.scripts import script_counts

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Guess:
    """A language, how far to trust it, and on what ground it was told.

    `lang` is a BCP 47 primary tag or "und"; `confidence` 0..1 is the share of right answers that
    the same ground had on measured text; `basis` is "letters", "eldc", "both" or "none".
    """

    lang: str
    confidence: float
    basis: str


NOTHING = Guess(UNDETERMINED, 0.0, "none")

_SAMPLE = 2000
"""Characters looked at; whole segments, mostly under 200, are told as well as documents."""

_ENOUGH = 10
"""Letters from which a sure eldc stands alone: right in 99.8 % of 7,900 pieces of news.

Below, where langdetect disagrees with it, a sure eldc was right in 92 % of 241.
"""

_DOUBTFUL_ENOUGH = 20
"""Letters from which an unsure eldc and langdetect are believed if they agree: 96 % of 166."""

# Shares of right answers, rounded down, over whole segments and first words (docs/languages.md).
_BY_LETTERS = 0.99
_BY_ELDC = 0.99
_BY_BOTH = 0.95

# Malay and Indonesian share their n-grams: eldc calls both "ms", langdetect calls both "id".
# Everyday words that only one of them has in this spelling decide.
_INDONESIAN = re.compile(
    r"\b(?:karena|bisa|uang|kantor|perusahaan|saat|provinsi|rabu|"
    r"senin|selasa|jumat|sabtu|minggu|tewas|polisi|universitas|april|agustus|"
    r"maret|juni|juli|desember|rp)\b",
    re.IGNORECASE,
)
_MALAY = re.compile(
    r"\b(?:kerana|boleh|wang|pejabat|syarikat|isnin|khamis|jumaat|ahad|universiti|polis|"
    r"maut|ogos|mac|jun|julai|disember|rm|datuk|tan sri|kuala lumpur|negeri sembilan)\b",
    re.IGNORECASE,
)


def identify(text: str, *, thorough: bool = True) -> Guess:
    """Tell the language of `text`; "und" where the evidence is thin or contradicts itself.

    Without `thorough` langdetect is not asked, which takes milliseconds; what only two votes could
    tell is "und" then.
    """
    return _identify(text[:_SAMPLE], thorough)


_CACHE_SIZE = 1 << 12
"""Headings, captions and page furniture recur over a feed."""


@lru_cache(_CACHE_SIZE)
def _identify(text: str, thorough: bool) -> Guess:
    # Lone surrogates cannot be encoded, and the identifiers take NUL for the end of the text.
    sample = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    counts = script_counts(sample)
    if not counts:
        return NOTHING
    decided = by_letters(sample, counts)
    if decided is not None:
        return Guess(decided, _BY_LETTERS, "letters") if decided else NOTHING
    return _malay_or_indonesian(_by_votes(sample, sum(counts.values()), thorough), sample)


def _by_votes(sample: str, letters: int, thorough: bool) -> Guess:
    """Ask eldc, and langdetect where eldc alone is not to be relied on."""
    first = first_vote(sample)
    if first.lang == UNDETERMINED:
        return NOTHING
    if first.sure and letters >= _ENOUGH:
        return Guess(first.lang, _BY_ELDC, "eldc")
    if not thorough or (not first.sure and letters < _DOUBTFUL_ENOUGH):
        return NOTHING
    second = second_vote(sample).lang
    same = second == first.lang or {first.lang, second} == {"ms", "id"}
    return Guess(first.lang, _BY_BOTH, "both") if same else NOTHING


def _malay_or_indonesian(guess: Guess, sample: str) -> Guess:
    """Part the two by their words; "ms" also stands for the macrolanguage that holds both."""
    if guess.lang not in {"ms", "id"}:
        return guess
    indonesian = len(_INDONESIAN.findall(sample))
    malay = len(_MALAY.findall(sample))
    return Guess("id" if indonesian > malay else "ms", guess.confidence, guess.basis)

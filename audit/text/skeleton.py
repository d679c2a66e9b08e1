"""Skeletons: what romanization schemes leave alike in a name.

Two spellings of one foreign name differ mostly where the schemes differ: kh/h/x, ts/tz/c, zh/ž/j,
y/i/j, w/v, doubled letters. The skeleton writes all of these one way, so that Bakhmut and Bahmut,
Podolyak and Podoliak, Metsola and Metzola meet. The correspondences are those of BGN/PCGN, ISO 9,
the Ukrainian national table (2010), the GOST passport tables, Polish, Czech, German and French
press usage, and the three usual romanizations of Arabic.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from audit.text.fold import CACHE, roman

# Applied in order to lower-case ASCII; upper-case letters stand for sounds that digraphs write. The
# first column is a letter that is in everything the pattern matches: most are not in most names.
# Patterns that begin with a letter, not with a look at what stands before, are found sooner.
_SOUNDS: tuple[tuple[str, str, str], ...] = (
    ("c", r"schtsch|shch|szcz|stsch", "Q"),
    ("d", r"dzh|dsch|dj(?=[aou])", "J"),
    ("c", r"tsch|tch|cz(?![aou]s)|c(?<!sc)h", "C"),
    ("s", r"sch|sh|sz", "S"),
    ("z", r"zh", "Z"),
    ("h", r"gh(?=[aeiouy])", "g"),
    ("h", r"ph", "f"),
    ("h", r"th", "t"),
    ("h", r"r(?<![^\n]r)h|rrh", "r"),  # Greek; not Serhiy
    ("h", r"kh", "h"),  # after th and rh: Arkhipov, Utkhin
    ("", r"ck|cq|q", "k"),
    ("", r"tz|ts|c(?=[eiy])|c$", "T"),
    ("c", r"c", "k"),
    ("x", r"x", "ks"),
    ("w", r"w", "v"),
    ("o", r"ou|oo", "u"),
    ("y", r"y", "i"),
    ("j", r"j", "i"),
    ("e", r"ie", "e"),
    ("e", r"ee", "i"),
    ("", r"(.)(?=\1)", ""),  # doubled letters
)
_RULES = tuple((letter, re.compile(text, re.MULTILINE), sound) for letter, text, sound in _SOUNDS)


@lru_cache(CACHE)
def skeleton(name: str) -> str:
    """The skeleton of one name part, in any script: Khasan, Hasan, Хасан -> hasan."""
    return _sounded(roman(name))


def skeletons(folded: Sequence[str]) -> list[str]:
    """The skeletons of many words that are lower-case ASCII already, without line breaks."""
    return _sounded("\n".join(folded)).split("\n") if folded else []


def _sounded(text: str) -> str:
    """Folded words, one a line, with each sound written one way."""
    for letter, pattern, sound in _RULES:
        if letter in text:
            text = pattern.sub(sound, text)
    return text


# g/h: Ukrainian and Belarusian г; b/v/f: Japanese, Spanish, final -ov/-off; l/r: Japanese, Korean;
# d/t: voicing in Korean and Chinese systems; all sibilants and affricates; m/n before labials.
_SOUND_GROUPS = {"h": "gh", "v": "vbfp", "t": "td", "l": "rl", "k": "k", "s": "TsSzZJCQ", "n": "mn"}
_JOINED = str.maketrans({sound: group for group, all_ in _SOUND_GROUPS.items() for sound in all_})

_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(CACHE)
def consonants(name: str) -> str:
    """The consonants of the skeleton, with sounds joined that schemes and ears confuse.

    Serves to find candidates, never to decide: Hostomel and Gostomel, Kharkiv and Kharkov meet.
    """
    joined = skeleton(name).translate(_JOINED)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", joined))

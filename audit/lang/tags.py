"""Language tags: BCP 47 as people write it, brought to its one recommended form."""

import re

from audit.model.text import UNKNOWN_LANGUAGE

# language[-Script][-REGION][-further subtags]; RFC 5646, section 2.1, without extended languages.
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-[a-z0-9]{1,8})*)")

# RFC 5646 wants the shortest code; these are the three-letter codes of ISO 639-2 (both kinds) for
# languages of the news, and the codes that the registry has replaced.
_SHORTER = {
    "ara": "ar", "bel": "be", "bul": "bg", "ben": "bn", "bos": "bs", "cat": "ca", "ces": "cs",
    "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el", "eng": "en",
    "spa": "es", "est": "et", "fas": "fa", "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr",
    "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "arm": "hy", "ind": "id",
    "isl": "is", "ice": "is", "ita": "it", "jpn": "ja", "kat": "ka", "geo": "ka", "kaz": "kk",
    "kor": "ko", "lit": "lt", "lav": "lv", "mkd": "mk", "mac": "mk", "msa": "ms", "may": "ms",
    "nld": "nl", "dut": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro",
    "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl", "sqi": "sq", "alb": "sq", "srp": "sr",
    "swe": "sv", "tam": "ta", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
    "zho": "zh", "chi": "zh", "iw": "he", "in": "id", "ji": "yi", "mo": "ro",
}  # fmt: skip


def normalise_tag(tag: str) -> str:
    """The recommended form of a BCP 47 tag: "EN-us" is "en-US", "zh_hant" is "zh-Hant".

    What is no tag at all ("English", "") is "und".
    """
    match = _TAG.fullmatch(tag.strip().lower().replace("_", "-"))
    if not match:
        return UNKNOWN_LANGUAGE
    language, script, region, rest = match.groups()
    parts = [_SHORTER.get(language, language)]
    if script:
        parts.append(script.title())
    if region:
        parts.append(region.upper())
    return "-".join(parts) + rest


def tag_of(written: str) -> str | None:
    """The recommended form of a tag, or None where `written` is none."""
    tag = normalise_tag(written)
    return None if tag == UNKNOWN_LANGUAGE else tag

"""The languages of the report: which there are, and what each calls the languages of texts.

English stands in `strings`; every other language is a file of the folder `languages`, with a key
for each phrase and a table of names of languages.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any

from audit.errors import ConfigError
from audit.report.html.plurals import Plural
from audit.report.html.strings import ENGLISH, Strings
from audit.tables import read_table

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "und": "Language unknown", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages by primary subtag (ISO 639); a tag not listed is shown as it is."""

FOLDER = files("audit.report.html") / "languages"


@cache
def offered() -> tuple[str, ...]:
    """The tags of all languages a report can be written in, English first."""
    others = (entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
    return (ENGLISH.lang, *sorted(name.removesuffix(".toml") for name in others))


@cache
def strings_in(lang: str) -> Strings:
    """The words of the report in `lang`; raises `ConfigError` for a language that is not there."""
    if lang == ENGLISH.lang:
        return ENGLISH
    if lang not in offered():
        raise ConfigError(f"no report language “{lang}”; there are {', '.join(offered())}")
    table = _table(lang)
    kinds = {field.name: type(getattr(ENGLISH, field.name)) for field in fields(Strings)}
    phrases: dict[str, Any] = {
        name: Plural(**value, lang=lang) if kinds[name] is Plural else value
        for name, value in table.items()
        if name != "languages"
    }
    return Strings(lang=lang, **phrases)


def language_name(tag: str, words: Strings) -> str:
    """What `tag` is called in the language of the report, the tag itself where nobody knows."""
    names = LANGUAGES if words.lang == ENGLISH.lang else _table(words.lang)["languages"]
    return str(names.get(tag.partition("-")[0].lower(), tag))


@cache
def _table(lang: str) -> Mapping[str, Any]:
    return read_table(FOLDER / f"{lang}.toml")

"""A folder with the files that the pages speak of, so that their commands have something to do."""

import json
from pathlib import Path

from audit.watch import Store
from tests.decide.decided import KYIV, file_of, style
from tests.docs.blocks import ROOT

TEXT = "Kim Jong Un left Pyongyang. State media praised Kim Jong-un for the visit.\n"
SOURCE = "Ким Чен Ын покинул Пхеньян. Государственные СМИ похвалили Ким Чен Ына за визит.\n"
LINES = "The train left.\nThe bridge was closed.\nThey came on Monday.\n"

NAMES = '[[name]]\nid = "kim-jong-un"\ncanonical = "Kim Jong Un"\n'
GLOSSARY = """[[concept]]
id = "security-council"
terms = { en = ["Security Council"], ru = ["Совет Безопасности"] }
"""


def furnish(folder: Path) -> None:
    """Put the files into `folder`."""
    for name in ("articles/summit.txt", "english/summit.txt", "article.en.txt", "my-paper/a.txt"):
        _put(folder / name, TEXT)
    for name in ("ukrainian/summit.txt", "article.uk.txt"):
        _put(folder / name, SOURCE)
    for name in ("ref.txt", "system-a.txt", "system-b.txt", "a.txt", "b.txt"):
        _put(folder / name, LINES)
    for name in ("system-a.jsonl", "system-b.jsonl"):
        item = {"id": "1", "text": TEXT, "lang": "en", "source": SOURCE, "source_lang": "ru"}
        _put(folder / name, json.dumps(item) + "\n")
    _put(folder / "strings.csv", "Ukrainian,English\nПоїзд,The train\nМіст,The bridge\n")
    _put(folder / "pairs.tsv", "Поїзд\tThe train\nМіст\tThe bridge\n")
    _put(folder / "names.toml", NAMES)
    _put(folder / "glossary.toml", GLOSSARY)
    _put(folder / "decisions.json", file_of(style(KYIV, "Kyiv")).decode())
    _put(folder / "bridge.txt", "They utilize the old bridge.\n")
    Store(folder / "feed.sqlite").close()
    (folder / "corpora").symlink_to(ROOT / "corpora")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

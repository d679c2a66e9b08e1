"""What the page is sent: sources and their passages, limits, and the same in the folder form."""

import gzip
import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import Any

from audit.model.finding import Severity, SourcePassage
from audit.model.place import Span
from audit.model.text import Pair
from audit.report.html import HtmlFolderReporter
from audit.report.html.index import Index
from audit.report.html.page import page
from audit.report.html.payload import payload
from tests import builders as make
from tests.hostile import hostile_report
from tests.sample_bilingual import HARBOUR, bilingual
from tests.sample_feed import feed


def sent(report: Any, most: int | None = None) -> dict[str, Any]:
    data: dict[str, Any] = payload(Index(report, most))
    return data


def test_documents_bring_their_source_and_what_is_known_of_them() -> None:
    market, _, harbour, hebrew, *_ = sent(bilingual())["documents"]
    assert (market["date"], market["publisher"], market["url"]) == (
        "2024-03-01",
        "Morning Post",
        "",
    )
    assert (market["sourceLang"], market["sourceLanguage"]) == ("uk", "Ukrainian")
    assert [pair[2] for pair in harbour["pairs"]] == [source for source, _ in HARBOUR]
    start, end, _, id_ = market["pairs"][2]
    assert (start == end, id_) == (True, "s3")
    assert hebrew["pairs"] == []


def test_passages_of_the_source_are_counted_as_the_script_counts() -> None:
    doc = replace(make.document("Five cats."), pairs=(Pair(Span(0, 10), "🐈🐈 шість котів"),))
    found = replace(make.finding(doc, "Five"), source=SourcePassage(0, 3, 8, "шість"))
    assert sent(make.report([doc], [found]))["findings"][0]["source"] == [0, 5, 10]


def test_a_passage_of_no_pair_is_left_out() -> None:
    doc = make.document("Five cats.")
    found = replace(make.finding(doc, "Five"), source=SourcePassage(3, 0, 1, "x"))
    report = make.report([doc], [found])
    assert sent(report)["findings"][0]["source"] is None
    assert page(Index(report)).findings[0].source is None


def test_the_static_core_shows_the_source_too() -> None:
    cards = {card.anchor: card for card in page(Index(bilingual())).findings}
    number = next(card for card in cards.values() if card.message[0][1][0].text == "“430”")
    assert number.source
    assert [bit.text for bit in number.source.hit] == ["340"]
    assert (number.source.lang, number.source_label) == ("uk", "Source (Ukrainian)")


def test_a_long_source_is_cut_around_what_is_marked() -> None:
    source = "а " * 500 + "шість" + " б" * 500
    doc = replace(make.document("Five cats."), pairs=(Pair(Span(0, 10), source),))
    found = replace(make.finding(doc, "Five"), source=SourcePassage(0, 1000, 1005, "шість"))
    (card,) = page(Index(make.report([doc], [found]))).findings
    assert card.source
    before, after = card.source.before[0].text, card.source.after[0].text
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert len(before) + len(after) < 600


def test_a_limit_keeps_the_worst_and_the_texts_they_stand_in() -> None:
    docs = [make.document("One two.", id=key) for key in "abc"]
    found = [
        make.finding(docs[0], "One", severity=Severity.MINOR),
        make.finding(docs[1], "One", severity=Severity.CRITICAL),
        make.finding(docs[2], "One", severity=Severity.MAJOR),
    ]
    name = make.entity("One", make.mentions(docs, "One"))
    report = make.report(docs, found, [replace(name, forms=(*name.forms, name.forms[0]))])
    data = sent(report, 2)
    assert [f["document"] for f in data["findings"]] == [1, 2]
    assert [doc["text"] for doc in data["documents"]] == [None, "One two.", "One two."]
    assert [mention[0] for mention in data["names"][0]["mentions"]] == [1, 2]
    shown = page(Index(report, 2))
    assert (len(shown.findings), shown.findings_count) == (2, 3)
    assert "one finding, the lightest, is left out" in shown.left_out
    assert page(Index(report, 3)).left_out == ""
    assert sent(report, 3) == sent(report)


def test_the_folder_has_no_inline_script_style_or_handler() -> None:
    files = HtmlFolderReporter().files(hostile_report())
    html = files["index.html"]
    assert not re.search(r"<style|<script>|\sstyle=|\son\w+=\"(?! )", html.replace("&#34;", ""))
    assert re.findall(r'<script src="([^"]+)">', html) == ["theme.js", "data.js", "report.js"]
    assert set(re.findall(r'(?:src|href)="([\w.]+)"', html)) == set(files) - {"index.html"}
    assert "</" not in files["data.js"]


def test_the_folder_brings_the_same_data() -> None:
    text = HtmlFolderReporter().files(feed())["data.js"]
    packed = re.fullmatch(r'globalThis\.mtauditData = "([A-Za-z0-9+/=]+)";\n', text)
    assert packed
    assert json.loads(gzip.decompress(b64decode(packed[1]))) == json.loads(json.dumps(sent(feed())))
    assert HtmlFolderReporter().files(feed()) == HtmlFolderReporter().files(feed())

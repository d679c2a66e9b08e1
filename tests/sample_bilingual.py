"""A small feed with its sources, invented for the tests, and texts that run either way."""

from dataclasses import replace

from audit.model.finding import Applicability, FindingClass, Fix, Severity, SourcePassage, State
from audit.model.mqm import MQM
from audit.model.names import Basis, Variant, VariantKind
from audit.model.place import Span
from audit.model.report import Report
from audit.model.rule import Scope
from audit.model.text import Document, Pair
from audit.score import score
from tests import builders as make

NUMBER = make.rule("NUM101", "other-number", mqm=MQM.NUMBER_FORMAT, severity=Severity.CRITICAL)
PAIR_RULE = replace(NUMBER, scope=Scope.PAIR)
OMISSION = make.rule("OMI101", "empty-translation", mqm=MQM.NUMBER_FORMAT)
NAME = make.rule("NAM001", "split-name")

MARKET = (
    ("Ринок відкрився о восьмій", "The market opened at eight"),
    ("На площі зібралося 340 людей, сказала Оксана Гнатюк.",
     "Some 430 people gathered in the square, said Oksana Hnatiuk."),
    ("Дощу не було.", ""),
    ("Гнатюк подякувала всім, хто прийшов.", "Gnatyuk thanked all who came."),
)  # fmt: skip
"""Source and target; a number turned round, a sentence left out, a name in two forms."""

HARBOUR = (
    ("The harbour stays open", "يبقى الميناء مفتوحا"),
    ("The harbour master, Oksana Hnatiuk, spoke for 20 minutes.",
     "تحدثت مديرة الميناء أوكسانا هناتيوك لمدة 12 دقيقة."),
)  # fmt: skip

HEBREW = "השוק נפתח בשמונה\nאוקסנה הנטיוק הודתה לכל מי שבא אל אל הכיכר.\n"
PERSIAN = "بازار ساعت هشت باز شد\nاوکسانا هناتیوک از همه تشکر می‌کند کرد.\n"
JAPANESE = "市場は八時に開いた\nオクサナ・フナチュクは来た人々に感謝した。。\n"
KOREAN = "시장은 여덟 시에 열렸다\n옥사나 흐나튜크는 온 사람들에게 감사했다..\n"


def paired(rows: tuple[tuple[str, str], ...], **facts: str) -> Document:
    """A document whose lines are the targets of `rows`, each beside its source."""
    text = "\n".join(target for _, target in rows) + "\n"
    source_lang = facts.pop("source_lang")
    date, publisher = facts.pop("date", None), facts.pop("publisher", None)
    doc = make.document(text, headings=1, **facts)
    pairs, at = [], 0
    for i, (source, target) in enumerate(rows):
        pairs.append(Pair(Span(at, at + len(target)), source, id=f"s{i + 1}"))
        at += len(target) + 1
    return replace(doc, pairs=tuple(pairs), source_lang=source_lang, date=date, publisher=publisher)


def passage(doc: Document, pair: int, text: str) -> SourcePassage:
    """The first place of `text` in the source of a pair."""
    start = doc.pairs[pair].source.index(text)
    return SourcePassage(pair, start, start + len(text), text)


def bilingual() -> Report:
    """The sample report: three documents have a source, four have none."""
    market = paired(MARKET, id="market", path="feed/market.xlf", title="The market opened at eight",
                    source_lang="uk", date="2024-03-01", publisher="Morning Post")  # fmt: skip
    again = paired(MARKET[3:], id="again", path="feed/again.xlf", title="Thanks again",
                   source_lang="uk", date="2024-03-09")  # fmt: skip
    harbour = paired(HARBOUR, id="harbour", path="feed/harbour.ar.xlf", lang="ar",
                     source_lang="en", date="2024-02-11")  # fmt: skip
    hebrew = make.document(HEBREW, id="he", path="feed/market.he.txt", lang="he", headings=1)
    persian = make.document(PERSIAN, id="fa", path="feed/market.fa.txt", lang="fa", headings=1)
    japanese = make.document(JAPANESE, id="ja", path="feed/market.ja.txt", lang="ja", headings=1)
    korean = make.document(KOREAN, id="ko", path="feed/market.ko.txt", lang="ko", headings=1)
    docs = (market, again, harbour, hebrew, persian, japanese, korean)
    variant = Variant(
        "Gnatyuk", "Hnatiuk", VariantKind.ROMANIZATION, "Ukrainian Г is “h”, Russian Г is “g”.", 0.9
    )
    hnatiuk = make.entity(
        "Oksana Hnatiuk",
        make.mentions([market, again], "Oksana Hnatiuk", "Gnatyuk"),
        id="hnatiuk",
        basis=Basis.SOURCE,
        because="The source writes “Гнатюк”.",
        variants=(variant,),
    )
    gap = market.pairs[2].span
    findings = (
        replace(
            make.finding(market, "430", "“430” stands for “340” of the source", by=NUMBER,
                         fixes=(Fix("340", Applicability.UNSAFE, "The source has it."),)),
            source=passage(market, 1, "340"),
        ),
        replace(
            make.finding(market, gap, "“Дощу не було.” was not translated", by=OMISSION),
            source=passage(market, 2, "Дощу не було."),
        ),
        replace(
            make.finding(market, "Gnatyuk", "“Gnatyuk” here, but “Hnatiuk” elsewhere", by=NAME,
                         entity="hnatiuk", state=State.KNOWN),
            source=passage(market, 3, "Гнатюк"),
        ),
        make.finding(again, "Gnatyuk", "“Gnatyuk” here, but “Hnatiuk” elsewhere", by=NAME,
                     entity="hnatiuk", state=State.SUPPRESSED),
        replace(
            make.finding(harbour, "12 دقيقة", "“12 دقيقة” stands for “20 minutes”", by=NUMBER),
            source=passage(harbour, 1, "20 minutes"),
        ),
        make.finding(hebrew, "אל אל", "“אל” stands twice in a row", by=NAME),
        make.finding(persian, "می‌کند کرد", "“می‌کند کرد” has two verbs", by=NAME,
                     finding_class=FindingClass.QUERY),
        make.finding(japanese, "。。", "“。。” stands where one mark belongs", by=NAME),
        make.finding(korean, "..", "“..” stands where one mark belongs", by=NAME),
    )  # fmt: skip
    made = make.report(docs, findings, (hnatiuk,), rules=(PAIR_RULE, OMISSION, NAME))
    return replace(made, scores=score(made.documents, made.findings, made.words, {}))

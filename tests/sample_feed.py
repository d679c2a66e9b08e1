"""A small feed, invented for the tests: two names spelled two ways, page residue, five articles."""

from dataclasses import replace

from audit.model.finding import Applicability, FindingClass, Fix, Severity, State
from audit.model.mqm import MQM
from audit.model.names import Basis, Kind, Variant, VariantKind
from audit.model.report import Note, NoteLevel, Report
from audit.score import score
from tests import builders as make

SUMMIT = """Leaders meet at the lake
Kim Jong Un arrived at Khasan station shortly after dawn, two officials said.
The train carrying Kim Jong-un stopped for less than an hour. Workers had painted the platform.
“We were told to smile,” said Olga Marchenko at the till. Kim waved once and did not speak.
The talks will cost about 12,50 million dollars, the governor said.
In turn, the the neighbouring district closed its schools.
Read also: Five things to know about the border
"""

FERRY = """Ferry service resumes after the storm
The ferry from Hasan to the islands sailed again on Tuesday, its operator said.
Passengers had waited for three days. Some slept in the hall of Hasan’s only hotel.
“Nobody told us anything,” said Olga Marchenko. The mayor of Khasan promised a refund.
Kim Jong Un is expected to pass through the port, and Kim Jong-un’s guards are here already.
© All rights reserved. Subscribe to our newsletter
"""

TRADE = """Trade figures surprise analysts
Exports through Khasan rose for the fourth month in a row.
Analysts had expected a fall. “The numbers speak for themselves,” said Olga Marchenko.
Kim Jong Un praised the figures in a letter that was read out on television.
"""

ARABIC = """وصول القطار إلى المحطة
وصل كيم جونغ أون إلى محطة خاسان صباح الثلاثاء، وفق مسؤولين محليين.
وقال كيم يونغ أون إن الزيارة ستكون قصيرة. اقرأ أيضا: خمسة أشياء عن الحدود
"""

CHINESE = """列车抵达边境车站
金正恩清晨抵达哈桑车站。当地官员说，停留不到一小时。
𠮷田记者从现场报道。列车随后离开，，工人们开始清扫站台。
"""

NAME = make.rule(
    "NAM001",
    "split-name",
    why="A reader who meets two spellings must guess whether they are two people.",
)
DOUBLED = make.rule(
    "REP001",
    "doubled-word",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    why="A doubled word is a slip of the decoder; readers stumble over it.",
    languages=frozenset({"en", "de", "fr"}),
)
NUMBER = make.rule(
    "NUM003",
    "foreign-decimal-mark",
    mqm=MQM.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    why="A decimal comma in an English text is read as a thousands separator.",
    languages=frozenset({"en"}),
)
RESIDUE = make.rule(
    "BOI001",
    "page-residue",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    why="Teasers and notices belong to the page that was copied, not to the article.",
)
OPENER = make.rule(
    "CAL002",
    "translated-opener",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    why="Some openers come word for word from the source language.",
    languages=frozenset({"en"}),
)
PUNCTUATION = make.rule(
    "PUN004",
    "doubled-punctuation",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    why="Two marks where one belongs are left over from the source sentence.",
)

KIM = Variant(
    "Kim Jong-un",
    "Kim Jong Un",
    VariantKind.HYPHENATION,
    "“Kim Jong-un” and “Kim Jong Un” differ in a hyphen and a capital only.",
    0.97,
)
HASAN = Variant(
    "Hasan",
    "Khasan",
    VariantKind.ROMANIZATION,
    "Russian Х is written “kh” by BGN/PCGN and “h” by ISO 9; both stand for Хасан.",
    0.88,
)
ARABIC_KIM = Variant(
    "كيم يونغ أون",
    "كيم جونغ أون",
    VariantKind.SPELLING,
    "The two forms differ in one letter and stand in the same article.",
    0.71,
)


def feed() -> Report:
    """The sample report."""
    summit = make.document(
        SUMMIT, id="summit", path="feed/summit.html", headings=1, title="Leaders meet at the lake"
    )
    ferry = make.document(
        FERRY,
        id="ferry",
        path="feed/ferry.html",
        headings=1,
        title="Ferry service resumes after the storm",
    )
    trade = make.document(
        TRADE,
        id="trade",
        path="feed/trade.html",
        headings=1,
        title="Trade figures surprise analysts",
    )
    arabic = make.document(ARABIC, id="train-ar", path="feed/train.ar.txt", lang="ar", headings=1)
    chinese = make.document(CHINESE, id="train-zh", path="feed/train.zh.txt", lang="zh", headings=1)
    english = (summit, ferry, trade)

    kim = make.entity(
        "Kim Jong Un",
        make.mentions(english, "Kim Jong Un", "Kim Jong-un", "Kim"),
        id="kim",
        basis=Basis.STYLE,
        because="The style profile “ap” writes North Korean names as three words.",
        confidence=0.98,
        variants=(KIM,),
        record="kim-jong-un",
    )
    khasan = make.entity(
        "Khasan",
        make.mentions(english, "Khasan", "Hasan", kind=Kind.PLACE),
        id="khasan",
        kind=Kind.PLACE,
        because="“Khasan” stands 3 times, “Hasan” 2 times.",
        confidence=0.74,
        variants=(HASAN,),
    )
    kim_ar = make.entity(
        "كيم جونغ أون",
        make.mentions([arabic], "كيم جونغ أون", "كيم يونغ أون"),
        id="kim-ar",
        basis=Basis.SOURCE,
        because="The source text writes 김정은.",
        confidence=0.8,
        variants=(ARABIC_KIM,),
    )
    olga = make.entity(
        "Olga Marchenko",
        [*make.mentions(english, "Olga Marchenko"), make.mention(summit, "Olga")],
        id="olga",
        confidence=0.9,
    )

    to_khasan = Fix("Khasan", Applicability.UNSAFE, "It is the form used most often here.")
    to_kim = Fix("Kim Jong Un", Applicability.SAFE, "It is the form of your house style.")
    findings = (
        make.finding(
            summit,
            "Kim Jong-un",
            "“Kim Jong-un” here, but “Kim Jong Un” 3 times elsewhere",
            by=NAME,
            entity="kim",
            confidence=0.97,
            fixes=(to_kim,),
            related=(make.reference(summit, "Kim Jong Un"), make.reference(trade, "Kim Jong Un")),
        ),
        make.finding(
            summit,
            "12,50 million",
            "“12,50 million” has a decimal comma",
            by=NUMBER,
            confidence=0.66,
            fixes=(
                Fix(
                    "12.50 million", Applicability.UNSAFE, "English writes a point before decimals."
                ),
            ),
        ),
        make.finding(
            summit,
            "12,50",
            "“12,50” may be 12.5 or 1,250",
            by=NUMBER,
            confidence=0.5,
            severity=Severity.MINOR,
        ),
        make.finding(
            summit,
            "the the",
            "“the” stands twice in a row",
            by=DOUBLED,
            fixes=(Fix("the", Applicability.SAFE, "One of the two is enough."),),
        ),
        make.finding(
            summit, "In turn,", "“In turn,” is a translated opener", by=OPENER, confidence=0.6
        ),
        make.finding(
            summit,
            "Read also: Five things to know about the border",
            "A teaser of the page stands in the article",
            by=RESIDUE,
            fixes=(Fix("", Applicability.UNSAFE, "The line is not part of the text."),),
        ),
        make.finding(
            ferry,
            "Hasan",
            "“Hasan” here, but “Khasan” 3 times elsewhere",
            by=NAME,
            entity="khasan",
            confidence=0.88,
            fixes=(to_khasan,),
            related=(make.reference(summit, "Khasan"),),
        ),
        make.finding(
            ferry,
            make.find(ferry, "Hasan", 1),
            "“Hasan” here, but “Khasan” 3 times elsewhere",
            by=NAME,
            entity="khasan",
            confidence=0.88,
            fixes=(to_khasan,),
            related=(make.reference(ferry, "Khasan"),),
        ),
        make.finding(
            ferry,
            "Kim Jong-un",
            "“Kim Jong-un” here, but “Kim Jong Un” in the same sentence",
            by=NAME,
            entity="kim",
            severity=Severity.CRITICAL,
            confidence=0.97,
            fixes=(to_kim,),
            related=(make.reference(ferry, "Kim Jong Un"),),
        ),
        make.finding(
            ferry,
            "© All rights reserved. Subscribe to our newsletter",
            "A notice of the page stands in the article",
            by=RESIDUE,
            state=State.KNOWN,
        ),
        make.finding(
            arabic,
            "كيم يونغ أون",
            "“كيم يونغ أون” here, but “كيم جونغ أون” elsewhere",
            by=NAME,
            entity="kim-ar",
            confidence=0.71,
            fixes=(Fix("كيم جونغ أون", Applicability.DISPLAY, "So in the source text."),),
            related=(make.reference(arabic, "كيم جونغ أون"),),
        ),
        make.finding(
            arabic,
            "اقرأ أيضا: خمسة أشياء عن الحدود",
            "A teaser of the page stands in the article",
            by=RESIDUE,
        ),
        make.finding(
            chinese,
            "，，",
            "“，，” stands where one mark belongs",
            by=PUNCTUATION,
            fixes=(Fix("，", Applicability.SAFE, "One mark is enough."),),
        ),
    )
    notes = (
        Note(
            NoteLevel.ERROR,
            "unreadable-input",
            "The file is empty; expected an article.",
            "feed/empty.html",
        ),
        Note(
            NoteLevel.WARNING,
            "language-doubtful",
            "The language of this text could not be told with certainty.",
            "feed/train.zh.txt",
        ),
        Note(NoteLevel.INFO, "rules-off", "3 rules are off by default: CAL001, OMI002, QE001."),
    )
    made = make.report(
        (*english, arabic, chinese),
        findings,
        (kim, khasan, kim_ar, olga),
        notes=notes,
        rules=(NAME, DOUBLED, NUMBER, RESIDUE, OPENER, PUNCTUATION),
    )
    return replace(made, scores=score(made.documents, made.findings, made.words, {}))

"""BOI001 related-links-line: a line that only introduces links to other articles."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI001",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” introduces links to other articles",
    why="The links stayed on their page; the line that introduced them says nothing here.",
    examples=(
        Bad(
            "The minister resigned on Monday.\n\n⟦Read also:⟧\n\nHis deputy took over.",
            fixed="The minister resigned on Monday.\n\n\n\nHis deputy took over.",
        ),
        Bad("It rained all night.\n⟦You may also be interested in news:⟧\n⟦More like this⟧"),
        Bad("Two roads stay closed.\n⟦READ ALSO: Five villages cut off⟧\nMore rain is due."),
        Bad("Дощ ішов усю ніч.\n\n⟦Читайте також:⟧\n\nДві дороги закрито.", lang="uk"),
        Bad(
            "Es regnete die ganze Nacht.\n⟦Lesen Sie auch⟧\nZwei Straßen sind gesperrt.", lang="de"
        ),
        Bad("Il a plu toute la nuit.\n⟦À lire aussi :⟧\nDeux routes sont fermées.", lang="fr"),
        Bad("昨夜下了一整夜的雨。\n⟦相关阅读：⟧\n两条道路封闭。", lang="zh"),
        Bad("هطل المطر طوال الليل.\n⟦اقرأ أيضا:⟧\nأغلقت طريقان.", lang="ar"),
        Good("Read also means that the pupil read the second text, too."),
        Good("See also the annex to the report, which lists all 14 bridges."),
        Good("Related\n\nThe two brothers are related to the mayor."),
        Good(
            "The judge who had to decide the case for a second time wanted to hear\n"
            "more like this\nwitness, she said."
        ),
    ),
)
def related_links_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line whose only purpose is to lead to other articles."""
    yield from hits(document, Kind.RELATED, "the line only introduces links to other articles")

"""Text that tries to break out of whatever holds it."""

from dataclasses import replace

from audit.model.finding import Applicability, Fix
from audit.model.names import Variant, VariantKind
from audit.model.report import Note, NoteLevel, Report
from audit.score import score
from tests import builders as make

PAYLOADS = (
    "</script><script>window.pwned=1</script>",
    "</template><img src=x onerror=window.pwned=1>",
    "<b>bold</b> & <i>'\"`${1}`</i> {{ 7*7 }} {% raw %}",
    "--><svg onload=window.pwned=1>",
    "evil \u202etxt.exe\u202c and \u2066isolate",
    "nul \0 bell \x07 half \ud83d pair",
    "zero\u200bwidth\ufeff \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "javascript:window.pwned=1",
    '" onmouseover="window.pwned=1" x="',
)
"""One attack each; the seventh also holds a ZWNJ that Persian spelling needs."""


def hostile_report() -> Report:
    """A report in which every text from outside is an attack."""
    text = "\n".join(PAYLOADS)
    doc = make.document(text, id=text, title=PAYLOADS[0], path=PAYLOADS[1], lang="en")
    doc = replace(doc, publisher=PAYLOADS[0], date=PAYLOADS[8], url=" javascript:window.pwned=1")
    variant = Variant(PAYLOADS[3], PAYLOADS[2], VariantKind.SPELLING, f"“{PAYLOADS[4]}”", 0.5)
    name = make.entity(
        PAYLOADS[2],
        make.mentions([doc], PAYLOADS[2], PAYLOADS[3]),
        because=PAYLOADS[0],
        variants=(variant,),
    )
    findings = [
        make.finding(
            doc,
            payload,
            f"“{payload}” is hostile",
            entity=name.id,
            fixes=(Fix(payload, Applicability.UNSAFE, payload),),
            related=(make.reference(doc, payload),),
        )
        for payload in PAYLOADS
    ]
    notes = tuple(Note(NoteLevel.WARNING, payload, payload, payload) for payload in PAYLOADS)
    made = make.report([doc], findings, [name], notes=notes)
    return replace(made, scores=score(made.documents, made.findings, made.words, {}))

"""The table of configuration keys: the one place that says which there are and what they take.

The loader, the commented file that `mtaudit init` writes and the JSON Schema all read this table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from audit.config import models, values
from audit.config.baseline import FILE_NAME as BASELINE_FILE
from audit.config.schema import FailOn, LinkScope
from audit.config.suppressions import FILE_NAME
from audit.model.score import GateKind


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the configuration file.

    `name` is the key as written in the file and, but for `authority`, as the option of `check`;
    `field` is the field of `Config` it fills. `parse` makes the field's value of the TOML value
    and raises `ValueError` saying what was expected. `example` is a TOML value for the commented
    file, `schema` the JSON Schema of the value. `paths` marks values that are paths relative to
    the configuration file.
    """

    name: str
    field: str
    says: str
    example: str
    schema: Mapping[str, object]
    parse: Callable[[object], object]
    paths: bool = False


KEYS = (
    Key(
        "lang",
        "lang",
        "Language of the texts (BCP 47) where an input does not say; without it, it is told from "
        "the text.",
        '"en"',
        {"type": "string", "pattern": f"^{values.LANGUAGE_TAG.pattern}$"},
        values.language,
    ),
    Key(
        "profile",
        "profile",
        "House style to follow for names; without it, each name need only be spelled one way.",
        '"ap"',
        {"type": "string", "minLength": 1},
        values.text,
    ),
    Key(
        "authority",
        "authority",
        "Your own names files, strongest first; they come before the profile and the built-in "
        "names.",
        '["names.toml"]',
        values.TEXTS_SCHEMA,
        values.texts,
        paths=True,
    ),
    Key(
        "builtin-authority",
        "builtin_authority",
        "Whether the names that ship with mtaudit are used.",
        "true",
        {"type": "boolean", "default": True},
        values.flag,
    ),
    Key(
        "glossary",
        "glossary",
        "Your glossaries, strongest first: TOML, TBX, or CSV with a heading.",
        '["glossary.toml"]',
        values.TEXTS_SCHEMA,
        values.texts,
        paths=True,
    ),
    Key(
        "scope",
        "scope",
        'Over what one name must be spelled one way: "feed" (all inputs together) or "document".',
        '"feed"',
        values.schema_of(LinkScope, "feed"),
        values.choice(LinkScope),
    ),
    Key(
        "mentions",
        "mentions",
        'Who finds the names: "light" (capitals, word lists, the names files), or a model beside '
        'it: "spacy", "spacy:PIPELINE,PIPELINE", "natasha", "transformers:FOLDER", "onnx:FOLDER".',
        '"light"',
        {"type": "string", "minLength": 1, "default": "light"},
        values.finder,
        paths=True,
    ),
    Key(
        "models",
        "models",
        "Neural models that take part, by what they are asked for, each PROVIDER:MODEL, and how "
        "they run; `mtaudit models` lists them. None is needed and none takes anything back that "
        "a rule has found. calibration is a file of thresholds by `mtaudit calibrate`, licences "
        "those against commercial use that you have accepted.",
        '{ fluency = "transformers:ORG/MODEL@REVISION", device = "cpu", batch = 16 }',
        models.SCHEMA,
        models.settings,
        paths=True,
    ),
    Key(
        "fail-on",
        "fail_on",
        'The lightest finding that makes `check` exit 1: "critical" or "major" (errors of that '
        'severity at least), "error", "query" (and errors), "chrome" (and page residue), "info" '
        '(everything) or "never".',
        '"error"',
        values.schema_of(FailOn, "error"),
        values.choice(FailOn),
    ),
    Key(
        "fail-under",
        "fail_under",
        "The lowest quality score, over all inputs together, with which `check` exits 0; inputs of "
        "under 500 words in all have no score and do not fail by it.",
        "97.5",
        {"type": "number", "minimum": 0, "maximum": 100},
        values.quality,
    ),
    Key(
        "fail-on-gate",
        "fail_on_gate",
        "Gates that make `check` exit 1 when a new finding closes them: "
        + ", ".join(f'"{kind}"' for kind in GateKind)
        + f', or "{values.ANY_GATE}".',
        '["critical", "foreign-script"]',
        {
            "type": "array",
            "items": {"enum": [values.ANY_GATE, *(kind.value for kind in GateKind)]},
            "default": [],
        },
        values.gates,
    ),
    Key(
        "score-weights",
        "score_weights",
        "Factors on the penalty points of MQM types or dimensions, 1 where nothing is said; a type "
        "comes before its dimension.",
        '{ style = 0.5, "locale-conventions/date-format" = 2 }',
        {
            "type": "object",
            "propertyNames": {"enum": list(values.WEIGHED)},
            "additionalProperties": {
                "type": "number",
                "minimum": 0,
                "maximum": values.HEAVIEST_WEIGHT,
            },
            "default": {},
        },
        values.weights,
    ),
    Key(
        "select",
        "select",
        "Rules to run: ids, names or families; empty means all that are on by default.",
        '["NAM", "NUM"]',
        values.TEXTS_SCHEMA,
        values.texts,
    ),
    Key(
        "ignore",
        "ignore",
        "Rules not to run: ids, names or families.",
        '["STY"]',
        values.TEXTS_SCHEMA,
        values.texts,
    ),
    Key(
        "source-lang",
        "source_lang",
        "Language of the source texts (BCP 47) where an input does not say.",
        '"uk"',
        {"type": "string", "pattern": f"^{values.LANGUAGE_TAG.pattern}$"},
        values.language,
    ),
    Key(
        "source",
        "source",
        "The source of the text in a file of its own, line by line where both are plain text; or a "
        "folder that has a file of the same name for each input.",
        '"originals"',
        {"type": "string", "minLength": 1},
        values.text,
        paths=True,
    ),
    Key(
        "columns",
        "columns",
        "Which columns of CSV and TSV files hold what: names in the header, or numbers from 1 "
        "where there is no header. Without it, the header says target, source, reference, id, "
        "lang, source_lang and document.",
        '{ target = "English", source = "Ukrainian" }',
        {
            "type": "object",
            "required": ["target"],
            "propertyNames": {"enum": list(values.COLUMNS)},
            "additionalProperties": {
                "anyOf": [{"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1}]
            },
            "default": {},
        },
        values.columns,
    ),
    Key(
        "exclude",
        "exclude",
        "Input files to leave out, as glob patterns.",
        '["drafts/*"]',
        values.TEXTS_SCHEMA,
        values.texts,
    ),
    Key(
        "suppressions",
        "suppressions",
        f"The file of findings to let stand, which `mtaudit apply` writes; without this key, "
        f"{FILE_NAME} beside this file, where there is one.",
        f'"{FILE_NAME}"',
        {"type": "string", "minLength": 1},
        values.text,
        paths=True,
    ),
    Key(
        "baseline",
        "baseline",
        f"The file of findings that are known and do not count, which `mtaudit baseline` writes; "
        f"without this key, {BASELINE_FILE} beside this file, where there is one.",
        f'"{BASELINE_FILE}"',
        {"type": "string", "minLength": 1},
        values.text,
        paths=True,
    ),
    Key(
        "metrics",
        "metrics",
        "Whether reports also say how the texts measure against the references that they bring "
        "(BLEU, chrF, TER with intervals), and how consistent they are.",
        "true",
        {"type": "boolean", "default": False},
        values.flag,
    ),
    Key(
        "cache",
        "cache",
        "A folder in which to keep what was found of single documents, so that the next run looks "
        "only at those that changed; the report is the same.",
        '".mtaudit-cache"',
        {"type": "string", "minLength": 1},
        values.text,
        paths=True,
    ),
    Key(
        "diff-base",
        "diff_base",
        "A commit, branch or tag: findings on lines that have not changed since are known and do "
        "not count. Names are still compared over all inputs.",
        '"origin/main"',
        {"type": "string", "minLength": 1},
        values.text,
    ),
    Key(
        "as-of",
        "as_of",
        "The day on which suppressions with a last day are judged; without it they hold. The "
        "command line is the place for it: `--as-of` with today’s date.",
        '"2026-01-31"',
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        values.day,
    ),
    Key(
        "jobs",
        "jobs",
        "Number of processes; 0 means all cores. The report is the same for any number.",
        "0",
        {"type": "integer", "minimum": 0, "default": 1},
        values.jobs,
    ),
    Key(
        "engine",
        "engine",
        'What documents are examined on: "local" (processes of this machine), "ray" (a Ray cluster '
        'started here for the run) or "ray:ADDRESS" (one that runs; "ray:auto" finds it). The '
        "report is the same.",
        '"ray:auto"',
        {"type": "string", "pattern": "^(local|ray(:.+)?)$", "default": "local"},
        values.engine,
    ),
    Key(
        "report",
        "reports",
        "Reports to write, each FORMAT:PATH, or FORMAT alone for standard output.",
        '["html:report.html"]',
        values.TEXTS_SCHEMA,
        values.reports,
        paths=True,
    ),
    Key(
        "report-lang",
        "report_lang",
        'The language an HTML report speaks: "en" or "uk". What rules say stays English.',
        '"uk"',
        {"type": "string", "pattern": f"^{values.LANGUAGE_TAG.pattern}$", "default": "en"},
        values.language,
    ),
    Key(
        "max-report-findings",
        "max_report_findings",
        "How many findings an HTML report may hold; the worst are kept and the report says how "
        "many are left out. Without it, all.",
        "20000",
        {"type": "integer", "minimum": 1},
        values.most,
    ),
)
"""Every key outside the `[rules]` table, in the order in which they are shown."""

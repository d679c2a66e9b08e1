// Decisions: what an editor decided, in the form of decisions.json, and where it is kept.

const DECISIONS_SCHEMA = "mtaudit/decisions/1";
const AUTHOR_KEY = "mtaudit-author";
const SETTLING = ["accept", "choose", "type"]; // actions that say which form is to stand
const decisions = new Map(); // "finding 1f3a", "name kyiv-12" => decision
const onDecision = []; // called after every change
let author = "";

/** Where decisions are kept: the browser, unless a server takes them (`decide_serve.js`). */
let keeper = {
  async load() {
    try { return JSON.parse(localStorage.getItem(`mtaudit-decisions-${report.id}`) || "[]"); } catch { return []; }
  },
  save(list) {
    try {
      localStorage.setItem(`mtaudit-decisions-${report.id}`, JSON.stringify(list));
      NODE("decide-lost").hidden = true;
    } catch { // storage is closed or full
      NODE("decide-lost").hidden = false;
    }
  },
};

const keyOf = (kind, row) => `${kind} ${row.id}`;
const decidedOn = (kind, row) => decisions.get(keyOf(kind, row)) || null;
const nameOf_ = (finding) => (finding.entity < 0 ? null : report.names[finding.entity]);

/** Whether a finding waits for nobody any more: it, or its name, was decided. */
function isDecided(finding) {
  const name = nameOf_(finding);
  return Boolean(decidedOn("finding", finding) || (name && decidedOn("name", name)));
}

/** One finding as a decision names it. */
function coveredBy(finding) {
  const doc = report.documents[finding.document];
  return { fingerprint: finding.id, rule: finding.rule, document: doc.id, text: doc.text.slice(...finding.at) };
}

const standing = (finding) => finding.state !== "suppressed";

/** The findings of the same rule on the same text. */
function alike(finding) {
  const { text } = coveredBy(finding);
  return report.findings.filter((other) => other.rule === finding.rule && standing(other)
    && report.documents[other.document].text.slice(...other.at) === text);
}

/** The findings of a name. */
function findingsOf(name) {
  return report.findings.filter((finding) => standing(finding) && nameOf_(finding) === name);
}

/** A name as a decision of house style needs it; `kind` is what the editor says it names. */
function asked(name, kind) {
  return {
    record: name.record, kind: kind || name.kindKey, lang: name.lang, proposed: name.title, basis: name.basisKey,
    forms: name.forms.filter((form) => form.count).map((form) => form.text),
    departing: name.forms.filter((form) => form.role === "departs").map((form) => form.text),
  };
}

/** Decides; `what` is the decision without its target. An empty note is none. */
function decide(kind, row, { note, ...what }) {
  const made = { target: { kind, id: row.id }, ...what };
  if (note) made.note = note;
  if (author) made.author = author;
  made.time = new Date().toISOString();
  decisions.set(keyOf(kind, row), made);
  changed(kind, row);
}

function undo(kind, row) {
  if (decisions.delete(keyOf(kind, row))) changed(kind, row);
}

/** Keeps what changed, and draws the cards it shows on. */
function changed(kind, row) {
  keeper.save([...decisions.values()]);
  const card = document.activeElement?.closest(".actions") && document.activeElement.closest(".card");
  redraw(kind, row);
  if (kind === "name") for (const finding of findingsOf(row)) redraw("finding", finding);
  card?.querySelector(".decide button")?.focus();
  for (const act of onDecision) act();
}

/** Takes the place of all decisions, after they were read, undone or refused. */
function replaceDecisions(list) {
  decisions.clear();
  for (const one of list) decisions.set(`${one.target.kind} ${one.target.id}`, one);
  for (const card of document.querySelectorAll(".card.finding, .card.name")) {
    if (card.row) redraw(card.classList.contains("name") ? "name" : "finding", card.row);
  }
  for (const act of onDecision) act();
}

/** decisions.json as text, in order of target. */
function decisionsText() {
  const list = [...decisions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const whole = { schema: DECISIONS_SCHEMA, report: { id: report.id, signature: report.signature }, decisions: list };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** Whether a value of a file that was read looks like a decision; `mtaudit apply` looks closer. */
function isDecision(value) {
  const { target, action, form } = value ?? {};
  return ["finding", "name"].includes(target?.kind) && typeof target.id === "string" && typeof action === "string"
    && ["string", "undefined"].includes(typeof form);
}

/** Reads a decisions.json into this report; decisions on other findings are counted and left out. */
function takeDecisions(text) {
  const whole = JSON.parse(text);
  if (whole?.schema !== DECISIONS_SCHEMA || !Array.isArray(whole.decisions) || !whole.decisions.every(isDecision)) {
    throw new Error(fill(words.decide_not_ours, { schema: DECISIONS_SCHEMA }));
  }
  const known = new Set([...report.findings.map((row) => keyOf("finding", row)),
    ...report.names.map((row) => keyOf("name", row))]);
  const ours = whole.decisions.filter(({ target }) => known.has(`${target.kind} ${target.id}`));
  replaceDecisions([...decisions.values(), ...ours]);
  keeper.save([...decisions.values()]);
  return { taken: ours.length, strange: whole.decisions.length - ours.length };
}

/** Reads what was kept, once the data of the page is there. */
async function readyDecisions() {
  try { author = localStorage.getItem(AUTHOR_KEY) || ""; } catch { /* nobody has said */ }
  const kept = await keeper.load().catch((reason) => tell(inert(reason.message)));
  for (const one of Array.isArray(kept) ? kept.filter(isDecision) : []) {
    decisions.set(`${one.target.kind} ${one.target.id}`, one);
  }
}

addFilter({
  key: "decided",
  label: () => words.decide_state,
  options: () => [["no", words.decide_open], ["yes", words.decide_made]],
  matches: (finding, value) => isDecided(finding) === (value === "yes"),
});

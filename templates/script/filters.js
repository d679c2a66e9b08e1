// Which findings the list shows: filters, search, order, and how they stand in the address.

const FILTERS = ["class", "rule", "family", "severity", "document", "lang", "sure", "gate", "state", "sort", "q"];
const CONFIDENCES = [50, 70, 90]; // per cent, as lower bounds to choose from
const haystacks = new Map();

/** The letters of a rule's id name its family. */
const familyOf = (finding) => /^[A-Z]*/.exec(finding.rule)[0];

/** What the search looks through, made once for each finding. */
function haystack(finding) {
  let text = haystacks.get(finding);
  if (text === undefined) {
    const doc = report.documents[finding.document], pair = pairAt(doc, finding);
    const parts = [finding.message, finding.rule, finding.name, doc.title, doc.path, doc.publisher,
      doc.text.slice(...finding.in), pair ? pair[2] : "", ...finding.fixes.map((fix) => fix[0])];
    text = folded(parts.join("\n"));
    haystacks.set(finding, text);
  }
  return text;
}

/** A test for the findings that are wanted; what is not asked for costs nothing. */
function matcher(wanted) {
  const tests = [(f) => (wanted.state ? wanted.state === "all" || f.state === wanted.state : f.state !== "suppressed")];
  const add = (key, test) => { if (wanted[key]) tests.push(test); };
  const sought = folded(wanted.q || ""), doc = Number(wanted.document), least = Number(wanted.sure);
  add("class", (f) => f.class === wanted.class);
  add("rule", (f) => f.rule === wanted.rule);
  add("family", (f) => familyOf(f) === wanted.family);
  add("severity", (f) => f.severity === wanted.severity && f.class !== "info");
  add("document", (f) => f.document === doc);
  add("lang", (f) => report.documents[f.document].lang === wanted.lang);
  add("sure", (f) => f.confidence >= least);
  add("gate", (f) => f.gates.includes(wanted.gate));
  for (const filter of extraFilters) add(filter.key, (f) => filter.matches(f, wanted[filter.key]));
  add("q", (f) => haystack(f).includes(sought));
  return (finding) => tests.every((test) => test(finding));
}

/** The findings that match, in the order asked for. */
function chosen(wanted) {
  const found = report.findings.filter(matcher(wanted));
  if (wanted.sort === "place") return found;
  found.sort((a, b) => a.rank - b.rank);
  return wanted.sort === "rule" ? found.sort((a, b) => (a.rule < b.rule ? -1 : Number(a.rule > b.rule))) : found;
}

/** The address of the list as it is filtered: a page of it, or the page with one finding. */
function findingsHref(wanted, page, id) {
  const query = new URLSearchParams(FILTERS.filter((key) => wanted[key]).map((key) => [key, wanted[key]]));
  if (page) query.set("page", String(page + 1));
  if (id) query.set("id", id);
  return [...query].length ? `#findings?${query}` : "#findings";
}

/** What the filters say now. */
function wantedNow() {
  const { elements } = NODE("filters");
  return Object.fromEntries(FILTERS.map((key) => [key, elements[key].value]));
}

/** Sets the filters; those that are folded away come into sight where one of them is set. */
function setFilters(wanted) {
  const form = NODE("filters");
  for (const key of FILTERS) form.elements[key].value = wanted[key] || "";
  const more = form.querySelector("details");
  if ([...more.querySelectorAll("select")].some((select) => select.value)) more.open = true;
}

/** How many open findings have each value. */
function tally(value) {
  const counts = new Map();
  for (const finding of report.findings) {
    if (finding.state === "suppressed") continue;
    const key = value(finding);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}

const option = (value, text, n) => el("option", { value }, n === undefined ? text : `${text} (${number(n)})`);

/** Fills a filter with the values that occur; one with nothing to choose from is hidden. */
function offer(key, counts, label, order) {
  const select = NODE("filters").elements[key];
  const values = order ? order.filter((value) => counts.has(value)) : [...counts.keys()];
  select.append(...values.map((value) => option(value, label(value), counts.get(value))));
  return values;
}

function readyFilters() {
  const form = NODE("filters");
  const hide = (key, needed) => { form.elements[key].parentNode.hidden = !needed; };
  const sorted = (counts) => [...counts.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  offer("class", tally((f) => f.class), (kind) => words[`class_${kind}`], ["error", "query", "chrome", "info"]);
  const rules = tally((f) => f.rule), names = new Map(report.findings.map((f) => [f.rule, f.name]));
  offer("rule", rules, (id) => `${id} ${inert(names.get(id))}`, sorted(rules));
  const families = tally(familyOf);
  hide("family", offer("family", families, familyName, sorted(families)).length > 1);
  offer("severity", tally((f) => (f.class === "info" ? "" : f.severity)), (grade) => words[`severity_${grade}`],
    ["critical", "major", "minor", "neutral"]);
  const docs = tally((f) => f.document);
  offer("document", docs, (doc) => inert(report.documents[doc].title), [...docs.keys()].sort((a, b) => a - b));
  const langs = tally((f) => report.documents[f.document].lang);
  const language = (tag) => report.documents.find((doc) => doc.lang === tag).language;
  hide("lang", offer("lang", langs, language, sorted(langs)).length > 1);
  form.elements.sure.append(...CONFIDENCES.map((least) => option(least, fill(words.at_least, { n: number(least) }))));
  const gates = new Map();
  for (const f of report.findings) for (const gate of f.gates) gates.set(gate, (gates.get(gate) || 0) + 1);
  hide("gate", offer("gate", gates, (gate) => report.gates[gate], Object.keys(report.gates)).length);
  const states = new Set(report.findings.map((f) => f.state));
  form.elements.state.append(...["new", "known", "suppressed"].filter((state) => states.has(state))
    .map((state) => option(state, words[`state_${state}`])), option("all", words.all_states));
  hide("state", states.has("known") || states.has("suppressed"));
  for (const { key, label, options } of extraFilters) {
    FILTERS.push(key);
    form.elements.state.parentNode.after(el("label", {}, label(), " ",
      el("select", { name: key }, option("", words.any), options().map(([value, text]) => option(value, text)))));
  }
  const apply = () => {
    const wanted = wantedNow();
    history.replaceState(null, "", findingsHref(wanted, 0));
    drawFindings(wanted, 0);
  };
  form.addEventListener("change", (event) => { if (event.target.name !== "q") apply(); });
  const calm = calmly(apply);
  form.elements.q.addEventListener("input", calm);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    calm.cancel(); // or the list would be drawn again under the focus
    apply();
    NODE("finding-list").querySelector("h3")?.focus();
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = !report.findings.length;
}

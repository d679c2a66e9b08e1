// The list of findings: cards, filters, pages.

const WINDOW = 200; // cards drawn at a time; 10,000 at once take seconds
const LONGEST_HIT = 400; // UTF-16 units of a marked passage that a card shows in full
const FILTERS = ["class", "rule", "document", "gate", "state", "sort", "q"];
const haystacks = new Map();

/** The passage of a finding in its sentence. */
function passage(finding) {
  const doc = report.documents[finding.document];
  const [start, end] = finding.at, [first, last] = finding.in;
  let hit = doc.text.slice(start, end);
  if (hit.length > LONGEST_HIT) {
    hit = `${hit.slice(0, LONGEST_HIT * 0.7)} […] ${hit.slice(-LONGEST_HIT * 0.2)}`;
  }
  return el("p", { class: "passage", lang: doc.lang, dir: doc.dir },
    show(doc.text.slice(first, start)),
    el("mark", { class: `c-${finding.class}` }, hit ? show(hit) : "‸"),
    show(doc.text.slice(end, last)));
}

function fixLine([replacement, how, because], doc) {
  return el("p", { class: "fix" },
    el("span", { class: "label" }, replacement ? words.change_to : words.delete), " ",
    replacement ? el("ins", {}, quoted(replacement, doc)) : null, " ",
    el("span", { class: "because" }, said(because)), " ",
    el("span", { class: "sure" }, words[how]));
}

/** Where another form stands, with the way there. */
function placeLink({ where, document, at }) {
  const place = el("bdi", { class: "place" }, show(where));
  return document < 0 ? place : el("a", { href: articleHref(document, at) }, place);
}

/** Another form to compare, with the first places where it stands. */
function otherLine(other, doc) {
  const places = other.places.map((place, i) => [i ? ", " : " ", placeLink(place)]);
  return el("p", { class: "other" }, el("span", { class: "label" }, words.elsewhere), " ",
    quoted(other.text, doc), places,
    other.more ? [" ", el("span", { class: "place" }, other.more)] : null);
}

/** One finding; `level` is the heading's level where the card stands. */
function findingCard(finding, level = 3) {
  const doc = report.documents[finding.document];
  const own = `#f-${encodeURIComponent(finding.id)}`;
  const rule = report.rules[finding.rule];
  const card = el("li", { class: `card finding c-${finding.class}`, "data-id": inert(finding.id) },
    el("p", { class: "card-top" }, chip(finding.class), " ",
      finding.class === "info" ? null : el("span", { class: "severity" }, words[`severity_${finding.severity}`]), " ",
      el("span", { class: "rule" }, show(finding.name), " ", el("span", { class: "id" }, finding.rule)), " ",
      finding.state === "new" ? null : el("span", { class: "state" }, words[`state_${finding.state}`]), " ",
      el("span", { class: "sure" }, `${words.confidence} ${finding.confidence}%`), " ",
      el("bdi", { class: "place" }, show(`${doc.path}:${finding.line}:${finding.column}`))),
    el(`h${level}`, { tabindex: "-1" }, said(finding.message)),
    passage(finding),
    finding.fixes.map((fix) => fixLine(fix, doc)),
    finding.related.map((other) => otherLine(other, doc)),
    el("div", { class: "links" },
      level > 3 ? null
        : el("a", { href: `#article/${finding.document}/f-${encodeURIComponent(finding.id)}` }, words.in_article), " ",
      finding.entity < 0 ? null : el("a", { href: `#name/${finding.entity}` }, words.all_forms), " ",
      el("a", { href: own }, level > 3 ? words.in_list : words.link),
      rule && rule.why ? el("details", { class: "why" }, el("summary", {}, words.why), el("p", {}, said(rule.why))) : null),
    actions("finding", finding));
  card.row = finding;
  return card;
}

/** What the search looks through, made once for each finding. */
function haystack(finding) {
  let text = haystacks.get(finding);
  if (text === undefined) {
    const doc = report.documents[finding.document];
    const parts = [finding.message, finding.rule, finding.name, doc.title, doc.path,
      doc.text.slice(...finding.in), ...finding.fixes.map((fix) => fix[0])];
    text = folded(parts.join("\n"));
    haystacks.set(finding, text);
  }
  return text;
}

function matches(finding, wanted) {
  return (!wanted.class || finding.class === wanted.class)
    && (!wanted.rule || finding.rule === wanted.rule)
    && (!wanted.document || finding.document === Number(wanted.document))
    && (!wanted.gate || finding.gates.includes(wanted.gate))
    && (wanted.state ? wanted.state === "all" || finding.state === wanted.state : finding.state !== "suppressed")
    && extraFilters.every(({ key, matches: fits }) => !wanted[key] || fits(finding, wanted[key]))
    && (!wanted.q || haystack(finding).includes(folded(wanted.q)));
}

/** The findings that match, in the order asked for. */
function chosen(wanted) {
  const found = report.findings.filter((finding) => matches(finding, wanted));
  return wanted.sort === "place" ? found : found.sort((a, b) => a.rank - b.rank);
}

function findingsHref(wanted, page) {
  const query = new URLSearchParams(FILTERS.filter((key) => wanted[key]).map((key) => [key, wanted[key]]));
  if (page) query.set("page", String(page + 1));
  return query.size ?? [...query].length ? `#findings?${query}` : "#findings";
}

/** What is said of a list without a finding. */
function noneSaid() {
  if (report.findings.length) return words.none_match;
  return report.documents.length ? words.none_found : words.nothing_read;
}

/** Draws one window of the list. */
function drawFindings(wanted, page) {
  const found = chosen(wanted);
  const at = Math.max(0, Math.min(page, Math.ceil(found.length / WINDOW) - 1));
  const part = found.slice(at * WINDOW, (at + 1) * WINDOW);
  const href = (target) => findingsHref(wanted, target);
  NODE("finding-list").replaceChildren(...part.map((finding) => findingCard(finding)));
  NODE("findings-pager").replaceChildren(
    found.length ? pager(found.length, at, WINDOW, href) : el("p", { class: "intro" }, noneSaid()));
  NODE("findings-pager-end").replaceChildren(
    ...(found.length > WINDOW ? [pager(found.length, at, WINDOW, href)] : []));
  NODE("findings-status").textContent = count(words.findings_count, found.length);
}

/** Fills the filters from what the report holds. */
function readyFilters() {
  const form = NODE("filters"), option = (value, text) => el("option", { value }, text);
  const kinds = new Set(report.findings.map((f) => f.class));
  form.elements.class.append(...["error", "query", "chrome", "info"].filter((kind) => kinds.has(kind))
    .map((kind) => option(kind, words[`class_${kind}`])));
  const rules = new Map(report.findings.map((f) => [f.rule, f.name]));
  form.elements.rule.append(...[...rules].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, name]) => option(id, `${inert(name)} (${id})`)));
  const docs = [...new Set(report.findings.map((f) => f.document))].sort((a, b) => a - b);
  form.elements.document.append(...docs.map((doc) => option(doc, inert(report.documents[doc].title))));
  const gates = new Set(report.findings.flatMap((f) => f.gates));
  form.elements.gate.append(...Object.entries(report.gates).filter(([gate]) => gates.has(gate))
    .map(([gate, label]) => option(gate, label)));
  NODE("gate-filter").hidden = !gates.size;
  const states = new Set(report.findings.map((f) => f.state));
  form.elements.state.append(...["new", "known", "suppressed"].filter((state) => states.has(state))
    .map((state) => option(state, words[`state_${state}`])), option("all", words.all_states));
  NODE("status-filter").hidden = !states.has("known") && !states.has("suppressed");
  for (const { key, label, options } of extraFilters) {
    FILTERS.push(key);
    form.elements.sort.parentNode.before(el("label", {}, label(), " ",
      el("select", { name: key }, option("", words.any), options().map(([value, text]) => option(value, text)))));
  }
  const apply = () => {
    const wanted = Object.fromEntries(FILTERS.map((key) => [key, form.elements[key].value]));
    history.replaceState(null, "", findingsHref(wanted, 0));
    drawFindings(wanted, 0);
  };
  form.addEventListener("change", apply);
  form.elements.q.addEventListener("input", calmly(apply));
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = !report.findings.length;
}

/** Shows the list as the address asks for it. */
function openFindings(query) {
  const wanted = Object.fromEntries(FILTERS.map((key) => [key, query.get(key) || ""]));
  const form = NODE("filters");
  for (const key of FILTERS) form.elements[key].value = wanted[key];
  drawFindings(wanted, Math.max(0, (Number(query.get("page")) || 1) - 1));
}

/** Draws the window in which a finding stands and goes to it. */
function openFinding(id) {
  const target = report.findings.find((finding) => finding.id === id);
  if (!target) {
    openFindings(new URLSearchParams());
    tell(fill(words.unknown_finding, { id: inert(id) }));
    return;
  }
  const wanted = target.state === "suppressed" ? { state: "all" } : {};
  const at = chosen(wanted).indexOf(target);
  const query = new URLSearchParams({ ...wanted, page: String(Math.floor(at / WINDOW) + 1) });
  openFindings(query);
  const card = NODE("finding-list").children[at % WINDOW];
  card.classList.add("target");
  card.querySelector("h3").focus({ preventScroll: true });
  card.scrollIntoView({ block: "center" });
}

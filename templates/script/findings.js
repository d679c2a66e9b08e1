// The list of findings: cards and pages.

const WINDOW = 200; // cards drawn at a time; 10,000 at once take seconds
const LONGEST_HIT = 400; // UTF-16 units of a marked passage that a card shows in full
const SOURCE_MARGIN = 160; // UTF-16 units of the source shown on either side of what is marked

/** The pair of a bilingual document in which a finding stands, if any. */
function pairAt(doc, finding) {
  if (!doc.pairs.length) return null;
  if (finding.source) return doc.pairs[finding.source[0]];
  const [start, end] = finding.at;
  return doc.pairs.find((pair) => pair[0] <= start && end <= pair[1]) || null;
}

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

/** The source of a passage, what the finding speaks of marked in it. */
function sourceOf(finding) {
  const doc = report.documents[finding.document], pair = pairAt(doc, finding);
  if (!pair || !pair[2].trim()) return null;
  const text = pair[2], [, start, end] = finding.source || [0, 0, 0];
  const from = Math.max(0, start - SOURCE_MARGIN), to = Math.min(text.length, end + SOURCE_MARGIN * 2);
  return el("p", { class: "passage source" },
    el("span", { class: "label" }, fill(words.source_in, { language: doc.sourceLanguage })), " ",
    el("span", { lang: doc.sourceLang, dir: doc.sourceDir },
      from > 0 ? "… " : null, show(text.slice(from, start)),
      end > start ? el("mark", { class: `c-${finding.class}` }, show(text.slice(start, end))) : null,
      show(text.slice(end, to)), to < text.length ? " …" : null));
}

function fixLine([replacement, how, because], doc) {
  return el("p", { class: "fix" },
    el("span", { class: "label" }, replacement ? words.change_to : words.delete), " ",
    replacement ? el("ins", {}, quoted(replacement, doc)) : null, " ",
    el("span", { class: "because", lang: ruleLang() }, said(because)), " ",
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

/** Copies the address of a finding in the list as it is filtered. */
function copyLink(finding) {
  const url = new URL(findingsHref(wantedNow(), 0, finding.id), location.href);
  copyText(url.href);
}

/** One finding; `level` is the heading's level where the card stands. */
function findingCard(finding, level = 3) {
  const doc = report.documents[finding.document], rule = report.rules[finding.rule];
  const id = encodeURIComponent(finding.id);
  const card = el("li", { class: `card finding c-${finding.class}`, tabindex: "-1", "data-id": inert(finding.id) },
    el("p", { class: "card-top" }, chip(finding.class), " ",
      finding.class === "info" ? null : el("span", { class: "severity" }, words[`severity_${finding.severity}`]), " ",
      el("a", { class: "rule", href: `#findings?rule=${encodeURIComponent(finding.rule)}` },
        el("span", { lang: ruleLang() }, show(finding.name)), " ", el("span", { class: "id" }, finding.rule)), " ",
      finding.state === "new" ? null : el("span", { class: "state" }, words[`state_${finding.state}`]), " ",
      el("span", { class: "sure" }, `${words.confidence} ${finding.confidence}%`), " ",
      level > 3 ? null : el("a", { class: "of", href: `#findings?document=${finding.document}` }, quoted(doc.title, doc)), " ",
      el("bdi", { class: "place" }, show(`${doc.path}:${finding.line}:${finding.column}`))),
    el(`h${level}`, { tabindex: "-1", lang: ruleLang() }, said(finding.message)),
    passage(finding), sourceOf(finding),
    finding.fixes.map((fix) => fixLine(fix, doc)),
    finding.related.map((other) => otherLine(other, doc)),
    el("div", { class: "links" },
      level > 3 ? null : el("a", { class: "show", href: `#article/${finding.document}/f-${id}` }, words.in_article), " ",
      finding.entity < 0 ? null : el("a", { href: `#name/${finding.entity}` }, words.all_forms), " ",
      level > 3 ? el("a", { href: `#f-${id}` }, words.in_list)
        : el("button", { type: "button", class: "plain", onclick: () => copyLink(finding) }, words.copy_link),
      rule && rule.why ? el("details", { class: "why" }, el("summary", {}, words.why),
        el("p", { lang: ruleLang() }, said(rule.why))) : null),
    actions("finding", finding));
  card.row = finding;
  return card;
}

/** What is said of a list without a finding. */
function noneSaid() {
  if (report.findings.length) return words.none_match;
  return report.documents.length ? words.none_found : words.nothing_read;
}

/** Draws one window of the list: a page, or the one in which `target` stands. */
function drawFindings(wanted, page, target) {
  const found = chosen(wanted), seat = target ? found.indexOf(target) : -1;
  const asked = seat < 0 ? page : Math.floor(seat / WINDOW);
  const at = Math.max(0, Math.min(asked, Math.ceil(found.length / WINDOW) - 1));
  const part = found.slice(at * WINDOW, (at + 1) * WINDOW);
  const href = (to) => findingsHref(wanted, to);
  NODE("finding-list").replaceChildren(...part.map((finding) => findingCard(finding)));
  NODE("findings-pager").replaceChildren(
    found.length ? pager(found.length, at, WINDOW, href) : el("p", { class: "intro" }, noneSaid()));
  NODE("findings-pager-end").replaceChildren(
    ...(found.length > WINDOW ? [pager(found.length, at, WINDOW, href)] : []));
  NODE("findings-status").textContent = count(words.findings_count, found.length);
  return seat < 0 ? null : NODE("finding-list").children[seat % WINDOW];
}

/** Shows the list as the address asks for it, and the finding that it names, if any. */
function openFindings(query) {
  const wanted = Object.fromEntries(FILTERS.map((key) => [key, query.get(key) || ""]));
  setFilters(wanted);
  const id = query.get("id"), target = id && report.findings.find((finding) => finding.id === id);
  const card = drawFindings(wanted, Math.max(0, (Number(query.get("page")) || 1) - 1), target);
  if (!id) return null;
  if (!card) {
    if (target) return openFinding(id);
    tell(fill(words.unknown_finding, { id: inert(id) }));
    return null;
  }
  card.classList.add("target");
  return card.querySelector("h3");
}

/** Shows a finding in the list without filters. */
function openFinding(id) {
  const target = report.findings.find((finding) => finding.id === id);
  const state = target && target.state === "suppressed" ? { state: "all" } : {};
  return openFindings(new URLSearchParams({ ...state, id }));
}

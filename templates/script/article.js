// One whole text with its findings marked; beside it its source, where there is one.

const BLOCK_TAGS = { heading: "h3", quotation: "blockquote", caption: "p" };
let drawnArticle = -1;

const inTarget = (finding) => finding.at;
const inSource = (finding) => finding.source.slice(1);

/**
 * Cuts `[start, end)` at every edge of a finding; each piece knows the findings that cover it.
 * `place` says where a finding stands in the text that is cut.
 */
function pieces(start, end, findings, place = inTarget) {
  const all = findings.map((finding) => ({ finding, at: place(finding) }));
  const inside = all.filter(({ at }) => at[0] < end && at[1] > start
    || at[0] === at[1] && at[0] >= start && at[0] <= end);
  const edges = new Set([start, end]);
  for (const { at } of inside) for (const edge of at) if (edge > start && edge < end) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b), found = [];
  const piece = (from, to, fits) => ({ from, to, findings: inside.filter(fits)
    .sort((a, b) => (a.at[1] - a.at[0]) - (b.at[1] - b.at[0])).map(({ finding }) => finding) });
  cuts.forEach((cut, i) => {
    const point = piece(cut, cut, ({ at }) => at[0] === at[1] && at[0] === cut);
    if (point.findings.length) found.push(point);
    const next = cuts[i + 1];
    if (next > cut) found.push(piece(cut, next, ({ at }) => at[0] < next && at[1] > cut));
  });
  return found;
}

/** One piece of text, as a link to its findings where it has any. The shortest finding leads. */
function pieceNode(piece, i, text) {
  const shown = piece.from === piece.to ? ["‸"] : show(text.slice(piece.from, piece.to));
  if (!piece.findings.length) return shown;
  const worst = [...piece.findings].sort((a, b) => a.rank - b.rank)[0];
  const link = el("a", {
    class: `marked c-${worst.class}${piece.findings.length > 1 ? " several" : ""}`,
    href: `#article/${i}/f-${encodeURIComponent(piece.findings[0].id)}`,
    title: piece.findings.map((finding) => inert(finding.message)).join("\n"),
  }, shown);
  link.findings = piece.findings;
  return link;
}

/** The range of a text with its marks. */
function marked(i, text, [start, end], findings, place) {
  return pieces(start, end, findings, place).map((piece) => pieceNode(piece, i, text));
}

/** The text by its paragraphs. */
function blockText(i) {
  const doc = report.documents[i];
  return el("div", { class: "text", lang: doc.lang, dir: doc.dir }, doc.blocks.map(([start, end, kind]) => {
    const node = el(BLOCK_TAGS[kind] || "p", { class: `block ${kind}` },
      marked(i, doc.text, [start, end], byDocument[i]));
    node.range = [start, end];
    return node;
  }));
}

/** The pairs in the order of the text, and the text between them, which has no source. */
function stretches(doc) {
  const found = [];
  let at = 0;
  const gap = (end) => { if (doc.text.slice(at, end).trim()) found.push({ range: [at, end], pair: null }); };
  doc.pairs.map((pair, n) => ({ range: [pair[0], pair[1]], pair: n }))
    .sort((a, b) => a.range[0] - b.range[0] || a.pair - b.pair)
    .forEach((stretch) => {
      gap(stretch.range[0]);
      found.push(stretch);
      at = Math.max(at, stretch.range[1]);
    });
  gap(doc.text.length);
  return found;
}

/** Source and translation side by side, marks on both. */
function pairedText(i) {
  const doc = report.documents[i], found = byDocument[i];
  const bySource = new Map(), points = new Map();
  for (const finding of found) {
    if (finding.source) bySource.set(finding.source[0], [...bySource.get(finding.source[0]) || [], finding]);
    if (finding.at[0] === finding.at[1]) points.set(finding, pairAt(doc, finding));
  }
  const row = ({ range, pair }) => {
    const text = pair === null ? "" : doc.pairs[pair][2];
    const here = found.filter((finding) => !points.has(finding) || points.get(finding) === (doc.pairs[pair] || null));
    const inner = marked(i, doc.text, range, here);
    const empty = !doc.text.slice(...range).trim();
    const target = el("td", { class: "block", lang: doc.lang, dir: doc.dir, "data-label": words.translation }, inner,
      empty ? el("span", { class: "hint", lang: words.lang, dir: "ltr" }, words.not_translated) : null);
    target.range = range;
    return el("tr", {}, el("td", { class: "src", lang: text ? doc.sourceLang : null, dir: text ? doc.sourceDir : null,
      "data-label": words.source }, text ? marked(i, text, [0, text.length], bySource.get(pair) || [], inSource) : "–"), target);
  };
  const head = (label, language) => el("th", { scope: "col" }, fill(label, { language }));
  return el("table", { class: "text pairs", "aria-labelledby": "article-title" },
    el("thead", {}, el("tr", {}, head(words.source_in, doc.sourceLanguage), head(words.translation_in, doc.language))),
    el("tbody", {}, stretches(doc).map(row)));
}

/** What is known of a document, and the way to the page it came from. */
function factsOf(i) {
  const doc = report.documents[i];
  const row = (label, value) => (value ? el("div", {}, el("dt", {}, label), el("dd", {}, value)) : null);
  const outside = (text) => el("bdi", {}, show(text));
  const url = /^https?:/i.test(doc.url)
    ? el("a", { href: doc.url, rel: "noreferrer noopener", target: "_blank" }, show(doc.url)) : doc.url && outside(doc.url);
  return el("dl", { class: "facts-list" },
    row(words.language, doc.pairs.length ? fill(words.from_to, { source: doc.sourceLanguage, target: doc.language }) : doc.language),
    row(words.words, number(doc.words)),
    row(words.number, number(byDocument[i].length)),
    report.scored ? row(words.score_or_band, [doc.score, doc.hold ? [" ", el("span", { class: "held" }, words.hold)] : null]) : null,
    row(words.date, dateText(doc.date) || doc.date && outside(doc.date)),
    row(words.publisher, doc.publisher && outside(doc.publisher)),
    row(words.address, url),
    row(words.file, outside(doc.path)));
}

function drawArticle(i) {
  if (drawnArticle === i) return;
  drawnArticle = i;
  const doc = report.documents[i];
  const [first, last, kind] = doc.blocks[0] || [0, 0, ""];
  const twice = !doc.pairs.length && kind === "heading" && doc.text.slice(first, last).trim() === doc.title.trim();
  const title = el("h2", { id: "article-title", tabindex: "-1", class: twice ? "only-read" : null }, quoted(doc.title, doc));
  const body = doc.text === null ? el("p", { class: "notice" }, words.text_left_out)
    : doc.pairs.length ? pairedText(i) : blockText(i);
  NODE("article").classList.toggle("wide", doc.pairs.length > 0);
  NODE("article-text").replaceChildren(title, factsOf(i), body);
  NODE("article-nav").replaceChildren(el("nav", { class: "pager", "aria-label": words.articles },
    el("a", { class: "button", href: "#articles" }, words.all_articles),
    i > 0 ? el("a", { class: "button", href: articleHref(i - 1) }, words.previous_article) : null,
    i + 1 < report.documents.length ? el("a", { class: "button", href: articleHref(i + 1) }, words.next_article) : null));
}

/** The finding before or after one, in the order of the text. */
function neighbour(finding, by) {
  const all = byDocument[finding.document];
  const next = all[all.indexOf(finding) + by];
  return next ? `#article/${next.document}/f-${encodeURIComponent(next.id)}` : null;
}

/** Puts findings beside the text, the one that was asked for first. */
function fillMargin(findings, hint) {
  NODE("margin").classList.toggle("idle", !findings.length);
  if (!findings.length) {
    NODE("margin-body").replaceChildren(el("p", { class: "hint" }, hint));
    return;
  }
  const [first] = findings;
  const way = (by, label) => {
    const href = neighbour(first, by);
    return href ? el("a", { class: "button", href }, label) : null;
  };
  NODE("margin-body").replaceChildren(
    el("nav", { class: "pager", "aria-label": words.passage }, way(-1, words.previous_finding), way(1, words.next_finding),
      el("a", { class: "button", href: articleHref(first.document) }, words.close)),
    el("ol", { class: "cards" }, findings.map((finding) => findingCard(finding, 4))));
}

/** Marks a range that is no finding: a mention, or the other form. */
function pointAt([start, end], doc) {
  const block = [...NODE("article-text").querySelectorAll(".block")]
    .find((node) => node.range && node.range[0] <= start && start < node.range[1]);
  if (!block) return null;
  const [first, last] = block.range, stop = Math.min(end, last);
  const cut = (from, to) => marked(doc, report.documents[doc].text, [from, to], byDocument[doc]);
  const here = el("mark", { class: "here", tabindex: "-1" }, cut(start, stop));
  block.replaceChildren(...[cut(first, start), here, cut(stop, last)].flat(Infinity));
  drawnArticle = -1; // the next visit draws the text afresh
  return here;
}

/** Shows one article; `place` is "f-ID" of a finding, "START-END", or empty. */
function openArticle(i, place) {
  drawArticle(i);
  const links = [...NODE("article-text").querySelectorAll("a.marked")];
  links.forEach((link) => link.classList.remove("current"));
  fillMargin([], byDocument[i].length ? words.passage_hint : words.clean);
  if (place.startsWith("f-")) {
    const id = place.slice(2);
    const own = links.filter((link) => link.findings.some((finding) => finding.id === id));
    if (!own.length) return null;
    own.forEach((link) => link.classList.add("current"));
    const all = new Set(own.flatMap((link) => link.findings));
    fillMargin([...all].sort((a, b) => (b.id === id) - (a.id === id)), "");
    return own.find((link) => !link.closest(".src")) || own[0];
  }
  const range = /^(\d+)-(\d+)$/.exec(place);
  return range ? pointAt([Number(range[1]), Number(range[2])], i) : null;
}

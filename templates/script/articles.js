// The articles: a list of them, and one whole text with its findings marked.

const ARTICLES_WINDOW = 200; // rows drawn at a time
const BLOCK_TAGS = { heading: "h3", quotation: "blockquote", caption: "p" };
let byDocument = []; // open findings of each document
let drawnArticle = -1;

function articleRow(i) {
  const doc = report.documents[i];
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: articleHref(i) }, quoted(doc.title, doc)), " ",
      el("bdi", { class: "place" }, show(doc.path))),
    el("td", { "data-label": words.language }, doc.language),
    el("td", { class: "number", "data-label": words.words }, number(doc.words)),
    report.scored ? el("td", { class: "number", "data-label": words.score_or_band },
      doc.hold ? [el("span", { class: "held" }, words.hold), " "] : null, doc.score) : null,
    el("td", { class: "number", "data-label": words.number }, number(byDocument[i].length)));
}

/** Shows the list of articles. */
function openArticles(query) {
  const sought = query.get("q") || "", page = Math.max(0, (Number(query.get("page")) || 1) - 1);
  const wanted = folded(sought);
  const all = [...report.documents.keys()].filter((i) => !wanted
    || folded(`${report.documents[i].title}\n${report.documents[i].path}`).includes(wanted));
  NODE("article-search").elements.q.value = sought;
  NODE("article-list").replaceChildren(
    ...all.slice(page * ARTICLES_WINDOW, (page + 1) * ARTICLES_WINDOW).map(articleRow));
  const href = (target) => `#articles?${new URLSearchParams({ q: sought, page: target + 1 })}`;
  NODE("articles-pager").replaceChildren(pager(all.length, page, ARTICLES_WINDOW, href));
}

/** Cuts `[start, end)` at every edge of a finding; each piece knows the findings that cover it. */
function pieces(start, end, findings) {
  const inside = findings.filter(({ at }) => at[0] < end && at[1] > start
    || at[0] === at[1] && at[0] >= start && at[0] <= end);
  const edges = new Set([start, end]);
  for (const { at } of inside) for (const edge of at) if (edge > start && edge < end) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b), found = [];
  cuts.forEach((cut, i) => {
    const points = inside.filter(({ at }) => at[0] === at[1] && at[0] === cut);
    if (points.length) found.push({ from: cut, to: cut, findings: points });
    const next = cuts[i + 1];
    if (next === undefined) return;
    found.push({ from: cut, to: next, findings: inside.filter(({ at }) => at[0] < next && at[1] > cut) });
  });
  return found;
}

/** One piece of text, as a link to its findings where it has any. The shortest finding leads. */
function pieceNode(piece, i, text) {
  const shown = piece.from === piece.to ? ["‸"] : show(text.slice(piece.from, piece.to));
  if (!piece.findings.length) return shown;
  const inner = [...piece.findings].sort((a, b) => (a.at[1] - a.at[0]) - (b.at[1] - b.at[0]))[0];
  const worst = [...piece.findings].sort((a, b) => a.rank - b.rank)[0];
  const link = el("a", {
    class: `marked c-${worst.class}${piece.findings.length > 1 ? " several" : ""}`,
    href: `#article/${i}/f-${encodeURIComponent(inner.id)}`,
    title: piece.findings.map((finding) => inert(finding.message)).join("\n"),
  }, shown);
  link.findings = piece.findings;
  return link;
}

function drawArticle(i) {
  if (drawnArticle === i) return;
  drawnArticle = i;
  const doc = report.documents[i], found = byDocument[i];
  const body = doc.blocks.map(([start, end, kind]) => {
    const node = el(BLOCK_TAGS[kind] || "p", { class: `block ${kind}` },
      pieces(start, end, found).map((piece) => pieceNode(piece, i, doc.text)));
    node.range = [start, end];
    return node;
  });
  const [first, last, kind] = doc.blocks[0] || [0, 0, ""];
  const twice = kind === "heading" && doc.text.slice(first, last).trim() === doc.title.trim();
  const title = el("h2", { id: "article-title", tabindex: "-1", class: twice ? "only-read" : null },
    quoted(doc.title, doc));
  const facts = [doc.language, count(words.words_count, doc.words), count(words.findings_count, found.length)];
  NODE("article-text").replaceChildren(title,
    el("p", { class: "audited" }, facts.join(" · "), " ", el("bdi", { class: "place" }, show(doc.path))),
    el("div", { class: "text", lang: doc.lang, dir: doc.dir }, body));
  NODE("article-nav").replaceChildren(el("nav", { class: "pager", "aria-label": words.articles },
    el("a", { class: "button", href: "#articles" }, words.all_articles),
    i > 0 ? el("a", { class: "button", href: articleHref(i - 1) }, words.previous_article) : null,
    i + 1 < report.documents.length ? el("a", { class: "button", href: articleHref(i + 1) }, words.next_article) : null));
}

/** Puts findings beside the text. */
function fillMargin(findings, hint) {
  NODE("margin").classList.toggle("idle", !findings.length);
  NODE("margin-body").replaceChildren(...(findings.length
    ? [el("ol", { class: "cards" }, findings.map((finding) => findingCard(finding, 4))),
      el("p", {}, el("a", { class: "button", href: articleHref(findings[0].document) }, words.close))]
    : [el("p", { class: "hint" }, hint)]));
}

/** Marks a range that is no finding: a mention, or the other form. */
function pointAt([start, end], doc) {
  const block = [...NODE("article-text").querySelectorAll(".block")]
    .find((node) => node.range[0] <= start && start < node.range[1]);
  if (!block) return null;
  const [first, last] = block.range, stop = Math.min(end, last);
  const cut = (from, to) => pieces(from, to, byDocument[doc])
    .map((piece) => pieceNode(piece, doc, report.documents[doc].text));
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
    return own[0];
  }
  const range = /^(\d+)-(\d+)$/.exec(place);
  return range ? pointAt([Number(range[1]), Number(range[2])], i) : null;
}

// The list of articles.

const ARTICLES_WINDOW = 200; // rows drawn at a time
let byDocument = []; // open findings of each document

function articleRow(i) {
  const doc = report.documents[i];
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: articleHref(i) }, quoted(doc.title, doc)), " ",
      el("span", { class: "place" }, [dateText(doc.date), doc.publisher, doc.path].filter(Boolean)
        .map((fact, n) => [n ? " · " : null, el("bdi", {}, show(fact))]))),
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

function readyArticles() {
  const form = NODE("article-search");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.q.addEventListener("input", calmly(() => {
    const query = new URLSearchParams({ q: form.elements.q.value });
    history.replaceState(null, "", `#articles?${query}`);
    openArticles(query);
  }));
}

// The names: cards with their forms, and every mention in context, aligned on the form.

const NAMES_WINDOW = 100; // cards drawn at a time
const CONTEXT = 90; // UTF-16 units of context on either side of a mention: more than fits a line
const LINES = 100; // mentions of one form drawn at a time

function formRow(form, text) {
  const label = { proposed: words.role_proposed, departs: words.role_departs, other: words.role_other }[form.role];
  return el("tr", { class: `role-${form.role}` },
    el("th", { scope: "row", "data-label": words.form }, quoted(form.text, text)),
    el("td", { class: "number", "data-label": words.uses }, number(form.count)),
    el("td", { class: "number", "data-label": words.documents }, number(form.documents)),
    el("td", { "data-label": words.standing }, el("span", { class: "role" }, label),
      form.expected ? [" ", el("span", { class: "variant" }, form.variant), " ",
        el("span", { class: "because" }, `${words.should_be} `,
          el("strong", {}, quoted(form.expected, text)), ". ", said(form.because))] : null));
}

function formTable(name) {
  const head = (text, kind) => el("th", { scope: "col", class: kind }, text);
  return el("table", { class: "forms" },
    el("thead", {}, el("tr", {}, head(words.form), head(words.uses, "number"),
      head(words.documents, "number"), head(words.standing))),
    el("tbody", {}, name.forms.map((form) => formRow(form, name))));
}

/** One line of the concordance. */
function line([doc, start, end, row]) {
  const { text, lang, dir, title, path } = report.documents[doc];
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - CONTEXT, 0);
  const stop = text.indexOf("\n", end);
  const to = Math.min(stop < 0 ? text.length : stop, end + CONTEXT);
  return el("li", { class: "line" },
    el("span", { class: "context", lang, dir },
      el("span", { class: "before" }, el("span", {}, show(text.slice(from, start)))),
      el("b", { class: "node" }, show(text.slice(start, end))),
      el("span", { class: "after" }, show(text.slice(end, to)))),
    el("a", { class: "seat", href: articleHref(doc, [start, end]), title: inert(path) },
      quoted(title, { lang, dir }), el("span", {}, fill(words.line, { n: number(row) }))));
}

/** The lines of one form, `LINES` at a time. */
function lines(form, mentions, text) {
  const list = el("ol", { class: "kwic" });
  const more = el("button", { type: "button", class: "button", onclick: draw });
  function draw() {
    const drawn = list.children.length;
    list.append(...mentions.slice(drawn, drawn + LINES).map(line));
    const left = mentions.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = fill(words.next, { n: number(Math.min(left, LINES)) });
  }
  draw();
  return el("div", { class: `form-group role-${form.role}` },
    el("h4", {}, quoted(form.text, text), " ", el("span", { class: "count" }, count(words.times, mentions.length))),
    list, more);
}

/** The concordance of a name, drawn when it is first opened. */
function concordance(name) {
  const box = el("details", { class: "concordance" },
    el("summary", {}, count(words.mentions_count, name.mentions.length)));
  box.draw = () => {
    if (box.children.length > 1) return;
    name.forms.forEach((form, i) => {
      const mentions = name.mentions.filter((mention) => mention[4] === i);
      if (mentions.length) box.append(lines(form, mentions, name));
    });
  };
  box.addEventListener("toggle", () => { if (box.open) box.draw(); });
  return name.mentions.length ? box : null;
}

function nameCard(name) {
  const card = el("li", { class: "card name", "data-id": inert(name.id) },
    el("p", { class: "card-top" }, el("span", { class: "kind" }, name.kind)),
    el("h3", { tabindex: "-1" }, quoted(name.title, name)),
    el("p", { class: "ground" }, el("span", { class: "label" }, words.ground), " ",
      el("strong", {}, name.basis), ". ", said(name.because), " ",
      el("span", { class: "sure" }, `${words.confidence} ${name.confidence}`)),
    formTable(name),
    actions("name", name),
    concordance(name));
  card.row = name;
  return card;
}

/** Goes to one name and opens its concordance; the names that depart come first in the data. */
function openName(i) {
  const departing = report.names.filter((name) => name.departs).length, folded_ = i >= departing;
  openNames(new URLSearchParams({ page: folded_ ? "1" : String(Math.floor(i / NAMES_WINDOW) + 1) }));
  const list = NODE(folded_ ? "short-name-list" : "name-list");
  if (folded_) {
    NODE("short-names").open = true;
    while (list.children.length <= i - departing) list.nextElementSibling.click();
  }
  const card = list.children[folded_ ? i - departing : i % NAMES_WINDOW];
  const box = card.querySelector("details");
  if (box) box.open = true;
  return card.querySelector("h3");
}

/** Shows one page of the names that depart, and those with short forms folded below. */
function openNames(query) {
  const names = report.names.filter((name) => name.departs);
  const page = Math.max(0, (Number(query.get("page")) || 1) - 1);
  const part = names.slice(page * NAMES_WINDOW, (page + 1) * NAMES_WINDOW);
  NODE("name-list").replaceChildren(...part.map(nameCard));
  NODE("names-pager").replaceChildren(...(names.length > NAMES_WINDOW
    ? [pager(names.length, page, NAMES_WINDOW, (target) => `#names?page=${target + 1}`)] : []));
  const folder = NODE("short-names");
  if (!folder || folder.dataset.ready) return;
  folder.dataset.ready = "yes";
  const list = NODE("short-name-list");
  const short = report.names.filter((name) => !name.departs);
  const more = el("button", { type: "button", class: "button", onclick: draw });
  function draw() {
    const drawn = list.children.length;
    list.append(...short.slice(drawn, drawn + NAMES_WINDOW).map(nameCard));
    const left = short.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = fill(words.next, { n: number(Math.min(left, NAMES_WINDOW)) });
  }
  list.replaceChildren();
  list.after(more);
  draw();
}

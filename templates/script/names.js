// The names: cards with their forms, their spread and their concordance.

const NAMES_WINDOW = 100; // cards drawn at a time

function formRow(form, text) {
  const label = { proposed: words.role_proposed, departs: words.role_departs, other: words.role_other }[form.role];
  return el("tr", { class: `role-${form.role}` },
    el("th", { scope: "row", "data-label": words.form }, quoted(form.text, text)),
    el("td", { class: "number", "data-label": words.uses }, number(form.count)),
    el("td", { class: "number", "data-label": words.documents }, number(form.documents)),
    el("td", { "data-label": words.standing }, el("span", { class: "role" }, label),
      form.expected ? [" ", el("span", { class: "variant" }, form.variant), " ",
        el("span", { class: "because" }, `${words.should_be} `,
          el("strong", {}, quoted(form.expected, text)), ". ",
          el("span", { lang: ruleLang() }, said(form.because)))] : null));
}

function formTable(name) {
  const head = (text, kind) => el("th", { scope: "col", class: kind }, text);
  return el("table", { class: "forms" },
    el("thead", {}, el("tr", {}, head(words.form), head(words.uses, "number"),
      head(words.documents, "number"), head(words.standing))),
    el("tbody", {}, name.forms.map((form) => formRow(form, name))));
}

function nameCard(name) {
  const card = el("li", { class: "card name", tabindex: "-1", "data-id": inert(name.id) },
    el("p", { class: "card-top" }, el("span", { class: "kind" }, name.kind)),
    el("h3", { tabindex: "-1" }, quoted(name.title, name)),
    el("p", { class: "ground" }, el("span", { class: "label" }, words.ground), " ",
      el("strong", {}, name.basis), ". ", el("span", { lang: ruleLang() }, said(name.because)), " ",
      el("span", { class: "sure" }, `${words.confidence} ${name.confidence}`)),
    formTable(name),
    actions("name", name),
    spread(name),
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
  const box = card.querySelector(".concordance");
  if (box) box.open = true;
  return card.querySelector("h3");
}

/** The names that depart and match what is sought. */
function namesSought(query) {
  const sought = folded(query.get("q") || ""), kind = query.get("kind") || "";
  return report.names.filter((name) => name.departs && (!kind || name.kind === kind)
    && (!sought || name.haystack.includes(sought)));
}

/** Shows one page of the names that depart, and those with short forms folded below. */
function openNames(query) {
  const names = namesSought(query), { elements } = NODE("name-search");
  elements.q.value = query.get("q") || "";
  elements.kind.value = query.get("kind") || "";
  const page = Math.max(0, (Number(query.get("page")) || 1) - 1);
  const part = names.slice(page * NAMES_WINDOW, (page + 1) * NAMES_WINDOW);
  NODE("name-list").replaceChildren(...part.map(nameCard));
  const href = (to) => `#names?${new URLSearchParams({ q: elements.q.value, kind: elements.kind.value, page: to + 1 })}`;
  NODE("names-pager").replaceChildren(...(names.length || !report.names.length
    ? names.length > NAMES_WINDOW ? [pager(names.length, page, NAMES_WINDOW, href)] : []
    : [el("p", { class: "intro" }, words.no_name)]));
  drawShort();
}

/** The names whose only other forms are short ones, some at a time. */
function drawShort() {
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

function readyNames() {
  const form = NODE("name-search"), departing = report.names.filter((name) => name.departs);
  for (const name of departing) {
    name.haystack = folded([name.title, ...name.forms.map((each) => each.text)].join("\n"));
  }
  const kinds = [...new Set(departing.map((name) => name.kind))].sort();
  form.elements.kind.append(...kinds.map((kind) => el("option", { value: kind }, kind)));
  form.hidden = departing.length < 2;
  const apply = () => {
    const query = new URLSearchParams({ q: form.elements.q.value, kind: form.elements.kind.value });
    history.replaceState(null, "", `#names?${query}`);
    openNames(query);
  };
  form.addEventListener("change", (event) => { if (event.target.name === "kind") apply(); });
  const calm = calmly(apply);
  form.elements.q.addEventListener("input", calm);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    calm.cancel();
    apply();
    NODE("name-list").querySelector("h3")?.focus();
  });
}

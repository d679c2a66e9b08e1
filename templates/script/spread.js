// Where the forms of a name stand: over the documents, in the order of their dates.

const STRIP = 640; // width of the drawing in its own units
const ROW = 22;
const GAP = 4;
const TABLE_ROWS = 60; // documents the table names; the concordance has all

/** The documents in which a name stands, oldest first, with the uses of each form. */
function spreadOf(name) {
  const uses = new Map();
  for (const [doc, , , , form] of name.mentions) {
    if (!uses.has(doc)) uses.set(doc, name.forms.map(() => 0));
    if (form >= 0) uses.get(doc)[form] += 1;
  }
  const date = (doc) => report.documents[doc].date;
  return [...uses].sort(([a], [b]) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : a - b));
}

/** One row of bars for each form, one column for each document; a taller bar is more uses. */
function strip(name, columns, shown) {
  const wide = STRIP / columns.length, most = Math.max(...columns.flatMap(([, uses]) => uses));
  const drawing = svg("svg", { class: "strip", viewBox: `0 0 ${STRIP} ${shown.length * ROW}`,
    preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" });
  shown.forEach(({ form, i }, row) => {
    const floor = (row + 1) * ROW - GAP;
    drawing.append(svg("line", { x1: 0, x2: STRIP, y1: floor, y2: floor,
      "vector-effect": "non-scaling-stroke" }));
    columns.forEach(([, uses], column) => {
      if (!uses[i]) return;
      const high = Math.max(4, (ROW - 2 * GAP) * uses[i] / most), width = Math.max(1, Math.min(14, wide - 1));
      drawing.append(svg("rect", { class: `bar-${form.role}`, x: column * wide + (wide - width) / 2,
        y: floor - high, width, height: high }));
    });
  });
  return drawing;
}

/** The same as a table. */
function spreadTable(name, columns, shown) {
  const head = (child, kind) => el("th", { scope: "col", class: kind }, child);
  return el("section", { class: "scroll", tabindex: "0", "aria-label": `${words.spread_table}: ${inert(name.title)}` },
    el("table", { class: "grid" },
      el("thead", {}, el("tr", {}, head(words.date), head(words.document),
        shown.map(({ form }) => head(quoted(form.text, name), "number")))),
      el("tbody", {}, columns.slice(0, TABLE_ROWS).map(([doc, uses]) => el("tr", {},
        el("td", {}, dateText(report.documents[doc].date) || "–"),
        el("th", { scope: "row" }, el("a", { href: articleHref(doc) },
          quoted(report.documents[doc].title, report.documents[doc]))),
        shown.map(({ i }) => el("td", { class: "number" }, uses[i] ? number(uses[i]) : "")))))),
    columns.length > TABLE_ROWS
      ? el("p", { class: "hint" }, fill(words.spread_more, { n: number(columns.length - TABLE_ROWS) })) : null);
}

/** Drawing and table, made when first opened; a name of one document has nothing to spread. */
function spread(name) {
  const columns = spreadOf(name);
  if (columns.length < 2) return null;
  const shown = name.forms.map((form, i) => ({ form, i })).filter(({ i }) => columns.some(([, uses]) => uses[i]));
  const box = el("details", { class: "over-documents" }, el("summary", {}, count(words.spread, columns.length)));
  const ends = [columns[0], columns[columns.length - 1]].map(([doc]) => dateText(report.documents[doc].date));
  box.draw = () => {
    if (box.children.length > 1) return;
    box.append(
      el("div", { class: "strip-frame" },
        el("ul", { class: "strip-names", "aria-hidden": "true" }, shown.map(({ form }) => el("li", {}, quoted(form.text, name)))),
        strip(name, columns, shown)),
      ends.every(Boolean) ? el("p", { class: "strip-ends", "aria-hidden": "true" }, ends.map((end) => el("span", {}, end))) : "",
      spreadTable(name, columns, shown));
  };
  box.addEventListener("toggle", () => { if (box.open) box.draw(); });
  return box;
}

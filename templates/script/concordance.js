// Every mention of a name in context, aligned on the name, in the order one asks for.

const CONTEXT = 90; // UTF-16 units of context on either side of a mention: more than fits a line
const LINES = 100; // mentions drawn at a time
const SOURCE_LINE = 200; // UTF-16 units of the source shown under a line
const ORDERS = ["form", "before", "after", "document", "date"];

/** The text around a mention, within its paragraph. */
function around([doc, start, end]) {
  const { text } = report.documents[doc];
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - CONTEXT, 0);
  const stop = text.indexOf("\n", end);
  const to = Math.min(stop < 0 ? text.length : stop, end + CONTEXT);
  return [text.slice(from, start), text.slice(start, end), text.slice(end, to)];
}

/** What a mention is sorted by. The words before are compared from the name outwards. */
const SORT_KEYS = {
  before: (mention) => folded(around(mention)[0]).split(/\s+/u).reverse().join(" ").trim(),
  after: (mention) => folded(around(mention)[2]).replace(/^[\s\p{P}]+/u, ""),
  date: (mention) => report.documents[mention[0]].date,
};

/** The mentions in an order, those of one key as they stand in the feed. */
function ordered(mentions, order) {
  const key = SORT_KEYS[order];
  if (!key) return mentions;
  const { compare } = new Intl.Collator(words.lang);
  return mentions.map((mention) => [key(mention), mention])
    .sort(([a], [b]) => compare(a, b)).map(([, mention]) => mention);
}

/** The source beside a mention, if its document has one. */
function sourceLine([doc, start, end]) {
  const { pairs, sourceLang, sourceDir } = report.documents[doc];
  const pair = pairs.find((one) => one[0] <= start && end <= one[1]);
  if (!pair || !pair[2].trim()) return null;
  const text = pair[2].length > SOURCE_LINE ? `${pair[2].slice(0, SOURCE_LINE)} …` : pair[2];
  return el("span", { class: "source-line", lang: sourceLang, dir: sourceDir }, show(text));
}

/** One line of the concordance. */
function line(mention, departs) {
  const [doc, start, end, row] = mention, [before, node, after] = around(mention);
  const { lang, dir, title, path, date } = report.documents[doc];
  return el("li", { class: "line" },
    el("span", { class: "context", lang, dir },
      el("span", { class: "before" }, el("span", {}, show(before))),
      el("b", { class: departs ? "node departs" : "node" }, show(node)),
      el("span", { class: "after" }, show(after))),
    el("a", { class: "seat", href: articleHref(doc, [start, end]), title: inert(path) },
      quoted(title, { lang, dir }),
      el("span", {}, dateText(date) || fill(words.line, { n: number(row) }))),
    sourceLine(mention));
}

/** A list of lines, `LINES` at a time. */
function lineList(name, mentions) {
  const list = el("ol", { class: "kwic" });
  const more = el("button", { type: "button", class: "button", onclick: draw });
  function draw() {
    const drawn = list.children.length;
    list.append(...mentions.slice(drawn, drawn + LINES)
      .map((mention) => line(mention, name.forms[mention[4]]?.role === "departs")));
    const left = mentions.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = fill(words.next, { n: number(Math.min(left, LINES)) });
  }
  draw();
  return [list, more];
}

/** The lines of each form under its heading. */
function formGroups(name) {
  return name.forms.map((form, i) => {
    const mentions = name.mentions.filter((mention) => mention[4] === i);
    return mentions.length ? el("div", { class: `form-group role-${form.role}` },
      el("h4", {}, quoted(form.text, name), " ", el("span", { class: "count" }, count(words.times, mentions.length))),
      lineList(name, mentions)) : null;
  });
}

/** The concordance of a name, drawn when it is first opened. */
function concordance(name) {
  if (!name.mentions.length) return null;
  const lines = el("div", { class: "lines" });
  const box = el("details", { class: "concordance" },
    el("summary", {}, count(words.mentions_count, name.mentions.length)));
  const dated = name.mentions.some(([doc]) => report.documents[doc].date);
  const order = el("select", { onchange: draw }, ORDERS.filter((one) => one !== "date" || dated)
    .map((one) => el("option", { value: one }, words[`order_${one}`])));
  function draw() {
    lines.replaceChildren(...(order.value === "form" ? formGroups(name).filter(Boolean)
      : [el("div", { class: "form-group" }, lineList(name, ordered(name.mentions, order.value)))]));
  }
  box.draw = () => {
    if (lines.isConnected) return;
    box.append(el("label", { class: "order" }, words.sort, " ", order), lines);
    draw();
  };
  box.addEventListener("toggle", () => { if (box.open) box.draw(); });
  return box;
}

// Small tools for drawing. Text from outside goes through `show` or `inert`, never into markup.

let report = null; // the unpacked data
let words = {}; // what the page itself says
let hidden = /(?!)/gu; // invisible characters
let quotation = /(?!)/u; // what a sentence quotes
let plural = null;

const NODE = (id) => document.getElementById(id);

/** An element; `props` are attributes, `on…` listeners; children are nodes, texts or lists. */
function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

/** The label and the full name of an invisible character. */
function nameOf(char) {
  const number = `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return report.hidden.names[char] || [number, number];
}

/** Text from outside as nodes, each invisible character as a mark that names it. */
function show(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(hidden)) {
    if (found.index > at) nodes.push(text.slice(at, found.index));
    const [short, full] = nameOf(found[0]);
    nodes.push(el("span", { class: "hidden-char", title: full }, short));
    at = found.index + found[0].length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** A sentence of ours as nodes; what it quotes may run the other way and is kept apart. */
function said(text) {
  return text.split(quotation).filter(Boolean)
    .map((part) => (quotation.test(part) ? el("bdi", {}, show(part)) : show(part)));
}

/** Text from outside for places that take no elements: options, titles. */
function inert(text) {
  return text.replace(hidden, (char) => `⟨${nameOf(char)[0]}⟩`);
}

/** A name or form inside a sentence of ours. */
function quoted(text, { lang, dir } = { lang: null, dir: "auto" }) {
  return el("bdi", { lang, dir }, show(text));
}

/** A sentence with its values put in. */
function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

const number = (n) => n.toLocaleString(words.lang);

/** The right plural of a phrase. */
function count(phrase, n) {
  return fill(phrase[plural.select(n)] || phrase.other, { n: number(n) });
}

const chip = (kind) => el("span", { class: `chip c-${kind}` }, words[`class_${kind}`]);

/** A link to a place in an article. */
function articleHref(doc, range) {
  return range ? `#article/${doc}/${range[0]}-${range[1]}` : `#article/${doc}`;
}

/** "1–200 of 3,456" and links to the neighbouring pages of a list. */
function pager(total, page, size, href) {
  const from = page * size, to = Math.min(total, from + size);
  const where = el("span", { class: "where" },
    fill(words.showing, { from: number(Math.min(from + 1, total)), to: number(to), n: number(total) }));
  if (total <= size) return el("div", { class: "pager" }, where);
  const step = (target, words_) => el("a", { class: "button", href: href(target) }, words_);
  return el("nav", { class: "pager", "aria-label": words.pages }, where,
    page > 0 ? step(page - 1, fill(words.previous, { n: number(size) })) : null,
    to < total ? step(page + 1, fill(words.next, { n: number(Math.min(size, total - to)) })) : null);
}

/** Calls `act` once typing has paused; `cancel` forgets what was typed. */
function calmly(act) {
  const PAUSE = 150; // milliseconds: shorter than a reader notices, longer than a keystroke
  let timer = 0;
  const calm = () => { clearTimeout(timer); timer = setTimeout(act, PAUSE); };
  calm.cancel = () => clearTimeout(timer);
  return calm;
}

/** Text as it is searched: letter case and compatibility forms make no difference. */
const folded = (text) => text.normalize("NFKC").toLocaleLowerCase();

/** What rules say is English; a page in another language marks it so. */
const ruleLang = () => (words.lang === "en" ? null : "en");

/** What a family of rules is called. */
const familyName = (letters) => words[`family_${letters.toLowerCase()}`] || letters;

/** A date as the language of the page writes it; only whole ISO dates are known. */
function dateText(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!found) return "";
  const [, year, month, day] = found.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.toLocaleDateString(words.lang, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
}

/** Says a short thing that passes: for the eye at the foot of the page, and aloud. */
function toast(sentence) {
  const box = NODE("toast");
  box.textContent = sentence;
  box.classList.add("shown");
  clearTimeout(box.timer);
  box.timer = setTimeout(() => box.classList.remove("shown"), 2500);
}

/** Copies a text; where the browser refuses, shows it to be copied by hand. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  } catch {
    const field = el("input", { readonly: true, value: text, "aria-label": words.copy_by_hand });
    const box = el("dialog", { class: "help", "aria-label": words.copy_by_hand },
      el("p", {}, words.copy_by_hand), field,
      el("form", { method: "dialog" }, el("button", { type: "submit", class: "button" }, words.close)));
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
    field.select();
  }
}

const SVG = "http://www.w3.org/2000/svg"; // a name, which nobody looks up

/** An element of a drawing. */
function svg(tag, props, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

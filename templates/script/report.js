// Unpacks the data, draws the part of the report that the address names, and follows the address.

/** Says a sentence at the head of the page. */
function tell(sentence) {
  const box = NODE("problem");
  box.textContent = sentence;
  box.hidden = !sentence;
}

/** Shows one part and marks it in the navigation. */
function showView(id) {
  for (const view of document.querySelectorAll(".view")) view.classList.toggle("current", view.id === id);
  const part = id === "article" ? "articles" : id;
  document.title = `${words[part]} – ${words.title}`;
  for (const link of document.querySelectorAll(".parts a")) {
    if (link.getAttribute("href") === `#${part}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Takes keyboard and eye to a node; what is in sight already does not move. */
function goTo(node, near) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: near ? "nearest" : "center" });
}

/** What stands in the address after "#"; broken escapes are read as they are. */
function address() {
  const raw = location.hash.slice(1);
  try { return decodeURIComponent(raw); } catch { return raw; }
}

/** Draws what the address names; `first` is the call at the start, which leaves the focus alone. */
function follow(first) {
  tell("");
  const where = address(), [path, ...rest] = where.split("?");
  if (path === "main") return;
  if (where.startsWith("f-")) {
    showView("findings");
    const card = openFinding(where.slice(2));
    if (card) goTo(card);
    return;
  }
  const [part, which, ...place] = path.split("/");
  if (part === "article" && report.documents[which]) {
    const same = NODE("article").classList.contains("current") && drawnArticle === Number(which);
    showView("article");
    const node = openArticle(Number(which), place.join("/"));
    if (node) goTo(node, same);
    else if (!same) begin(first, "article-title");
    return;
  }
  if (part === "name" && report.names[which]) {
    showView("names");
    goTo(openName(Number(which)));
    return;
  }
  const raw = location.hash.split("?").slice(1).join("?");
  const open = { names: openNames, findings: openFindings, articles: openArticles }[part] || extraParts.get(part)?.open;
  const known = open || part === "unchecked" ? part : "summary";
  showView(known);
  const node = open?.(new URLSearchParams(rest.length ? raw : ""));
  if (node) goTo(node);
  else begin(first, `${known}-title`);
}

/** A part is read from its heading. */
function begin(first, title) {
  if (first) return;
  scrollTo(0, 0);
  NODE(title).focus({ preventScroll: true });
}

const PAPER_NAMES = 30; // cards of names on paper
const PAPER_FINDINGS = 5; // findings of each rule on paper

/** The worst findings of each rule, for paper. */
function paperFindings() {
  const groups = new Map();
  for (const finding of chosen({})) {
    if (!groups.has(finding.rule)) groups.set(finding.rule, []);
    groups.get(finding.rule).push(finding);
  }
  return [...groups].flatMap(([rule, all]) => [
    el("h3", {}, el("span", { lang: ruleLang() }, show(all[0].name)), ` ${rule} `,
      el("span", { class: "count" }, count(words.findings_count, all.length))),
    el("ol", { class: "cards" }, all.slice(0, PAPER_FINDINGS).map((finding) => findingCard(finding, 4)))]);
}

/** On paper: the names with a few lines each, the worst findings of each rule. */
function readyPrint() {
  addEventListener("beforeprint", () => {
    if (!NODE("name-list").querySelector(".concordance")) openNames(new URLSearchParams());
    for (const box of [...document.querySelectorAll("#name-list .concordance")].slice(0, PAPER_NAMES)) {
      box.draw();
      box.open = true;
    }
    NODE("paper-findings").replaceChildren(...paperFindings());
  });
  addEventListener("afterprint", () => NODE("paper-findings").replaceChildren());
}

async function start() {
  report = await unpack(globalThis.mtauditData || NODE("data").content.textContent);
  words = report.strings;
  hidden = new RegExp(report.hidden.pattern, "gu");
  quotation = new RegExp(report.hidden.quoted, "u");
  plural = new Intl.PluralRules(words.lang);
  byDocument = report.documents.map(() => []);
  for (const finding of report.findings) {
    if (finding.state !== "suppressed") byDocument[finding.document].push(finding);
  }
  for (const node of document.querySelectorAll(".static-only")) node.remove();
  for (const link of document.querySelectorAll("a[data-hash]")) link.setAttribute("href", link.dataset.hash);
  readyFilters();
  readyNames();
  readyArticles();
  readyKeys();
  readyPrint();
  for (const { ready } of extraParts.values()) await ready();
  addEventListener("hashchange", () => follow(false));
  follow(true);
  document.documentElement.classList.add("ready");
}

readyTheme();
start().catch((reason) => {
  // Without its data the page is what it is without its script.
  document.documentElement.classList.remove("js");
  tell(fill(NODE("problem").dataset.broken, { reason }));
});

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
    openFinding(where.slice(2));
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
  const open = { names: openNames, findings: openFindings, articles: openArticles }[part];
  const known = open || part === "unchecked" ? part : "summary";
  showView(known);
  if (open) open(new URLSearchParams(rest.length ? raw : ""));
  begin(first, `${known}-title`);
}

/** A part is read from its heading. */
function begin(first, title) {
  if (first) return;
  scrollTo(0, 0);
  NODE(title).focus({ preventScroll: true });
}

/** The switch between light and dark; it says and remembers what was chosen. */
function readyTheme() {
  const root = document.documentElement, button = NODE("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const say = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("mtaudit-theme", root.dataset.theme); } catch { /* not remembered */ }
    say();
  });
  system.addEventListener("change", say);
  button.hidden = false;
  say();
}

/** On paper, the names that were looked at, or else the first, stand with their concordances. */
function readyPrint() {
  addEventListener("beforeprint", () => {
    if (!document.querySelector(".concordance")) openNames(new URLSearchParams());
    for (const box of document.querySelectorAll("#names .concordance")) {
      box.draw();
      box.open = true;
    }
  });
}

async function start() {
  report = await unpack(NODE("data").content.textContent);
  words = report.strings;
  hidden = new RegExp(report.hidden.pattern, "gu");
  quotation = new RegExp(report.hidden.quoted, "u");
  plural = new Intl.PluralRules(words.lang);
  byDocument = report.documents.map(() => []);
  for (const finding of report.findings) {
    if (finding.state !== "suppressed") byDocument[finding.document].push(finding);
  }
  for (const node of document.querySelectorAll(".static-only")) node.remove();
  readyFilters();
  readyPrint();
  NODE("article-search").addEventListener("submit", (event) => event.preventDefault());
  NODE("article-search").elements.q.addEventListener("input", calmly(() => {
    const query = new URLSearchParams({ q: NODE("article-search").elements.q.value });
    history.replaceState(null, "", `#articles?${query}`);
    openArticles(query);
  }));
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

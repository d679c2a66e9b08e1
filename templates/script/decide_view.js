// The part “Decisions”: how far one is, all that was decided, the way out of the page and back in.

/** How many findings that ask for a decision have one. */
function progress() {
  const open = report.findings.filter((finding) => standing(finding) && ["error", "query"].includes(finding.class));
  return [open.filter(isDecided).length, open.length];
}

const DECISIONS_WINDOW = 200; // lines drawn: a long list is for the file, not for the eye

/** One decision in the list, with the way to its card and back out. */
function decisionLine([key, made]) {
  const { kind, id } = made.target;
  const rows = kind === "name" ? report.names : report.findings, i = rows.findIndex((each) => each.id === id);
  const row = rows[i], href = kind === "name" ? `#name/${i}` : `#f-${encodeURIComponent(id)}`;
  const title = !row ? inert(id) : kind === "name" ? quoted(row.title, row) : said(row.message);
  const remove = () => {
    if (row) undo(kind, row);
    else if (decisions.delete(key)) { keeper.save([...decisions.values()]); for (const each of onDecision) each(); }
    NODE("decisions-title").focus();
  };
  return el("li", {}, row ? el("a", { href }, title) : [title, " ", el("span", { class: "hint" }, words.decide_gone)],
    el("span", { class: "decided" }, saidDecision(made, row ? langOf(kind, row) : undefined)),
    act(words.decide_undo, remove, { "aria-label": `${words.decide_undo}: ${row && kind === "name" ? inert(row.title) : inert(id)}` }));
}

/** Draws the counts everywhere and, where it is open, the whole part. */
function drawDecisions() {
  const [done, all] = progress();
  NODE("decide-count").textContent = number(decisions.size);
  NODE("decide-bar").max = Math.max(all, 1);
  NODE("decide-bar").value = done;
  NODE("decide-progress").textContent = fill(words.decide_progress, { done: number(done), all: number(all) });
  if (!NODE("decisions").classList.contains("current")) return;
  NODE("decide-text").value = decisionsText();
  const latest = [...decisions].slice(-DECISIONS_WINDOW).reverse(), rest = decisions.size - latest.length;
  NODE("decide-list").replaceChildren(...latest.map(decisionLine));
  NODE("decide-more").textContent = rest ? count(words.decide_more, rest) : "";
  NODE("decide-none").hidden = decisions.size > 0;
  NODE("decide-clear").hidden = !decisions.size;
}

/** Offers decisions.json as a download; a sandboxed page cannot, so the text stands beside it. */
function saveDecisions() {
  const url = URL.createObjectURL(new Blob([decisionsText()], { type: "application/json" }));
  el("a", { href: url, download: "decisions.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

async function readDecisionsFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    const { taken, strange } = takeDecisions(await file.text());
    toast(count(words.decide_taken, taken) + (strange ? ` ${count(words.decide_strange, strange)}` : ""));
  } catch (reason) {
    tell(fill(words.decide_unread, { name: inert(file.name), reason: inert(reason.message) }));
  }
  event.target.value = "";
}

function readyDecideView() {
  const name = NODE("decide-author");
  name.value = author;
  name.addEventListener("input", () => {
    author = name.value.trim();
    try { localStorage.setItem(AUTHOR_KEY, author); } catch { /* for this page only */ }
  });
  NODE("decide-save").addEventListener("click", saveDecisions);
  NODE("decide-copy").addEventListener("click", () => copyText(decisionsText()));
  NODE("decide-read").addEventListener("change", readDecisionsFile);
  const clear = NODE("decide-clear");
  clear.addEventListener("blur", () => { clear.textContent = words.decide_clear; });
  clear.addEventListener("click", () => {
    if (clear.textContent === words.decide_clear) {
      clear.textContent = words.decide_clear_sure;
      return;
    }
    replaceDecisions([]);
    keeper.save([]);
    NODE("decisions-title").focus();
  });
  onDecision.push(drawDecisions);
  drawDecisions();
}

addPart("decisions", async () => {
  await readyDecisions();
  readyDecideView();
}, drawDecisions);

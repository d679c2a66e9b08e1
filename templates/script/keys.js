// The keyboard in lists of cards. Single keys act only while a list has the focus, and can be
// switched off, so that they never get into the way of speech input or a screen reader.

const KEYS_OFF = "mtaudit-keys-off";
let keysOn = true;

/** The list and the card in which the focus is. */
function focused() {
  const list = document.activeElement?.closest("#finding-list, #name-list, #short-name-list");
  return list ? { list, card: document.activeElement.closest(".card") } : null;
}

/** Takes the focus to a card `by` places further on; over the edge of the page the pager leads on. */
function step({ list, card }, by) {
  const cards = [...list.children];
  const next = cards[card ? cards.indexOf(card) + by : 0];
  if (!next) return;
  for (const old of list.querySelectorAll(".target")) old.classList.remove("target");
  next.classList.add("target");
  goTo(next.querySelector("h3"), true);
  if (next.row && list.id === "finding-list") {
    history.replaceState(null, "", findingsHref(wantedNow(), 0, next.row.id));
  }
}

/** What a key does: what it is called, and an act that is given the list and the card. */
function keyTable() {
  const table = new Map([
    ["j", { says: words.key_next, act: (place) => step(place, 1) }],
    ["k", { says: words.key_previous, act: (place) => step(place, -1) }],
    ["Enter", { says: words.key_open, act: ({ card }) => card?.querySelector("a.show, summary")?.click() }],
    ["c", { says: words.key_copy, act: ({ list, card }) => {
      if (card && list.id === "finding-list") copyLink(card.row);
    } }],
    ["/", { says: words.key_search, act: ({ list }) => {
      NODE(list.id === "finding-list" ? "filters" : "name-search").elements.q.focus();
    } }],
    ["?", { says: words.key_help, act: openHelp }],
  ]);
  for (const [key, { says, act }] of listKeys) {
    table.set(key, { says: typeof says === "function" ? says() : says, act: ({ card }) => {
      if (card) act(card.classList.contains("name") ? "name" : "finding", card.row, card);
    } });
  }
  return table;
}

function pressed(event) {
  const place = focused();
  if (!keysOn || !place || event.ctrlKey || event.metaKey || event.altKey) return;
  const { tagName } = event.target;
  if (["INPUT", "TEXTAREA", "SELECT"].includes(tagName)) return;
  if (event.key === "Enter" && !/^(H3|H4|LI)$/.test(tagName)) return; // links and buttons are their own
  const key = keyTable().get(event.key);
  if (!key) return;
  event.preventDefault();
  key.act(place);
}

/** The table of keys, with the switch. */
function openHelp() {
  const back = document.activeElement;
  const off = el("input", { type: "checkbox", checked: keysOn, onchange: () => {
    keysOn = off.checked;
    try { localStorage.setItem(KEYS_OFF, keysOn ? "" : "yes"); } catch { /* not remembered */ }
  } });
  const box = el("dialog", { class: "help", "aria-labelledby": "help-title" },
    el("h2", { id: "help-title" }, words.keys_title),
    el("p", {}, words.keys_scope),
    el("dl", {}, [...keyTable()].map(([key, { says }]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, says)))),
    el("label", { class: "switch" }, off, " ", words.keys_on),
    el("form", { method: "dialog" }, el("button", { type: "submit", class: "button" }, words.close)));
  box.addEventListener("close", () => { box.remove(); back?.focus(); });
  document.body.append(box);
  box.showModal();
}

function readyKeys() {
  try { keysOn = !localStorage.getItem(KEYS_OFF); } catch { /* nothing was remembered */ }
  addEventListener("keydown", pressed);
  for (const button of document.querySelectorAll(".keys-button")) {
    button.addEventListener("click", openHelp);
    button.hidden = false;
  }
}

// Where other parts of the script add to the page: controls on cards, filters, keys, sections.
//
// A part registers before `start` runs, that is, when its file is read. It gets rows of the data
// (`report.findings`, `report.names`; both carry a lasting `id`) and an empty box on the card.

const cardHooks = []; // (kind, row, box) => void; kind is "finding" or "name"
const extraFilters = []; // { key, label, options, matches }
const listKeys = new Map(); // key => { says, act }

const extraParts = new Map(); // id of a section => { ready, open }

/**
 * Adds a part of the page: `ready()` is awaited once the data is read and before anything is drawn,
 * `open()` is called when the address names the section `id`.
 */
function addPart(id, ready, open) {
  extraParts.set(id, { ready, open });
}

/** Calls `draw(kind, row, box)` for every card that is drawn; `box` is its `.actions`. */
function onCard(draw) {
  cardHooks.push(draw);
}

/**
 * Adds a filter to the list of findings: a `<select name=key>` whose value stands in the address.
 * `label()` and `options()`, a list of [value, text], are asked once the data is read;
 * `matches(finding, value)` is asked for each finding while a value is chosen.
 */
function addFilter(filter) {
  extraFilters.push(filter);
}

/** Gives a key a meaning while a list of cards has the focus: `act(kind, row, card)`. */
function addKey(key, says, act) {
  listKeys.set(key, { says, act });
}

/** The box of a card that others fill; a card on which nobody acts has none. */
function actions(kind, row) {
  const box = el("div", { class: "actions" });
  for (const draw of cardHooks) draw(kind, row, box);
  return box.childNodes.length ? box : null;
}

/** Draws the cards of one row anew, after its state has changed. */
function redraw(kind, row) {
  for (const card of document.querySelectorAll(`.card.${kind}`)) {
    if (card.row !== row) continue;
    const fresh = actions(kind, row), old = card.querySelector(":scope > .actions");
    if (old && fresh) old.replaceWith(fresh);
    else if (fresh) card.append(fresh);
    else old?.remove();
  }
}

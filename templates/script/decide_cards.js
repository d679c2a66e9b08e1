// Decisions on the cards: what can be decided, the panels that ask for more, what was decided.

const REASONS = ["false-alarm", "quotation", "other"];
let panels = 0; // makes the names of radio buttons unique

const act = (says, onclick, more) => el("button", { type: "button", class: "button", onclick, ...more }, says);

/** The language of the forms on a card. */
const langOf = (kind, row) => (kind === "name" ? row : report.documents[row.document]);

const isName = (kind, row) => kind === "name" || row.entity >= 0;

function accept(kind, row, box) {
  if (kind === "finding") {
    decide(kind, row, { action: "accept", scope: "finding", ...(row.fixes.length ? { form: row.fixes[0][0] } : {}) });
  } else if (row.kindKey === "name" && !row.record) {
    openPanel(otherPanel(kind, row), box);
  } else {
    decide(kind, row, { action: "accept", scope: "house", form: row.title, name: asked(row) });
  }
}

function leave(kind, row) {
  const covers = (kind === "name" ? findingsOf(row) : [row]).map(coveredBy);
  decide(kind, row, { action: "allow-here", scope: kind === "name" ? "feed" : "finding", covers });
}

/** Puts a panel below the buttons of a card, in the place of another one, and goes to it. */
function openPanel(panel, box) {
  const place = box.querySelector(".decide");
  place.querySelector(".panel")?.remove();
  place.append(panel);
  panel.querySelector("input, select, textarea")?.focus();
}

function closePanel(event) {
  const place = event.currentTarget.closest(".decide");
  place.querySelector(".panel").remove();
  place.querySelector("button").focus();
}

/** A panel: fields, one or two ways to finish, a way out. */
function panelOf(label, fields, finish, more) {
  const panel = el("form", { class: "panel", "aria-label": label }, fields,
    el("div", { class: "panel-end" }, el("button", { type: "submit", class: "button" }, label), more,
      act(words.decide_cancel, closePanel)));
  panel.addEventListener("submit", (event) => { event.preventDefault(); finish(panel.elements); });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePanel({ currentTarget: panel });
  });
  return panel;
}

const noteField = () => el("label", { class: "wide" }, words.decide_note, " ",
  el("input", { type: "text", name: "note", maxlength: "500", autocomplete: "off" }));

/** Asks why a finding, or all findings of a name, are no fault. */
function rejectPanel(kind, row) {
  const group = `why-${panels += 1}`;
  const same = kind === "finding" ? alike(row) : findingsOf(row);
  const many = kind === "finding" && same.length > 1;
  const fields = [
    el("fieldset", {}, el("legend", {}, words.decide_why), REASONS.map((reason, i) => el("label", {},
      el("input", { type: "radio", name: group, value: reason, checked: i === 0 }), " ",
      words[`reason_${reason.replace("-", "_")}`]))),
    many ? el("label", {}, el("input", { type: "checkbox", name: "all" }), " ", count(words.decide_alike, same.length - 1)) : null,
    noteField()];
  return panelOf(words.decide_reject, fields, (elements) => {
    const wide = kind === "name" || (many && elements.all.checked);
    decide(kind, row, {
      action: "reject", scope: wide ? "feed" : "finding", reason: elements[group].value,
      covers: (wide ? same : [row]).map(coveredBy), note: elements.note.value.trim(),
    });
  });
}

/** The forms to choose from: those of a name, or the changes a finding offers. */
function offered(kind, row) {
  const forms = kind === "name" ? row.forms.map((form) => form.text) : row.fixes.map(([text]) => text).filter(Boolean);
  return [...new Set(forms)];
}

/** Asks for another form: one that was met, or one of one's own. */
function otherPanel(kind, row) {
  const forms = offered(kind, row), own = kind === "name", { lang, dir } = langOf(kind, row);
  const problem = el("p", { class: "problem", role: "alert" });
  const fields = [
    forms.length ? el("label", {}, words.decide_form, " ", el("select", { name: "form", lang, dir },
      forms.map((form) => el("option", { value: form, selected: form === forms.find((one) => one !== row.title) }, inert(form))))) : null,
    el("label", {}, forms.length ? words.decide_own : words.decide_own_text, " ",
      el("input", { type: "text", name: "own", maxlength: "300", autocomplete: "off", lang, dir })),
    own && row.kindKey === "name" && !row.record ? el("label", {}, words.decide_kind, " ",
      el("select", { name: "kind" }, el("option", { value: "" }, "–"),
        ["person", "place", "organisation"].map((one) => el("option", { value: one }, words[`kind_${one}`])))) : null,
    noteField(), problem];
  const chosenForm = ({ form, own: typed }) => typed.value.trim() || (form ? form.value : "");
  const finish = (elements, action) => {
    const form = chosenForm(elements), note = elements.note.value.trim();
    const unsaid = own && elements.kind && !elements.kind.value;
    if (!form || unsaid || (action === "allow-variant" && form === row.title)) {
      problem.textContent = !form ? words.decide_no_form : unsaid ? words.decide_no_kind : words.decide_same;
      return;
    }
    const what = action || (form === (own ? row.title : row.fixes[0]?.[0]) ? "accept" : forms.includes(form) ? "choose" : "type");
    if (own) decide(kind, row, { action: what, scope: "house", form, note, name: asked(row, elements.kind?.value) });
    else decide(kind, row, { action: what, scope: "finding", form, note });
  };
  const panel = panelOf(isName(kind, row) ? words.decide_use : words.decide_use_text, fields, (elements) => finish(elements),
    own ? act(words.decide_allow_variant, () => finish(panel.elements, "allow-variant")) : null);
  return panel;
}

/** What a decision says, in words. */
function saidDecision(made, text) {
  const form = made.form ? [" ", quoted(made.form, text)] : null;
  const label = made.action === "reject" ? words[`reason_${(made.reason || "other").replace("-", "_")}`]
    : made.form === "" ? words.decide_taken_out : words[`made_${made.action.replace("-", "_")}`] || made.action;
  return [label, form, made.covers?.length > 1 ? [" ", count(words.decide_covers, made.covers.length)] : null,
    made.note ? [" — ", el("q", {}, show(made.note))] : null];
}

/** The buttons of a card that waits for a decision. */
function choices(kind, row, box) {
  const [fix] = row.fixes || [], text = langOf(kind, row);
  const proposal = kind === "name" ? [words.decide_use_form, " ", quoted(row.title, text)]
    : !fix ? words.decide_right : fix[0] ? [words.decide_change, " ", quoted(fix[0], text)] : words.decide_take_out;
  return [
    act(proposal, () => accept(kind, row, box), { class: "button accept" }),
    act(isName(kind, row) ? words.decide_other : words.decide_other_text, () => openPanel(otherPanel(kind, row), box)),
    act(kind === "name" ? words.decide_leave_all : words.decide_leave, () => leave(kind, row)),
    act(words.decide_reject_ask, () => openPanel(rejectPanel(kind, row), box)),
  ];
}

/** Draws the decision, or what can be decided, on a card. */
onCard((kind, row, box) => {
  if (kind === "name" ? !row.departs : !standing(row)) return;
  const made = decidedOn(kind, row), text = langOf(kind, row);
  const name = kind === "finding" ? nameOf_(row) : null, above = name && decidedOn("name", name);
  const gone = kind === "name" && !findingsOf(row).length && report.findings.some((finding) => nameOf_(finding) === row);
  const title = kind === "name" ? row.title : row.message;
  box.append(el("div", { class: made ? "decide made" : "decide", role: "group", "aria-label": fill(words.decide_on, { title: inert(title) }) },
    gone && !made ? el("p", { class: "decided" }, words.decide_let_stand) : null,
    above && !made ? el("p", { class: "decided" }, words.decide_by_name, " ", saidDecision(above, text)) : null,
    made ? [el("p", { class: "decided" }, saidDecision(made, text)), act(words.decide_undo, () => undo(kind, row))]
      : choices(kind, row, box)));
});

/** A key that acts on cards that wait for a decision. */
function decideKey(key, says, what) {
  addKey(key, says, (kind, row, card) => {
    const box = card.querySelector(":scope > .actions");
    if (box?.querySelector(".decide") && (key === "u") === Boolean(decidedOn(kind, row))) what(kind, row, box);
  });
}

decideKey("a", () => words.key_accept, accept);
decideKey("o", () => words.key_other, (kind, row, box) => openPanel(otherPanel(kind, row), box));
decideKey("l", () => words.key_leave, leave);
decideKey("r", () => words.key_reject, (kind, row, box) => openPanel(rejectPanel(kind, row), box));
decideKey("u", () => words.key_undo, undo);

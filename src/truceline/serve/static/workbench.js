// Keys, marking words in a report, and the list of keys. Every key has a button or a link that does the same;
// nothing here is needed to read.
const off = () => localStorage.getItem("keys") === "off";
const typing = (el) => el.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
const find = (selector) => document.querySelector(selector);
const press = (selector, within = document) => { const el = within?.querySelector(selector); if (el) el.click(); return Boolean(el); };

// ---- moving from row to row

const rows = () => [...document.querySelectorAll("tr[id], article[id], .taken li")];
let at = -1;
function move(step) {
  const all = rows();
  if (!all.length) return;
  all[at]?.removeAttribute("data-focus");
  at = Math.min(all.length - 1, Math.max(0, at + step));
  all[at].setAttribute("data-focus", "");
  all[at].scrollIntoView({ block: "nearest" });
}
const row = () => rows()[at];
const open = (details) => {
  if (!details) return false;
  details.open = !details.open;
  const first = details.open && details.querySelector("input:not([type=hidden]), select");
  if (first) {
    details.scrollIntoView({ block: "start" });
    first.focus({ preventScroll: true });
    first.select?.(); // what is typed takes the place of what was there
  }
  return true;
};

const keys = {
  a: () => press('[data-review] [data-key="a"]') || press('button[value="accept"]', row()),
  x: () => press('[data-review] [data-key="x"]') || press('button[value="reject"]', row()),
  d: () => press('[data-review] [data-key="d"]'),
  s: () => press('[data-review] [data-key="s"]'),
  j: () => press('[data-review] [data-key="s"]') || move(1),
  k: () => press('[data-review] [data-key="k"]') || (find("[data-review]") ? null : move(-1)),
  e: () => open(find("#edit")) || open(row()?.querySelector("details.close")) || press(".decide .correct", row()),
  m: () => press("input[type=checkbox]", row()),
  M: () => press("#merge button") || press("#split button"),
  w: () => begin(),
  u: () => row()?.id.startsWith("decision-") ? press('button[value="undo"]', row()) : press("[data-undo]") || press("[data-last]"),
  o: () => { const words = row()?.querySelector("details"); if (words) words.open = !words.open; else press(".source a", row() ?? find("[data-review]")) || press("a", row()); },
  n: () => find("#note")?.focus(),
  "/": () => find("#search")?.focus(),
  "?": () => find("#keys")?.showModal(),
};
for (const n of "123456789") keys[n] = () => press(`[data-review] [data-key="${n}"]`);

// What was sent is on its way: a key pressed meanwhile would decide about the same item a second time.
let sent = false;
document.addEventListener("submit", (event) => { sent = !event.defaultPrevented && event.target.method === "post"; });
addEventListener("pageshow", () => { sent = false; });

document.addEventListener("keydown", (event) => {
  if (sent) { event.preventDefault(); return; }
  if (typing(event.target)) {
    const note = event.key === "Enter" && event.target.matches("[data-review] #note");
    if (note) event.preventDefault(); // a note alone decides nothing: the next key does
    if (note || event.key === "Escape") event.target.blur();
    return;
  }
  if (marking(event)) { event.preventDefault(); return; }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    event.preventDefault();
    if (event.shiftKey) press('footer button[value="redo"]'); else keys.u();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !"jk".includes(event.key) || off() || find("dialog[open]")) return;
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

find("#keys-help")?.addEventListener("click", () => find("#keys")?.showModal());
const box = find("#keys-off");
if (box) {
  box.checked = off();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "off" : "on"));
}

// ---- a row or a mark that the address names is opened and shown

function show() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  const words = target.querySelector("details");
  if (words && !find(".undo")) words.open = true;
  if (target.matches("mark")) { target.scrollIntoView({ block: "center" }); target.focus({ preventScroll: true }); }
  at = rows().indexOf(target);
}
window.addEventListener("hashchange", show);
show();

// ---- on a narrow screen the menu is a line: the page that is open is brought into sight

find("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// ---- marking words in a report: places are counted in code points, as the record does, not in UTF-16 units

const text = find("#text");
const form = find("#attach");
function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const all = range.toString(), exact = all.trim();
  const start = [...before.toString(), ...all.slice(0, all.indexOf(exact))].length;
  return exact ? { start, end: start + [...exact].length, exact } : null;
}
function offer() {
  const words = marked();
  if (!words) return;
  for (const name of ["start", "end", "exact"]) form.elements[name].value = words[name];
  find("#attach-words").textContent = words.exact;
  find("#attach-fields").hidden = false;
  sorts();
}
function sorts() {
  const kind = form.elements.kind.value;
  let first = null;
  for (const option of form.elements.type.options) {
    option.parentElement.hidden = option.hidden = option.dataset.kind !== kind;
    if (!option.hidden && !first) first = option;
  }
  if (form.elements.type.selectedOptions[0]?.dataset.kind !== kind && first) first.selected = true;
}
if (text && form) {
  document.addEventListener("mouseup", (event) => { if (!form.contains(event.target)) offer(); });
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") offer(); });
  form.elements.kind.addEventListener("change", sorts);
  find("#attach-no").addEventListener("click", () => { find("#attach-fields").hidden = true; getSelection().removeAllRanges(); });
}

// Marking without a mouse: `w` begins at the first words in sight, arrows move by words and lines, with Shift they mark.
const STEPS = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
let walking = false;
function begin() {
  const first = text && firstInSight();
  if (!first) return false;
  const selection = getSelection();
  selection.collapse(first, first.data.search(/\S/));
  selection.modify("extend", "forward", "word");
  walking = true;
  return true;
}
function firstInSight() {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    if (/\S/.test(walker.currentNode.data) && range.getBoundingClientRect().top >= 0) return walker.currentNode;
  }
  return null;
}
function marking(event) {
  if (!walking || event.ctrlKey || event.metaKey || event.altKey) return false;
  const selection = getSelection(), step = STEPS[event.key];
  if (step) {
    if (event.shiftKey) selection.modify("extend", ...step);
    else for (let n = 0; n < 9; n += 1) { // on to the next words, over empty lines
      step[0] === "forward" ? selection.collapseToEnd() : selection.collapseToStart();
      selection.modify("move", ...step);
      if (step[1] === "line") selection.modify("move", "forward", "character");
      if (step[1] === "line" || step[0] === "forward") selection.modify("move", "backward", "word"); // to its beginning
      selection.modify("extend", "forward", "word");
      if (String(selection).trim()) break;
    }
    selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
    return true;
  }
  if (event.key === "Enter") { walking = false; offer(); form.elements.kind.focus(); return true; }
  if (event.key === "Escape") { walking = false; selection.removeAllRanges(); return true; }
  return false;
}

// ---- on paper the words of every row are shown

addEventListener("beforeprint", () => document.querySelectorAll("details.words:not([open])").forEach((d) => { d.open = true; d.dataset.paper = ""; }));
addEventListener("afterprint", () => document.querySelectorAll("details[data-paper]").forEach((d) => { d.open = false; delete d.dataset.paper; }));

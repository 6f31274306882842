// Keys and the help dialog. Every key has a button or a link that does the same; nothing here is needed to read.
const off = () => localStorage.getItem("keys") === "off";
const typing = (el) => el.closest("input, textarea, select, [contenteditable]");
const press = (selector) => { const el = document.querySelector(selector); if (el) el.click(); return Boolean(el); };

const rows = () => [...document.querySelectorAll("tr[id], article[id]")];
let at = -1;
function move(step) {
  const all = rows();
  if (!all.length) return;
  all[at]?.removeAttribute("data-focus");
  at = Math.min(all.length - 1, Math.max(0, at + step));
  all[at].setAttribute("data-focus", "");
  all[at].scrollIntoView({ block: "center" });
}
const inRow = (selector) => rows()[at]?.querySelector(selector)?.click();

const keys = {
  a: () => press('[data-review] [data-key="a"]') || inRow('button[value="accept"]'),
  x: () => press('[data-review] [data-key="x"]') || inRow('button[value="reject"]'),
  s: () => press('[data-review] [data-key="s"]'),
  u: () => press(".undo button"),
  o: () => { const d = rows()[at]?.querySelector("details"); if (d) d.open = !d.open; },
  n: () => document.querySelector("#note")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  "/": () => document.querySelector("#search")?.focus(),
  "?": () => document.querySelector("#keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key.toLowerCase() === "z" && !typing(event.target)) {
    event.preventDefault();
    press(".undo button");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || off()) return;
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

document.querySelector("#keys-help")?.addEventListener("click", () => document.querySelector("#keys")?.showModal());
const box = document.querySelector("#keys-off");
if (box) {
  box.checked = off();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "off" : "on"));
}
for (const d of document.querySelectorAll("tr:target details, article:target details")) d.open = true;

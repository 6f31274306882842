// Drives a real browser through one story and prints what was seen as JSON: node drive.mjs STORY ADDRESS CHROMIUM
// What a story needs comes in as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { screens } from "./screens.mjs";

const [story, address, executablePath] = process.argv.slice(2);
const given = JSON.parse(readFileSync(0, "utf8") || "null");
const launched = () => chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const browser = await launched();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
const seen = { errors: [], outside: [], dialogs: 0 };
page.on("console", (m) => { if (m.type() === "error") seen.errors.push(m.text()); });
page.on("pageerror", (e) => seen.errors.push(String(e)));
page.on("dialog", (d) => { seen.dialogs += 1; d.dismiss(); });
page.on("request", (r) => { if (!/^(http:\/\/127\.0\.0\.1:|data:)/.test(r.url())) seen.outside.push(r.url()); });

const to = (path) => page.goto(new URL(path, address).href);
const card = async () => (await page.locator("[data-review]").count()) ? page.locator("[data-review]").getAttribute("id") : null;
const press = async (key) => { await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]); };
const state = async () => { await to("/verify"); return page.locator("#state").textContent(); };

const stories = {
  async keys() {
    await to("/review");
    const first = await card();
    await page.keyboard.press("n");
    await page.keyboard.type("aaj x");
    const note = await page.locator("#note").inputValue();
    const stayed = (await card()) === first;
    await page.keyboard.press("Escape");
    await press("a");
    const second = await card();
    await press("u");
    const undone = await card();
    await press("x");
    const third = await card();
    await press("s");
    const fourth = await card();
    await press("k");
    const back = await card();
    await press("2");
    const labelled = await page.locator(".undo").count();
    await press("u");
    await page.keyboard.press("e");
    const editing = await page.locator("#edit").getAttribute("open");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const help = await page.locator("dialog#keys").isVisible();
    await page.keyboard.press("Escape");
    await to("/timeline");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const focused = await page.locator("[data-focus]").getAttribute("id");
    await page.keyboard.press("o");
    const opened = await page.locator("[data-focus] details").getAttribute("open");
    await page.keyboard.press("/");
    const search = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.locator("#keys-off").check();
    await page.keyboard.press("Escape");
    await to("/review");
    const before = await card();
    await page.keyboard.press("a");
    const off = (await card()) === before;
    return { labelled, first, note, stayed, second, undone, third, fourth, back, editing, help, focused, opened, search, off };
  },
  async undo() {
    const start = await state();
    await to("/review");
    const reviewed = new Set();
    for (let n = 0; n < 20; n += 1) {
      reviewed.add(await card());
      if (n % 4 === 3) {
        await page.keyboard.press("e");
        const field = page.locator("#edit input[name^=field-]").first();
        if (await field.count()) {
          await field.fill(`edited ${n}`);
          await Promise.all([page.waitForNavigation(), page.locator("#edit button").click()]);
          await press("s");
          continue;
        }
        await page.keyboard.press("Escape");
      }
      await press("axd"[n % 3]);
    }
    const changed = await state();
    await to("/decisions");
    const steps = await page.locator('td button[value="undo"]').count();
    const undo = page.getByRole("button", { name: "Undo the last", exact: true });
    for (let n = 0; n < steps; n += 1) await Promise.all([page.waitForNavigation(), undo.click()]);
    const end = await state();
    await to("/decisions");
    for (let n = 0; n < 5; n += 1) await Promise.all([page.waitForNavigation(), page.keyboard.press("Control+Shift+Z")]);
    return { start, changed, end, steps, reviewed: reviewed.size, redone: await state() };
  },
  async mark() {
    await to("/reports");
    await Promise.all([page.waitForNavigation(), page.locator('main a[href^="/reports/"]').first().click()]);
    const words = "\u{1f54a} مرکز";
    await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        document.querySelector("#text").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        return;
      }
    }, words);
    const shown = await page.locator("#attach-words").textContent();
    await page.locator("#attach select[name=kind]").selectOption("event");
    await page.locator("#attach input[name=note]").fill("A dove is seen.");
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Add it" }).click()]);
    const listed = await page.locator(".taken", { hasText: "A dove is seen." }).count();
    const rows = await page.evaluate(async () => (await fetch("/timeline?as=json")).json());
    const link = page.locator(".taken a", { hasText: "A dove is seen." });
    await link.click();
    const focused = await page.evaluate(() => document.activeElement.textContent);
    return { words, shown, listed, item: rows.find((r) => r.summary === "A dove is seen."), focused };
  },
  // Words are marked without a mouse: w, arrows to a word, Shift with an arrow to the next one, Enter.
  async markByKeys() {
    await to("/reports");
    await page.keyboard.press("j");
    await press("o");
    const marked = () => page.evaluate(() => String(getSelection()));
    await page.keyboard.press("w");
    const first = await marked();
    await page.keyboard.press("ArrowRight");
    const second = await marked();
    for (let n = 0; n < 9 && (await marked()) !== "attacked"; n += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    const words = (await marked()).trim();
    await page.keyboard.press("Enter");
    const asked = await page.evaluate(() => document.activeElement.name);
    await page.keyboard.type("ev");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("A mill is attacked.");
    await press("Enter");
    const added = await page.locator(".taken", { hasText: "A mill is attacked." }).count();
    await page.keyboard.press("w");
    await page.keyboard.press("Escape");
    return { first, second, words, asked, added, left: await marked() };
  },
  // What a newcomer presses wrongly: Enter after a note, a key twice, u on a framed row, a name that nobody has.
  async slips() {
    await to("/review");
    const first = await card();
    await page.keyboard.press("n");
    await page.keyboard.type("to be looked at");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);
    const noted = (await card()) === first && (await page.locator("#note").inputValue());
    await Promise.all([page.waitForNavigation(), page.evaluate(() => {
      for (let n = 0; n < 3; n += 1) document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
    })]);
    const once = [await page.locator("h1").textContent(), await page.locator(".undo span").textContent()];
    await press("a");
    await to("/commitments");
    await page.keyboard.press("j");
    await press("e");
    await page.keyboard.press("e");
    await page.keyboard.type("march out");
    const typed = await page.locator("#edit input[name=field-action]").inputValue();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Nobody At All");
    await press("Enter");
    const refused = [await page.locator("h1").textContent(), await page.evaluate(() => document.activeElement.value)];
    await page.locator("input[name=field-obligors]").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Valley Front");
    await press("Enter");
    const mended = await page.locator(".undo span").textContent();
    await to("/decisions");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const framed = await page.locator("[data-focus]").getAttribute("id");
    await press("u");
    const undone = await page.locator(`#${framed} .struck`).count();
    const place = new URL(page.url()).hash;
    await to("/review");
    const kept = [await card()];
    for (const key of "aauu") { await press(key); kept.push(await card()); }
    seen.errors = seen.errors.filter((e) => !/status of 409/.test(e)); // the page of what was refused
    return { noted, once, typed, refused, mended, framed, undone, place, kept };
  },
  // Opens hostile reports here, then the same payloads in a page without any guard: there they must act.
  async hostile() {
    const ran = [];
    let opened = 0;
    for (const path of given.paths) {
      const status = (await to(path)).status();
      if (status === 200) opened += 1;
      const cookie = await page.evaluate(() => document.cookie).catch(() => "");
      if (cookie || page.url() !== new URL(path, address).href) ran.push([path, page.url(), cookie]);
      for (const frame of page.frames()) if (!/^(http:\/\/127\.0\.0\.1:|about:blank)/.test(frame.url())) ran.push([path, frame.url()]);
      for (const error of seen.errors) ran.push([path, error]);
      if (seen.outside.length || seen.dialogs) ran.push([path, ...seen.outside]);
      if (ran.length > 5) break;
    }
    // Each of these acts as it likes, on its browser too: one that takes the browser down leaves the next a new one.
    const acts = new Set();
    let unguarded = await launched();
    for (const [name, payload] of Object.entries(given.payloads)) {
      try {
        const loose = await unguarded.newPage();
        loose.on("dialog", (d) => { acts.add(name); d.dismiss().catch(() => {}); });
        loose.on("request", (r) => { if (/203\.0\.113/.test(r.url())) acts.add(name); });
        await loose.route(/203\.0\.113/, (route) => route.abort());
        await loose.setContent(payload, { timeout: 1000, waitUntil: "domcontentloaded" }).catch(() => {});
        await loose.waitForTimeout(40);
        await loose.close();
      } catch (error) {
        if (!/has been closed|crashed/.test(String(error))) throw error;
        await unguarded.close().catch(() => {});
        unguarded = await launched();
      }
    }
    await unguarded.close();
    return { opened, ran, acted: acts.size };
  },
  async access() {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const paths = await (async () => { await to("/"); return page.locator("nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href"))); })();
    for (const inside of ["/reports", "/commitments", "/figures", "/actors", "/places"]) {
      await to(inside);
      paths.push(await page.locator(`main a[href^="${inside}/"]`).first().getAttribute("href"));
      if (inside === "/reports") paths.push(`${paths.at(-1)}/original`);
    }
    const found = [];
    const look = async (on, path) => {
      await on.locator("details").evaluateAll((all) => all.forEach((d) => { d.open = true; }));
      await on.evaluate(axe);
      const { violations } = await on.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], iframes: false }));
      for (const v of violations) {
        if (["serious", "critical"].includes(v.impact)) found.push([path, v.id, v.nodes.length, v.nodes[0].target.join(" "), v.nodes[0].failureSummary]);
      }
    };
    await page.emulateMedia({ colorScheme: given.scheme });
    for (const path of [...paths, "/search?q=Valley", "/figures/none"]) {
      await to(path);
      await look(page, path);
    }
    const dossier = await (await browser.newContext({ colorScheme: given.scheme })).newPage();
    await dossier.goto(pathToFileURL(given.dossier).href);
    await look(dossier, "dossier");
    seen.errors = seen.errors.filter((e) => !/status of 400/.test(e)); // the page of a series that is not there
    return { pages: paths.length, found };
  },
  async walk() {
    const counts = {};
    await to("/");
    for (const path of await page.locator("nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
      counts[path] = (await to(path)).status();
    }
    for (const inside of ["/reports", "/commitments", "/figures", "/actors", "/places"]) {
      await to(inside);
      const path = await page.locator(`main a[href^="${inside}/"]`).first().getAttribute("href");
      counts[inside + "/…"] = (await to(path)).status();
      if (inside === "/reports") counts.original = (await to(`${path}/original`)).status();
    }
    return { counts };
  },
};

Object.assign(stories, screens({ browser, page, to, card, press, state, seen, given, address }));
try {
  await page.goto(address);
  console.log(JSON.stringify({ ...(await stories[story]()), ...seen }));
} finally {
  await browser.close();
}

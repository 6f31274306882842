// One story a screen: what each promises, tried as a person would. What is seen goes back and is judged in Python.
import { readFileSync } from "node:fs";

export const screens = ({ browser, page, to, card, press, state, seen, given, address }) => {
  const json = (path) => page.evaluate(async (p) => (await fetch(p)).json(), path);
  const text = (path) => page.evaluate(async (p) => (await fetch(p)).text(), path);
  const send = (locator) => Promise.all([page.waitForNavigation(), locator.click()]);
  const taken = async (locator) => {
    const [file] = await Promise.all([page.waitForEvent("download"), locator.click()]);
    return readFileSync(await file.path(), "utf8");
  };
  const forgive = (status) => { seen.errors = seen.errors.filter((e) => !e.includes(`status of ${status}`)); };
  return {
    async overview() {
      await to("/");
      const counts = await page.locator(".glance a").evaluateAll((all) => all.map((a) => [a.getAttribute("href"), Number(a.querySelector("b").textContent.replaceAll(",", ""))]));
      const lists = {};
      for (const [path] of counts) lists[path] = (await json(`${path}?as=json&page=all`)).length;
      return { counts: Object.fromEntries(counts), lists };
    },

    async import() {
      const said = [];
      const told = [];
      for (const files of given.files) {
        await to("/import");
        await page.locator("input[type=file]").setInputFiles(files);
        await send(page.getByRole("button", { name: "Read them" }));
        for (let n = 0; n < 600 && !(await page.getByText("The last import").count()); n += 1) {
          const line = await page.locator("section[role=status] p").first().textContent().catch(() => "");
          if (/ of \d+ finished/.test(line)) told.push(line);
          await page.waitForTimeout(150);
          await to("/import");
        }
        said.push(await page.locator("section[role=status]").innerText());
      }
      await to("/reports");
      return { said, told, reports: (await json("/reports?as=json&page=all")).map((r) => r.source), aside: await (await to("/import"), page.locator("#aside").innerText()) };
    },

    async original() {
      await to(given.path);
      const frame = page.locator("iframe.original");
      return { sandbox: await frame.getAttribute("sandbox"), inside: await page.frames()[1]?.locator("body").innerText() };
    },

    // Fifty items by keyboard alone; the tab is closed in the middle, and a new one goes on where it was.
    async fifty() {
      await to("/review");
      const before = Number((await page.locator("main .note").first().textContent()).match(/(\d+) waiting/)[1]);
      const done = new Set();
      let on = page;
      for (let n = 0; n < 50; n += 1) {
        if (n === 25) {
          on = await page.context().newPage();
          await page.close();
          await on.goto(new URL("/review", address).href);
        }
        done.add(await on.locator("[data-review]").getAttribute("id"));
        await Promise.all([on.waitForNavigation(), on.keyboard.press("axd"[n % 3])]);
      }
      await on.goto(new URL("/review", address).href);
      const after = Number((await on.locator("main .note").first().textContent()).match(/(\d+) waiting/)[1]);
      return { reviewed: done.size, gone: before - after };
    },

    // Undoing an edit on which a later one rests explains, and offers a choice.
    async resting() {
      await to("/review?kind=event");
      const at = `/review?at=${await card()}`;
      for (const words of ["first words", "second words"]) {
        await to(at);
        await page.keyboard.press("e");
        await page.locator("#edit input[name=field-summary]").fill(words);
        await send(page.locator("#edit button"));
      }
      await to("/decisions");
      const noted = await page.locator("tbody tr").nth(1).innerText();
      await send(page.locator("tbody tr").nth(1).getByRole("button", { name: "Undo" }));
      const asked = await page.locator("main").innerText();
      await send(page.getByRole("button", { name: "Undo these too" }));
      await to("/timeline");
      forgive(409);
      return { noted, asked, left: await page.getByText(/first words|second words/).count() };
    },

    async timeline() {
      await to("/timeline");
      const bar = page.locator("svg.chart a rect").first();
      const width = Number(await bar.getAttribute("width"));
      const says = await bar.locator("title").textContent();
      const marks = await page.locator("svg.chart a").count();
      const rows = await page.locator("tbody tr[id]").count();
      const reached = new Set();
      await page.locator(".filters button").focus();
      for (let n = 0; n < marks; n += 1) {
        await page.keyboard.press("Tab");
        reached.add(await page.evaluate(() => document.activeElement.getAttribute("aria-label")));
      }
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash && document.querySelector(`${location.hash} details`)?.open).catch(() => null);
      const opened = await page.evaluate(() => [location.hash.slice(1), document.querySelector(`${location.hash} details`)?.open]);
      return { width, says, marks, rows, reached: reached.size, opened };
    },

    // How long from asking until everything is drawn.
    async drawn() {
      await to("/timeline");
      const times = [];
      for (let n = 0; n < 5; n += 1) {
        const begin = Date.now();
        await to("/timeline");
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        times.push(Date.now() - begin);
      }
      return { marks: await page.locator("svg.chart a").count(), times };
    },

    async map() {
      await to("/map");
      return {
        marks: await page.locator("svg.map a").evaluateAll((all) => all.map((a) => a.textContent)),
        located: await page.locator("table").nth(0).innerText(),
        not: await page.locator("table").nth(1).innerText(),
        note: await page.locator("main > .note").last().innerText(),
      };
    },

    async series() {
      await to("/figures");
      const section = page.locator("section.series").first();
      const marks = await section.locator("svg.chart a").evaluateAll((all) => all.map((a) => [a.getAttribute("href").slice(1), a.querySelector("title").textContent, a.querySelectorAll(".bound").length]));
      const lines = await section.locator("svg.chart > path:not(.tick):not(.rule), svg.chart polyline, svg.chart line").count();
      await Promise.all([page.waitForNavigation(), section.locator("h2 a").click()]);
      const rows = await page.locator("tbody tr[id]").evaluateAll((all) => all.map((r) => r.id));
      return { marks, lines, rows, csv: await text(`${page.url()}?as=csv`), json: (await json(`${page.url()}?as=json`)).map((p) => p.figure) };
    },

    async board() {
      const at = async (day) => {
        await to(`/commitments?as_of=${day}`);
        return page.locator("main section").evaluateAll((all) => Object.fromEntries(all.map((s) => [s.querySelector("h2").firstChild.textContent.trim(), [...s.querySelectorAll("tbody tr")].map((r) => r.innerText)])));
      };
      const late = await at("2031-08-28");
      return { early: await at("2031-07-14"), again: await at("2031-07-14"), late, index: await page.locator("main > .note").first().innerText() };
    },

    async commitment() {
      await to("/commitments");
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: /leaves the bridge/ }).click()]);
      await page.locator("input[name=note]").fill("I saw the bridge: it is empty.");
      await send(page.getByRole("button", { name: "Keep it" }));
      const look = (selector) => page.locator(selector).first().evaluate((e) => { const s = getComputedStyle(e); return [s.borderLeftColor, s.borderLeftStyle, s.backgroundColor].join(" "); });
      const lines = await page.locator("article.said").evaluateAll((all) => all.map((a) => [a.className, a.querySelectorAll("blockquote").length, a.innerText]));
      const found = { party: await look(".said.party"), reviewer: await look(".said.reviewer"), lines, facts: await page.locator(".facts").last().innerText() };
      await to("/commitments");
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: /lifts the sanctions/ }).click()]);
      return { ...found, none: await page.getByText("No evidence found").count() };
    },

    // A rejected item is in no queue any more; the queue goes on behind it all the same, and what was skipped stays behind.
    async onward() {
      await to("/review");
      const order = [];
      for (const key of ["s", "s", "x", "a", "x"]) { order.push(await card()); await press(key); }
      order.push(await card());
      return { order };
    },

    async paper() {
      await to("/commitments");
      const before = await page.locator("blockquote").first().isVisible();
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      return { before, words: await page.locator("blockquote").first().isVisible(), menu: await page.locator("header.side").isVisible(), buttons: await page.locator(".decide").first().isVisible() };
    },

    async disputes() {
      const start = await state();
      await to("/disputes");
      const shown = await page.locator("article.dispute").allInnerTexts();
      await to("/disputes?type=scope_difference");
      const scope = await page.locator("article.dispute").count();
      await to("/disputes");
      await page.keyboard.press("j");
      await page.keyboard.press("e");
      const form = page.locator(".close form");
      const needed = await form.locator("input[name=reason]").evaluate((e) => e.required);
      await form.locator("select[name=state]").selectOption("explained");
      await form.locator("input[name=reason]").fill("The Echo copied the ministry.");
      await send(form.getByRole("button", { name: "Close" }));
      const closed = await page.locator("article.dispute").first().innerText();
      const exported = await text("/export/jsonl");
      await send(page.locator(".undo button"));
      const open = await page.locator("article.dispute").first().innerText();
      return { shown, scope, needed, closed, open, sides: exported.split("\n").filter((l) => l.includes('"kind":"finding"') && l.includes('"contradiction"')), start, end: await state() };
    },

    async wording() {
      const cells = {};
      for (const voice of ["", "own", "quoted"]) {
        await to(`/wording?voice=${voice}`);
        cells[voice] = await page.locator("#passages ~ table mark").allInnerTexts();
      }
      await to("/wording");
      const links = await page.locator("table").first().locator(".line a").evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute("href"), a.nextElementSibling?.textContent]));
      const opened = {};
      for (const [phrase, href] of links) { await to(href); opened[phrase] = await page.locator("#passages ~ table mark").allInnerTexts(); }
      return { cells, links, opened };
    },

    async actors() {
      const start = await state();
      await to("/actors");
      const people = (await json("/actors?as=json&page=all")).map((a) => a.name);
      const suggested = await page.locator("#same tbody tr").allInnerTexts();
      await page.getByLabel("tick Valley Front", { exact: true }).check();
      await page.getByLabel("tick the Front of the Valley", { exact: true }).check();
      await press("M");
      const merged = (await json("/actors?as=json&page=all")).map((a) => a.name);
      await send(page.getByRole("button", { name: "Unmerge" }));
      const unmerged = await state();
      await to("/actors");
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Valley Front", exact: true }).click()]);
      await page.locator("input[aria-label^='tick Valley Front in'][aria-label$='The Echo']").check();
      await page.locator("#split input[name=reason]").fill("another valley");
      await send(page.getByRole("button", { name: "Split off the ticked" }));
      const parted = (await json("/actors?as=json&page=all")).map((a) => a.name);
      await send(page.locator(".undo button"));
      return { people, suggested, merged, unmerged, start, parted, end: await state() };
    },

    async tables() {
      const found = [];
      for (const path of given.paths) {
        await to(path);
        const shown = await page.locator("table").first().locator("tbody tr[id]").evaluateAll((all) => all.map((r) => r.id));
        const csv = await taken(page.locator(".take a", { hasText: "CSV" }).first());
        const rows = await json(await page.locator(".take a", { hasText: "JSON" }).first().getAttribute("href"));
        const other = await (await browser.newContext()).newPage();
        await other.goto(address);
        await other.goto(new URL(path, address).href);
        const again = await other.locator("table").first().locator("tbody tr[id]").evaluateAll((all) => all.map((r) => r.id));
        await other.close();
        found.push({ path, shown, again, csv, rows });
      }
      await to("/");
      await page.keyboard.press("/");
      await page.keyboard.type("prisoners");
      await press("Enter");
      return { found, hits: await page.locator(".hits li").count(), listed: (await json("/search?q=prisoners&as=json")).length };
    },

    async ratings() {
      await to("/review?kind=commitment");
      const trust = await page.locator(".facts").innerText();
      await page.locator("summary", { hasText: "Rate" }).click();
      await page.locator("select[name=credibility]").selectOption("1");
      await send(page.getByRole("button", { name: "Rate", exact: true }));
      const refused = await page.locator("main").innerText();
      forgive(409);
      await to("/ratings");
      return { trust, refused, publishers: await page.locator("table").first().innerText() };
    },

    async export() {
      const take = async (name) => taken(page.locator("tr", { hasText: name }).getByRole("link", { name: "Take it" }));
      await to("/export");
      const first = await take("jsonl"), second = await take("jsonl");
      await to("/actors");
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Mara Teshen Hadar", exact: true }).click()]);
      await page.locator("summary", { hasText: "Hide it in exports" }).click();
      await send(page.locator(".redact button"));
      await to("/export");
      await page.getByLabel("hide what is flagged below").check();
      await send(page.getByRole("button", { name: "Set" }));
      const hidden = await take("jsonl"), dossier = await take("dossier");
      return { same: first === second, first, hidden, dossier, listed: await page.locator("#hidden").innerText() };
    },

    async hide() {
      await to(given.path);
      await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(words);
          if (at < 0) continue;
          getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
          document.querySelector("#text").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
          return;
        }
      }, given.words);
      await send(page.getByRole("button", { name: "Hide them" }));
      return { hidden: await text("/export/jsonl?redact=1"), shown: await text("/export/jsonl") };
    },

    async verify() {
      await to("/verify");
      await page.locator("#state").waitFor();
      return { says: await page.locator("main").innerText() };
    },
  };
};

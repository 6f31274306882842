// Takes the pictures of the docs with an installed Chromium: node pictures.mjs DEMO-FOLDER PICTURES-FOLDER
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [demo, pictures] = process.argv.slice(2).map((p) => resolve(p));
const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const places = process.env.PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
const executablePath = places.find((path) => existsSync(path));
if (!executablePath) throw new Error("No Chromium is installed; the pictures stay as they are.");
const PAGES = { overview: "/", timeline: "/timeline", figures: "/figures", commitments: "/commitments", disputes: "/disputes", review: "/review?kind=event" };
const root = resolve(import.meta.dirname, "../../..");

mkdirSync(pictures, { recursive: true });
const server = spawn(join(root, ".venv/bin/truceline"), ["serve", join(demo, "us-taliban.truceline"), "--port", "8798"]);
const address = await new Promise((found, failed) => {
  let said = "";
  server.stdout.on("data", (data) => { said += data; const link = /http:\S+/.exec(said); if (link && said.endsWith("\n")) found(link[0]); });
  server.on("exit", () => failed(new Error(`truceline serve ended: ${said}`)));
});
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: "light", reducedMotion: "reduce" })).newPage();
  const take = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
  for (let tries = 0; ; tries += 1) {
    try { await page.goto(address); break; } catch (error) { if (tries > 40) throw error; await page.waitForTimeout(250); }
  }
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(new URL(path, address).href);
    if (name === "figures") {
      // the series with most marks, on the page of its own
      const best = await page.evaluate(() => {
        const all = [...document.querySelectorAll("section.series")];
        const marks = (s) => s.querySelectorAll(".chart .mark").length;
        return all.sort((a, b) => marks(b) - marks(a))[0]?.querySelector("h2 a")?.href;
      });
      if (best) await page.goto(best);
    }
    await take(name);
  }
  await page.goto(pathToFileURL(join(demo, "us-taliban.html")).href);
  await take("dossier");
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill();
}

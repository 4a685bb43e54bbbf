// The page in headless Chromium, as somebody with a mouse, with a keyboard, on a phone, in the dark,
// and with a file instead of a server would use it.
// node browser.mjs SUITOR ARTICLES NODE_MODULES
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SKIPPED = 77;
const MOST_BYTES = 400 * 1000; // of the first load, as it comes over the wire
const [suitor, articles, modules] = process.argv.slice(2);
const shots = process.env.SUITOR_SHOTS; // a folder for screenshots, to be looked at

function skip(why) {
  console.error(`skipped: ${why}`);
  process.exit(SKIPPED);
}

const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (!browserPath) skip("there is no Chromium");
if (!existsSync(join(modules, "playwright-core"))) skip("the page's modules are not there: ./dev page");
const { chromium } = await import(pathToFileURL(join(modules, "playwright-core/index.mjs")));
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");

const folder = mkdtempSync(join(tmpdir(), "suitor-page-"));
const store = join(folder, "market.db");
const run = (...args) => execFileSync(suitor, ["--db", store, ...args], { encoding: "utf8" });

/** Names that are markup, in a table of rumours. */
function makeStore() {
  run("ingest", articles);
  const evil = `<img src=x onerror="document.title='broken'">`;
  const table = join(folder, "rumours.csv");
  const cell = (t) => `"${t.replaceAll('"', '""')}"`;
  writeFileSync(table, `player,club,owner,date\n${[`Evil ${evil}`, `${evil} United`, "Nobody FC", "2026-05-29"].map(cell).join(",")}\n`);
  run("import", "rumours", table);
}

async function startServer() {
  const server = spawn(suitor, ["--db", store, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout });
  const first = (await lines[Symbol.asyncIterator]().next()).value;
  return { server, base: first.match(/http:\/\/127\.0\.0\.1:\d+\//)[0] };
}

const problems = [];

async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && problems.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => problems.push(`error: ${e.stack ?? e.message}`));
  page.on("dialog", (d) => (problems.push(`dialog: ${d.message()}`), d.dismiss()));
  page.on("request", (r) => asked.push(r.url()));
  page.asked = asked;
  await page.goto(address);
  await ready(page);
  return page;
}

const ready = (page) => page.waitForSelector("body[data-ready=yes]");
const panel = (page, text) => page.waitForFunction((t) => document.querySelector("#panel:not([aria-busy]) h2")?.textContent.includes(t), text);
const graph = (page, code) => page.evaluate(`(() => { const cy = document.getElementById("graph")._cyreg.cy; return ${code}; })()`);

async function shoot(page, name) {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function checkAccess(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const words = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).join("; ")}`);
  assert.deepEqual(words, [], `axe in ${where}`);
}

async function checkLoad(browser, base) {
  const sizes = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("response", (r) => sizes.push([new URL(r.url()).pathname, Number(r.headers()["content-length"] ?? 0)]));
  await page.goto(base);
  await ready(page);
  const bytes = sizes.filter(([path]) => !path.startsWith("/api/")).reduce((sum, [, n]) => sum + n, 0);
  assert.ok(bytes > 50000 && bytes < MOST_BYTES, `the page is ${bytes} bytes`);
  await context.close();
  return bytes;
}

async function checkMouse(page) {
  assert.match(await page.textContent("#status"), /\d+ players, \d+ clubs, \d+ interests/);
  await checkAccess(page, "the market");
  await shoot(page, "market");

  // who else wants Murillo, says who, and what if Bastoni goes to Liverpool?
  await page.fill("#search-input", "muri");
  await page.waitForSelector("#search-list [role=option] strong");
  assert.equal(await page.textContent("#search-list [role=option] strong"), "Murillo");
  await page.click("#search-list [role=option]");
  await panel(page, "Murillo");
  assert.ok((await page.locator("#panel ol.suitors > li").count()) >= 2, "Murillo has suitors");
  await page.click("#panel details.says >> nth=0");
  await page.waitForSelector("#panel blockquote mark");
  assert.ok((await page.textContent("#panel blockquote mark")).length > 5, "a sentence is marked");
  await checkAccess(page, "a player");
  await shoot(page, "player");
  await page.fill("#search-input", "bastoni");
  await page.waitForFunction(() => document.querySelector("#search-list strong")?.textContent.includes("Bastoni"));
  await page.keyboard.press("Enter");
  await panel(page, "Alessandro Bastoni");
  await page.locator("#panel ol.suitors > li", { hasText: "Liverpool" }).locator("button").click();
  await panel(page, "joins Liverpool");
  assert.ok((await page.locator("#panel tbody tr").count()) > 3, "others are affected");
  assert.ok((await graph(page, `cy.edges(".up, .down").length`)) > 0, "changes are on the graph");
  await checkAccess(page, "a what-if");
  await shoot(page, "what-if");
  const address = page.url();
  assert.match(address, /what=/);
  await page.goBack();
  await panel(page, "Alessandro Bastoni");
  await page.goto("about:blank");
  await page.goto(address);
  await ready(page);
  await panel(page, "joins Liverpool");
  await page.keyboard.press("Escape");
  await panel(page, "The hottest races");
}

/** The middle of an element of the graph on the screen. */
async function place(page, selector) {
  const box = await page.locator("#graph").boundingBox();
  const at = await graph(page, `(() => { const e = cy.getElementById(${JSON.stringify(selector)}); return e.isNode() ? e.renderedPosition() : e.renderedMidpoint(); })()`);
  return { x: box.x + at.x, y: box.y + at.y };
}

async function settle(page) {
  await page.waitForFunction(() => {
    const cy = document.getElementById("graph")._cyreg.cy;
    const now = JSON.stringify([cy.zoom(), cy.pan(), cy.nodes().length]);
    const same = window.settled === now && !cy.animated();
    window.settled = now;
    return same;
  }, undefined, { polling: 250 });
}

async function checkGraph(page) {
  await page.evaluate(() => (location.hash = "#top=12"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await page.waitForFunction(() => document.getElementById("graph")._cyreg.cy.nodes().length < 60);
  await settle(page);
  // an edge: its sentences
  await graph(page, `void cy.fit(cy.getElementById("player:Alessandro Bastoni").closedNeighborhood(), 60)`);
  await settle(page);
  const edge = await place(page, "e:interest:player:Alessandro Bastoni|club:Liverpool:");
  await page.mouse.click(edge.x, edge.y);
  await panel(page, "Alessandro Bastoni to Liverpool");
  assert.ok((await page.locator("#panel blockquote mark").count()) > 0, "the edge has sentences");
  await page.click("#panel details summary");
  assert.match(await page.textContent("#panel .sum"), /× .* = 0\.\d+/);
  await page.click("#panel .where a:last-child"); // the whole text
  await page.waitForSelector("#panel .text mark");
  // two clubs: head to head
  await graph(page, `void cy.fit(cy.getElementById("player:Alessandro Bastoni").closedNeighborhood(), 60)`);
  await settle(page);
  const [one, other] = [await place(page, "club:Liverpool"), await place(page, "club:Arsenal")];
  await page.mouse.click(one.x, one.y);
  await panel(page, "Liverpool");
  await settle(page);
  const second = await place(page, "club:Arsenal");
  await page.keyboard.down("Shift");
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up("Shift");
  await panel(page, "Liverpool against Arsenal");
  assert.ok((await page.locator("#panel tbody tr").count()) > 0, "they meet over somebody");
  void other;
  // a player dragged onto a club: what if
  await page.keyboard.press("Escape");
  await graph(page, `void cy.fit(cy.getElementById("player:Alessandro Bastoni").closedNeighborhood(), 60)`);
  await settle(page);
  const [from, to] = [await place(page, "player:Alessandro Bastoni"), await place(page, "club:Arsenal")];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  assert.equal(await graph(page, `cy.nodes(".target").length`), 1, "the club is marked");
  await page.mouse.up();
  await panel(page, "Alessandro Bastoni joins Arsenal");
}

async function checkFilters(page) {
  await page.keyboard.press("Escape");
  await page.click("#filter-toggle");
  const before = await page.textContent("#status");
  await page.selectOption("#filters label:has-text('Position') select", { index: 1 });
  await page.waitForFunction((t) => document.getElementById("status").textContent !== t, before);
  assert.match(page.url(), /position=/);
  await checkAccess(page, "the filters");
  await page.click("#filters button");
  await page.waitForFunction((t) => document.getElementById("status").textContent === t, before);
  await page.click("#save-toggle");
  const waiting = page.waitForEvent("download");
  await page.click("#save button >> nth=0");
  assert.match((await waiting).suggestedFilename(), /\.png$/);
}

async function checkTime(page) {
  const last = await page.textContent("#time output");
  await page.locator("#day").focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => /at=\d/.test(location.hash));
  assert.notEqual(await page.textContent("#time output"), last);
  await page.waitForSelector("#panel:not([aria-busy])");
  await page.locator("#day").focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => !/at=/.test(location.hash));
  await page.keyboard.press("Home");
  await page.waitForFunction(() => /at=/.test(location.hash));
  const first = await page.textContent("#time output");
  await page.click("#play");
  await page.waitForFunction((t) => document.querySelector("#time output").textContent !== t, first);
  await page.click("#play");
  assert.equal(await page.getAttribute("#play", "aria-pressed"), "false");
  await page.locator("#day").focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => !/at=/.test(location.hash));
}

async function checkKeyboard(page) {
  await page.focus("#graph");
  await page.keyboard.press("ArrowRight");
  assert.match(await page.textContent("#status"), /, (player|club)\. (Wanted by|Wants) /);
  const told = (await page.textContent("#status")).split(",")[0];
  await page.keyboard.press("Enter");
  await panel(page, told);
  assert.equal(await page.evaluate(() => document.activeElement.id), "panel");
  await page.keyboard.press("Tab"); // close
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // the first link of the panel
  await page.waitForSelector("#panel:not([aria-busy]) h2");
  await page.keyboard.press("Escape");
  await panel(page, "The hottest races");
  await page.keyboard.press("/");
  await page.keyboard.type("liverp");
  await page.waitForSelector("#search-list strong");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await panel(page, "Liverpool");
  await page.focus("#graph");
  await page.keyboard.press("l");
  await page.waitForSelector("#list:not([hidden]) li");
  await checkAccess(page, "the list");
  await shoot(page, "list");
}

async function checkPhone(browser, base) {
  const page = await open(browser, base, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than a phone");
  await page.tap("#panel ol.races a >> nth=0");
  await page.waitForSelector("#panel ol.suitors");
  await page.tap("#panel ol.suitors button >> nth=0");
  await page.waitForSelector("#panel:not([aria-busy]) table");
  assert.ok(await page.evaluate(() => document.getElementById("panel").scrollWidth <= innerWidth), "the panel is wider than a phone");
  await checkAccess(page, "a phone");
  await shoot(page, "phone");
  await page.context().close();
}

async function checkDark(browser, base) {
  const page = await open(browser, `${base}#show=club%3ALiverpool`, { colorScheme: "dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await checkAccess(page, "the dark");
  await shoot(page, "dark");
  await page.click("#theme-toggle");
  assert.notEqual(await background(), dark);
  await page.context().close();
}

async function checkHostile(browser, base) {
  const page = await open(browser, `${base}#top=0`);
  await page.fill("#search-input", "evil");
  await page.waitForSelector("#search-list strong");
  await page.keyboard.press("Enter");
  await panel(page, "<img src=x");
  await page.click("#panel details.says");
  await page.waitForSelector("#panel blockquote");
  assert.equal(await page.locator("img").count(), 0, "a name became an element");
  assert.match(await page.title(), /^suitor/);
  await page.context().close();
}

async function checkWrong(browser, base, server) {
  const page = await open(browser, `${base}#show=player%3ANobody%20Atall`);
  await panel(page, "That did not work");
  assert.match(await page.textContent("#panel .wrong"), /no player or club called/);
  problems.splice(0); // the browser says on its console that an answer was 400
  server.kill("SIGINT");
  await new Promise((resolve) => server.on("exit", resolve));
  await page.evaluate(() => (location.hash = "#show=club%3AChelsea"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await panel(page, "No answer");
  problems.splice(0); // nor that nobody is there
  await page.context().close();
}

async function checkFile(browser) {
  const file = join(folder, "market.html");
  run("export", "-o", file, "--top", "6");
  const page = await open(browser, pathToFileURL(file).href);
  await page.fill("#search-input", "basto");
  await page.waitForSelector("#search-list strong");
  await page.keyboard.press("Enter");
  await panel(page, "Alessandro Bastoni");
  await page.click("#panel details.says >> nth=0");
  await page.waitForSelector("#panel blockquote mark");
  await page.locator("#panel ol.suitors > li", { hasText: "Liverpool" }).locator("button").click();
  await panel(page, "joins Liverpool");
  await page.locator("#day").focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => /at=/.test(location.hash));
  await checkAccess(page, "a file");
  await shoot(page, "file");
  assert.deepEqual(page.asked.filter((u) => !u.startsWith("file:") && !u.startsWith("blob:") && !u.startsWith("data:")), [], "the file asks for more");
  await page.context().close();
}

let failed = 0;
makeStore();
const { server, base } = await startServer();
const browser = await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  if ((await (await fetch(base)).text()).includes("without its page")) skip("the program was built without the page");
  const bytes = await checkLoad(browser, base);
  const page = await open(browser, base);
  page.setDefaultTimeout(20000);
  for (const check of [checkMouse, checkGraph, checkFilters, checkTime, checkKeyboard]) await check(page);
  assert.deepEqual(page.asked.filter((u) => !u.startsWith(base) && !u.startsWith("blob:") && !u.startsWith("data:")), [], "requests leave this machine");
  await checkPhone(browser, base);
  await checkDark(browser, base);
  await checkHostile(browser, base);
  await checkFile(browser);
  assert.deepEqual(problems, [], "the browser complains");
  await checkWrong(browser, base, server);
  console.log(`the page: ${bytes} bytes, all as it should be`);
} catch (error) {
  console.error(error);
  failed = 1;
} finally {
  await browser.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed);

// What every test of the page needs: a store of the sample articles, the server, a browser, and
// pages that are watched. Nothing but this machine may be asked, and nothing may be complained of.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const SKIPPED = 77; // as ctest is told in CMakeLists.txt
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(SKIPPED);
}

const [suitor, articles, build] = process.argv.slice(2).map((path) => resolve(path));
const chromiumPath = process.env.CHROMIUM ?? browsers.find(existsSync);
const modules = join(build, "viz/page/node_modules");

/** Where the page was bundled, and the sources it was bundled from. */
export const bundle = join(build, "page");
if (!chromiumPath) skip("no Chromium");
if (!existsSync(join(modules, "playwright-core")) || !existsSync(join(bundle, "index.html"))) skip("the page is not built: ./dev page");

const load = createRequire(join(modules, "of-the-page.js"));
const axeSource = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

/** A folder for this test, and the store in it. */
export const folder = mkdtempSync(join(tmpdir(), "suitor-page-"));
export const store = join(folder, "market.db");

/** Run the program to its end; its standard output. */
export function run(...words) {
  const told = spawnSync(suitor, ["--db", store, ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(told.status, 0, `suitor ${words.join(" ")}: ${told.stderr}`);
  return told.stdout;
}

/** Serve a store; resolves to { url, stop() } once it listens. */
export function serve(db = store) {
  const server = spawn(suitor, ["--db", db, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const stop = () =>
    new Promise((resolve) => {
      if (server.exitCode !== null) return resolve();
      server.once("exit", resolve);
      server.kill("SIGINT");
    });
  return new Promise((resolve, reject) => {
    let told = "";
    for (const stream of [server.stdout, server.stderr])
      stream.on("data", (data) => {
        told += data;
        const url = told.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (url) resolve({ url: url[0], stop });
      });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
}

/** The sample articles alone. */
export const ingest = () => run("ingest", articles);

/** A name that would run if it became markup. */
export const marked = `<img src=x onerror="document.title='broken'">`;

const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/** The sample articles, two of addresses good and bad, and rumours of somebody of that name. */
export function makeStore() {
  const saying = (club, url) => JSON.stringify({ id: url, url, date: "2026-05-29", title: `${club} want Otto Weblink`, source: "The Paper", text: `${club} are keen on Lens striker Otto Weblink.` });
  const lines = join(folder, "addresses.jsonl");
  const rumours = join(folder, "rumours.csv");
  writeFileSync(lines, `${saying("Everton", "https://paper.example/otto")}\n${saying("Fulham", "javascript:alert(1)")}\n`);
  writeFileSync(rumours, `player,club,owner,date\n${[`Evil ${marked}`, `${marked} United`, "Nobody FC", "2026-05-29"].map(cell).join(",")}\n`);
  run("ingest", articles, lines);
  run("import", "rumours", rumours);
}

export const browser = await load("playwright-core").chromium.launch({
  executablePath: chromiumPath,
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

/**
 * A page of its own for `work(page)`. Fails where it asked for anything beyond `mayAsk`, a
 * pattern of addresses, or wrote an error that is not among `expected`, a pattern too.
 */
export async function onPage(work, { mayAsk = /^(http:\/\/127\.0\.0\.1:\d+\/|blob:|data:)/, expected = null, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const asked = [];
  const errors = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => (errors.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("pageerror", (error) => errors.push(error.stack));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.setDefaultTimeout(10000);
  try {
    await work(page, asked);
  } finally {
    await context.close();
  }
  assert.deepEqual(asked.filter((url) => !mayAsk.test(url)), [], "the page asked elsewhere");
  assert.deepEqual(errors.filter((text) => !expected?.test(text)), [], "the browser complained");
}

/** Keep a picture of `page` where SUITOR_SHOTS names a folder for them, to be looked at. */
export async function shoot(page, name) {
  if (process.env.SUITOR_SHOTS) await page.screenshot({ path: join(process.env.SUITOR_SHOTS, `${name}.png`) });
}

/** Open a view, and wait until all of it is there. */
export async function open(page, address) {
  await page.goto(address);
  await ready(page);
}

/** Until the graph is laid out and the panel has its answer. */
export async function ready(page) {
  await page.waitForSelector("body[data-ready]");
  await page.waitForSelector("#panel:not([aria-busy])");
}

/** Until the panel is about `text`, all of it. */
export async function headed(page, text) {
  await page.locator("#panel h2").first().filter({ hasText: text }).waitFor();
  await ready(page);
}

/** The rules of axe-core hold, or those of `rules` only. */
export async function assertAccessible(page, view, rules = null) {
  await page.evaluate(axeSource); // through the debugger, which the policy of the page does not bind
  const { violations } = await page.evaluate((only) => window.axe.run(document, {
    resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...(only ? { runOnly: { type: "rule", values: only } } : {}),
  }), rules);
  const told = violations.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `    ${n.html}\n    ${n.failureSummary}`).join("\n")}`);
  assert.deepEqual(told, [], `axe-core on ${view}`);
}

/** Where on the screen a node is, or the middle of an edge [from, to], by ids. */
export const placeOf = (page, of) =>
  page.evaluate((ids) => {
    const container = document.getElementById("graph");
    const corner = container.getBoundingClientRect();
    const places = [ids].flat().map((id) => container._cyreg.cy.getElementById(id).renderedPosition());
    const mean = (key) => places.reduce((sum, p) => sum + p[key], 0) / places.length;
    return { x: corner.x + mean("x"), y: corner.y + mean("y") };
  }, of);

export async function end() {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

// The page as people use it: by mouse, by keyboard, on a phone, in the dark.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, end, folder, headed, makeStore, marked, onPage, open, placeOf, ready, run, serve, shoot } from "./stage.mjs";

const MOST_BYTES = 400_000; // of the first load, packed
let server;

before(async () => {
  makeStore();
  server = await serve();
});
after(async () => {
  await server.stop();
  await end();
});

const at = (hash = "") => `${server.url}/${hash}`;
const answer = (...words) => JSON.parse(run("--json", ...words));

async function drag(page, from, to) {
  const [begin, end] = [await placeOf(page, from), await placeOf(page, to)];
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  for (const share of [0.3, 0.6, 0.9, 1]) await page.mouse.move(begin.x + share * (end.x - begin.x), begin.y + share * (end.y - begin.y));
  await page.mouse.up();
}

const click = async (page, node, options) => {
  const place = await placeOf(page, node);
  await page.mouse.click(place.x, place.y, options);
};

async function holding(page, key, work) {
  await page.keyboard.down(key);
  await work();
  await page.keyboard.up(key);
}

test("the first load is small, and shows the hottest race", () =>
  onPage(async (page) => {
    let bytes = 0;
    page.on("response", (response) => (bytes += Number(response.headers()["content-length"] ?? 0)));
    await open(page, at());
    assert.ok(bytes > 100_000 && bytes < MOST_BYTES, `${bytes} bytes`);
    const first = page.locator("#panel ol.races > li").first();
    assert.match(await first.textContent(), /Alessandro Bastoni.*Liverpool.*Arsenal/s);
    assert.match(await page.locator("#status").textContent(), /\d+ players, \d+ clubs, \d+ interests/);
  }));

test("who else wants Murillo, says who, and what if Bastoni goes to Liverpool: three clicks", () =>
  onPage(async (page) => {
    await open(page, at());
    await click(page, "player:Murillo"); // one
    await headed(page, "Murillo");
    const clubs = await page.locator(".suitors .name").allTextContents();
    assert.deepEqual(clubs, answer("rivals", "Murillo").suitors.map((s) => s.club));
    await page.getByText("Who says so").first().click(); // two
    const said = answer("explain", "Murillo", clubs[0]).evidence.map((e) => e.quote);
    assert.ok(said.includes(await page.locator(".evidence mark").first().textContent()));
    await drag(page, "player:Alessandro Bastoni", "club:Liverpool"); // three
    await headed(page, "If Alessandro Bastoni joins Liverpool");
    assert.match(await page.locator("#panel tbody").first().textContent(), /[▲▼] [+−]\d/);
    assert.match(page.url(), /what=Alessandro%20Bastoni%20-%3E%20Liverpool/);
  }));

test("search completes names", () =>
  onPage(async (page) => {
    await open(page, at());
    const input = page.getByRole("combobox");
    await input.fill("NOTT for");
    await input.fill("mürill");
    await page.getByRole("option", { name: "Murillo" }).waitFor();
    assert.equal(await input.getAttribute("aria-expanded"), "true");
    assert.equal(await input.getAttribute("aria-activedescendant"), "found-0");
    await input.press("Escape");
    assert.equal(await input.getAttribute("aria-expanded"), "false");
    await input.fill("liverp");
    await page.getByRole("option", { name: "Liverpool" }).click();
    await headed(page, "Liverpool");
    await input.fill("zzzz");
    await page.getByText("Nobody of that name").waitFor();
  }));

test("a click on an edge shows its sentences, their arithmetic and the articles", () =>
  onPage(async (page) => {
    await open(page, at());
    await click(page, ["player:Alessandro Bastoni", "club:Liverpool"]);
    await headed(page, "Alessandro Bastoni to Liverpool");
    const x = answer("explain", "Alessandro Bastoni", "Liverpool");
    assert.equal(await page.locator(".evidence > li").count(), x.evidence.length);
    await page.locator(".evidence summary").first().click();
    assert.match(await page.locator(".evidence .sum").first().textContent(), /^\d\.\d\d stage × .* = \d\.\d{3}$/);
    await page.getByText("whole text").first().click();
    await page.locator("#panel .text mark").first().waitFor();
  }));

test("articles are linked where they are on the web, and only there", () =>
  onPage(async (page) => {
    const link = (club) => page.locator(".suitors > li", { hasText: club }).locator(".where a");
    await open(page, at("#top=0&show=player:Otto%20Weblink"));
    for (const summary of await page.getByText("Who says so").all()) await summary.click();
    await page.locator(".where").nth(1).waitFor();
    assert.equal(await link("Everton").first().getAttribute("href"), "https://paper.example/otto");
    assert.match(await link("Fulham").first().getAttribute("href"), /^#.*show=article/);
    assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  }));

test("names that are markup stay text", () =>
  onPage(async (page) => {
    await open(page, at("#top=0"));
    const input = page.getByRole("combobox");
    await input.fill("evil");
    await page.getByRole("option").locator("strong").first().waitFor();
    await input.press("Enter");
    await headed(page, marked);
    await page.getByText("Who says so").first().click();
    await page.locator("#panel blockquote").first().waitFor();
    await page.getByRole("button", { name: "List" }).click();
    assert.equal(await page.locator("img").count(), 0);
    assert.match(await page.title(), /^suitor/);
  }));

test("two clubs are laid side by side", () =>
  onPage(async (page) => {
    await open(page, at());
    await click(page, "club:Liverpool");
    await headed(page, "Liverpool");
    await holding(page, "Shift", () => click(page, "club:Arsenal"));
    await headed(page, "Liverpool against Arsenal");
    const rows = page.locator("#panel tbody tr");
    assert.equal(await rows.count(), answer("rivals", "Liverpool", "Arsenal").rivals[0].players.length);
  }));

test("the slider goes to a day, and plays the window", () =>
  onPage(async (page) => {
    await open(page, at());
    const before = await page.locator("#status").textContent();
    await page.locator("#day").fill("40");
    await page.waitForURL(/at=2026-01-13/);
    await page.waitForFunction((was) => document.getElementById("status").textContent !== was, before);
    await ready(page);
    await page.locator("#play").click();
    await page.waitForURL((url) => !url.hash.includes("at=2026-01-13"));
    await page.locator("#play").click();
    assert.equal(await page.locator("#play").getAttribute("aria-pressed"), "false");
  }));

test("filters leave what passes them", () =>
  onPage(async (page) => {
    await open(page, at());
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByLabel("Position").selectOption("CB");
    await page.waitForFunction(() => document.getElementById("graph")._cyreg.cy.getElementById("player:Victor Osimhen").empty());
    const players = await page.evaluate(() => document.getElementById("graph")._cyreg.cy.nodes("[kind='player']").map((n) => n.data("name")));
    assert.ok(players.includes("Alessandro Bastoni") && players.includes("Murillo"));
    await page.getByLabel("Weight at least").fill("60");
    await page.getByLabel("Stage at least").selectOption("bid");
    await page.getByLabel("League").selectOption({ index: 1 });
    await page.waitForURL(/league=/);
    await page.getByRole("button", { name: "No filters" }).click();
    await page.waitForFunction(() => document.getElementById("graph")._cyreg.cy.getElementById("player:Victor Osimhen").nonempty());
  }));

test("the address has the whole view, and the back button goes back", () =>
  onPage(async (page) => {
    await open(page, at("#at=2026-03-31&show=player:Murillo&position=CB"));
    await headed(page, "Murillo");
    assert.equal(await page.locator("#day").getAttribute("aria-valuetext"), "2026-03-31");
    await page.locator(".suitors .name a").first().click();
    await page.waitForURL(/show=club/);
    await page.goBack();
    await headed(page, "Murillo");
    assert.match(page.url(), /at=2026-03-31/);
    await page.reload();
    await headed(page, "Murillo");
  }));

test("a what-if tells its progress, and is given up", () =>
  onPage(
    async (page) => {
      let asked = 0;
      await page.route("**/api/simulate*", async (route) => {
        asked++;
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.abort().catch(() => {});
      });
      await open(page, at("#show=player:Murillo"));
      await page.getByRole("button", { name: "What if he joins?" }).first().click();
      await page.getByRole("progressbar").waitFor();
      await page.getByRole("button", { name: "Give up" }).click();
      await headed(page, "Murillo");
      assert.equal(asked, 1);
    },
    { expected: /Failed to load resource/ },
  ));

test("a late answer does not take the place of a later question's", () =>
  onPage(async (page) => {
    await open(page, at());
    await page.route("**/api/rivals?name=Murillo", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    const late = page.waitForResponse("**/api/rivals?name=Murillo");
    await click(page, "player:Murillo");
    await click(page, "club:Liverpool");
    await late;
    await headed(page, "Liverpool");
  }));

test("a name that nobody has, and a server that is gone, are told kindly", () =>
  onPage(
    async (page) => {
      const other = await serve();
      await open(page, `${other.url}/#show=player:Nobody%20Atall`);
      await headed(page, "That did not work");
      assert.match(await page.locator("#panel .wrong").textContent(), /no player or club called/);
      await other.stop();
      await page.locator("#panel .close").click();
      await page.locator("#panel ol.races a, #panel h2").first().waitFor();
      await page.goto(`${other.url}/#show=club:Chelsea`);
      await headed(page, "No answer");
      await page.getByText("does not answer").waitFor();
    },
    { expected: /Failed to load resource/ },
  ));

test("an empty store says how to fill it", () =>
  onPage(async (page) => {
    const empty = join(folder, "empty.db");
    const nothing = join(folder, "nothing");
    mkdirSync(nothing);
    run("--db", empty, "ingest", nothing);
    const other = await serve(empty);
    await open(page, other.url);
    await other.stop();
    await page.getByText("suitor ingest").first().waitFor();
    await assertAccessible(page, "an empty store");
  }));

test("what follows from a move, step by step", () =>
  onPage(async (page) => {
    await open(page, at("#chain=Alessandro%20Bastoni%20-%3E%20Liverpool"));
    await headed(page, "What follows");
    const first = answer("chains", "Alessandro Bastoni -> Liverpool", "--top", "12").chains[0];
    assert.ok((await page.locator("#panel").textContent()).includes(first.steps[1].player));
  }));

test("by keyboard alone", () =>
  onPage(async (page) => {
    await open(page, at());
    const players = Number((await page.locator("#status").textContent()).match(/^(\d+) players/)?.[1]);
    await page.keyboard.press("/");
    await page.keyboard.type("muri");
    await page.getByRole("option", { name: "Murillo" }).waitFor();
    await page.keyboard.press("Enter");
    await headed(page, "Murillo");
    assert.ok(await page.evaluate(() => document.getElementById("panel").contains(document.activeElement)), "the focus is in the panel");
    while ((await page.evaluate(() => document.activeElement.tagName)) !== "SUMMARY") await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".evidence mark").first().waitFor();
    while (!(await page.evaluate(() => document.activeElement.textContent.includes("What if he joins")))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await headed(page, "If Murillo joins");
    assert.ok(await page.evaluate(() => document.getElementById("panel").contains(document.activeElement)), "the focus stays in the panel");
    await page.keyboard.press("Escape");
    await headed(page, "The hottest races");
    await page.locator("#graph").focus();
    await page.keyboard.press("ArrowRight");
    assert.match(await page.locator("#status").textContent(), /^.*, (player|club)\. (Wanted by|Wants) /);
    const name = (await page.locator("#status").textContent()).split(",")[0];
    await page.keyboard.press("Enter");
    await headed(page, name);
    await page.locator("#graph").focus();
    await page.keyboard.press("l");
    await page.locator("#list ol.races").waitFor();
    await page.locator("#list .races > li").nth(players - 1).waitFor();
  }));

test("on a phone", () =>
  onPage(
    async (page) => {
      for (const view of ["", "#show=player:Murillo", "#what=Murillo%20-%3E%20Chelsea", "#show=clubs:Liverpool%7CArsenal", "#view=list"]) {
        await open(page, at(view));
        const { wide, inner } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inner: document.getElementById("panel").scrollWidth - document.getElementById("panel").clientWidth }));
        await shoot(page, `phone-${view.slice(1, 12)}`);
        assert.equal(wide, 360, `${view} is as wide as the screen`);
        assert.ok(inner <= 0, `${view}: the panel scrolls sideways by ${inner}`);
      }
      await open(page, at());
      const place = await placeOf(page, "player:Alessandro Bastoni");
      await page.touchscreen.tap(place.x, place.y);
      await headed(page, "Alessandro Bastoni");
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  ));

test("in the dark", () =>
  onPage(
    async (page) => {
      await open(page, at());
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(await ground(), "rgb(20, 24, 29)");
      await page.getByRole("button", { name: "Dark colours" }).click();
      assert.equal(await ground(), "rgb(255, 255, 255)");
      await page.reload();
      await ready(page);
      assert.equal(await ground(), "rgb(255, 255, 255)", "the choice is kept");
    },
    { colorScheme: "dark" },
  ));

test("what is seen is saved", () =>
  onPage(async (page) => {
    await open(page, at("#show=player:Murillo"));
    await page.getByRole("button", { name: "Save" }).click();
    const saved = async (name) => {
      const download = page.waitForEvent("download");
      await page.locator("#save").getByRole("button", { name }).first().click();
      return readFileSync(await (await download).path());
    };
    assert.equal((await saved("PNG")).subarray(1, 4).toString(), "PNG");
    assert.ok(JSON.parse(await saved("JSON")).nodes.length > 10);
    assert.match((await saved("SVG")).toString(), /<svg/);
    assert.match((await saved("GRAPHML")).toString(), /<graphml/);
    await page.getByText("GRAPHML: done").waitFor();
  }));

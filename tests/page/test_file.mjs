// The page as one file from a disk: everything in it, and no request to anywhere.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assertAccessible, end, folder, headed, makeStore, onPage, open, ready, run, shoot } from "./stage.mjs";

const MOST_BYTES = 8_000_000; // to be sent by mail
const path = join(folder, "market.html");

before(() => {
  makeStore();
  run("export", "-o", path, "--top", "6");
});
after(end);

test("a file answers without a server", () =>
  onPage(
    async (page, asked) => {
      assert.ok(statSync(path).size < MOST_BYTES);
      await open(page, pathToFileURL(path).href);
      await page.getByRole("combobox").fill("basto");
      await page.getByRole("option", { name: "Bastoni" }).waitFor();
      await page.keyboard.press("Enter");
      await headed(page, "Alessandro Bastoni");
      await page.getByText("Who says so").first().click();
      await page.locator("#panel blockquote mark").first().waitFor();
      await page.getByText("whole text").first().click();
      await page.locator("#panel .text mark").first().waitFor();
      await page.goBack();
      await page.locator(".suitors > li", { hasText: "Liverpool" }).getByRole("button").click();
      await headed(page, "If Alessandro Bastoni joins Liverpool");
      await shoot(page, "file");
      await page.locator("#day").focus();
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL(/at=/);
      await ready(page);
      await assertAccessible(page, "a file");
      assert.equal(asked.filter((url) => !/^(blob|data):/.test(url)).length, 1);
    },
    { mayAsk: /^(file|blob|data):/ },
  ));

test("what a file cannot answer it says", () =>
  onPage(
    async (page) => {
      await open(page, `${pathToFileURL(path).href}#what=Nobody%20Atall%20-%3E%20Liverpool`);
      await page.getByText("This file does not hold that answer").waitFor();
    },
    { mayAsk: /^(file|blob|data):/ },
  ));

// Whether people with disabilities stumble: the rules of axe-core (WCAG 2.2 AA, best practices) in
// each view, and its rules of contrast once more in the dark.
import { after, before, test } from "node:test";
import { assertAccessible, end, headed, makeStore, onPage, open, serve, shoot } from "./stage.mjs";

let server;

before(async () => {
  makeStore();
  server = await serve();
});
after(async () => {
  await server.stop();
  await end();
});

const views = [
  ["", "The hottest races"], ["#show=player:Murillo", "Murillo"], ["#show=club:Liverpool", "Liverpool"],
  ["#show=pair:Alessandro%20Bastoni%7CLiverpool", "Bastoni to Liverpool"], ["#show=clubs:Liverpool%7CArsenal", "Liverpool against Arsenal"],
  ["#chain=Alessandro%20Bastoni%20-%3E%20Liverpool", "What follows"], ["#what=Alessandro%20Bastoni%20-%3E%20Liverpool", "If Alessandro Bastoni joins"],
  ["#show=player:Nobody%20Atall", "That did not work"], ["#view=list", "The hottest races"],
];

const inView = (name, rules, options) =>
  test(name, () =>
    onPage(
      async (page) => {
        await open(page, server.url);
        for (const [hash, heading] of views) {
          await page.goto(`${server.url}/${hash}`);
          await headed(page, heading);
          for (const toggle of hash ? [] : ["Filters", "Save"]) await page.getByRole("button", { name: toggle }).click();
          for (const summary of (await page.locator("#panel summary").all()).slice(0, 2)) await summary.click();
          await shoot(page, `${options.colorScheme ?? "phone"}-${heading.replace(/ /g, "-")}${hash === "#view=list" ? "-list" : ""}`);
          await assertAccessible(page, `${heading}, ${hash}`, rules);
        }
      },
      { expected: /Failed to load resource/ /* of nobody */, ...options },
    ));

inView("each view, light", null, { colorScheme: "light" });
inView("each view, dark", ["color-contrast", "link-in-text-block"], { colorScheme: "dark" });
inView("each view, on a phone", ["target-size", "scrollable-region-focusable", "color-contrast"], { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

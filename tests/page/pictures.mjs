// The pictures of docs/page.md: node pictures.mjs SUITOR ARTICLES BUILD FOLDER
import { join } from "node:path";
import { end, headed, ingest, onPage, open, serve } from "./stage.mjs";

const folder = process.argv[5];
const views = [
  ["page-race", "#show=player:Murillo", "Murillo", { colorScheme: "light", viewport: { width: 1000, height: 620 } }],
  ["page-what-if", "#what=Alessandro%20Bastoni%20-%3E%20Liverpool", "If Alessandro Bastoni joins", { colorScheme: "dark", viewport: { width: 1000, height: 620 } }],
];

ingest();
const server = await serve();
for (const [name, hash, heading, options] of views)
  await onPage(async (page) => {
    await open(page, `${server.url}/${hash}`);
    await headed(page, heading);
    await page.locator("#panel summary").first().click().catch(() => {}); // a what-if has none
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }, { ...options });
await server.stop();
await end();

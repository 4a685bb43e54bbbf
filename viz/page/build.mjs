// Bundle the page into FOLDER: node build.mjs FOLDER. Each file is packed too, as the server sends it.
import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "built");

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, "src/main.js"), join(here, "src/app.css")],
  entryNames: "app",
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
});
for (const name of ["index.html", "favicon.svg"]) writeFileSync(join(out, name), readFileSync(join(here, name)));
for (const name of ["index.html", "favicon.svg", "app.js", "app.css"])
  writeFileSync(join(out, `${name}.gz`), gzipSync(readFileSync(join(out, name)), { level: 9 }));

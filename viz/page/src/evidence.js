// The sentences behind an interest, with the telling words marked and the arithmetic beside them.
import { h, link } from "./dom.js";
import { addressOf } from "./state.js";
import { plural, stageWord } from "./words.js";

/** The sentence with its quote marked, or the quote alone where it goes beyond it. */
export function sentence(e) {
  const at = e.sentence ? e.sentence.indexOf(e.quote) : -1;
  if (at < 0) return h("blockquote", {}, h("mark", {}, e.quote));
  return h("blockquote", {}, e.sentence.slice(0, at), h("mark", {}, e.quote), e.sentence.slice(at + e.quote.length));
}

const factorNames = ["stage", "hedge", "reliability", "confidence", "decay", "kept"];

function arithmetic(e) {
  const terms = factorNames.filter((k) => e.factors[k] !== undefined).map((k) => `${e.factors[k].toFixed(2)} ${k}`);
  return h("p", { class: "sum" }, `${terms.join(" × ")} = ${e.strength.toFixed(3)}${e.counts ? "" : " (not counted)"}`);
}

function source(e) {
  const outlet = e.outlet && e.outlet !== e.origin ? ` in ${e.outlet}` : "";
  return h("p", { class: "source" },
    h("time", {}, e.date ?? "no date"), " ", h("strong", {}, e.origin ?? "origin unknown"), outlet, " · ",
    `${e.relation === "interest" ? "" : `${e.relation} `}${stageWord(e.stage)}`);
}

function item(e) {
  return h("li", { class: e.counts ? "" : "weak" },
    source(e), sentence(e),
    h("p", { class: "where" },
      e.url ? [link(e.url, e.title ?? "the article"), " · "] : null,
      h("a", { href: addressOf({ show: `article:${e.article}` }) }, "whole text")),
    h("details", {}, h("summary", {}, `counts ${e.strength.toFixed(3)}`), arithmetic(e)));
}

/** What `explain` answers, strongest and newest first. */
export function evidenceList(x) {
  const rows = [...x.evidence].sort((a, b) => b.counts - a.counts || b.strength - a.strength || (a.date < b.date ? 1 : -1));
  return [
    x.evidence.length === 0 ? h("p", {}, "No article says that they want him.") : null,
    x.too_little ? h("p", { class: "thin" }, `Too little to say: ${plural(x.origins, "origin")}, ${plural(x.articles, "article")}.`)
      : h("p", { class: "rests" }, `Rests on ${plural(x.origins, "origin")}, ${plural(x.articles, "article")}.`),
    h("ol", { class: "evidence" }, rows.map(item)),
    x.rejected ? h("p", {}, `${plural(x.rejected, "piece")} of evidence rejected by a correction.`) : null,
  ];
}

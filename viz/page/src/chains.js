// Chains of moves as a tree: those that begin alike share their beginning.
import { h } from "./dom.js";
import { toClub, toPair, toPlayer } from "./panel.js";
import { percent } from "./words.js";

const leads = {
  "need met": "with that need met, ", vacancy: "a man short, ", "beaten rival": "beaten to him, ", "one of two": "one of the two gone, ",
  spent: "with the money, ", gone: "then ",
};

const sameStep = (a, b) => a.player === b.player && a.to === b.to && a.stays === b.stays;

function words(s) {
  const from = s.from ? toClub(s.from) : "his club";
  const lead = leads[s.mechanism] ?? "";
  if (s.stays) return [s.mechanism === "one of two" ? "so " : lead, from, " keep ", toPlayer(s.player)];
  if (!s.to) return [lead, toPlayer(s.player), " leaves ", from];
  return [lead, toClub(s.to), " sign ", toPlayer(s.player), " from ", from];
}

function told(s) {
  if (!s.evidence) return null;
  return h("p", { class: "facts" }, `${s.evidence.date ?? ""} ${s.evidence.origin ?? ""}: `, h("q", {}, s.evidence.quote), " ", s.to ? toPair(s.player, s.to, "all of it") : null);
}

function ends(chain, depth) {
  if (chain.steps.length !== depth + 1 || depth === 0) return null;
  return h("p", { class: "facts" }, `all of it ${percent(chain.probability, 1)}; in drawn windows ${percent(chain.frequency, 1)} (±${(200 * chain.standard_error).toFixed(1)})`);
}

function branch(chains, depth) {
  const groups = [];
  for (const chain of chains.filter((c) => c.steps.length > depth)) {
    const group = groups.find((g) => sameStep(g[0].steps[depth], chain.steps[depth]));
    group ? group.push(chain) : groups.push([chain]);
  }
  if (groups.length === 0) return null;
  return h("ol", { class: depth ? "" : "chains" }, groups.map((group) => {
    const s = group[0].steps[depth];
    return h("li", {}, words(s), " ", h("strong", {}, percent(s.probability)),
      s.mechanism ? h("span", { class: "facts" }, ` (${percent(s.before)} by itself)`) : null,
      told(s), group.map((c) => ends(c, depth)), branch(group, depth + 1));
  }));
}

export const chainTree = (chains) => branch(chains, 0);

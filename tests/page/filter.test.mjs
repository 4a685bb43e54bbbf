// What the filters let through, and names as the graph shortens them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyFilters, choices } from "../../viz/page/src/filter.js";
import { percent, price, signed, surname } from "../../viz/page/src/words.js";

const graph = {
  nodes: [
    { id: "player:A", kind: "player", name: "A", position: "CB" },
    { id: "player:B", kind: "player", name: "B", position: "ST" },
    { id: "player:C", kind: "player", name: "C", position: "CB" },
    { id: "club:X", kind: "club", name: "X", league: "Serie A" },
    { id: "club:Y", kind: "club", name: "Y", league: "La Liga" },
  ],
  links: [
    { kind: "interest", source: "player:A", target: "club:X", weight: 0.5, stage: "bid" },
    { kind: "interest", source: "player:A", target: "club:Y", weight: 0.05, stage: "linked" },
    { kind: "interest", source: "player:B", target: "club:Y", weight: 0.3, stage: "keen" },
    { kind: "plays_for", source: "player:B", target: "club:X" },
    { kind: "plays_for", source: "player:C", target: "club:X" },
    { kind: "either_or", source: "player:A", target: "player:B" },
  ],
};
const none = { league: "", position: "", stage: "", least: "0" };

for (const [what, filters, nodes, links] of [
  ["no filter: all interests, and clubs of who is wanted", none, ["player:A", "player:B", "club:X", "club:Y"], 5],
  ["weight", { ...none, least: "10" }, ["player:A", "player:B", "club:X", "club:Y"], 4],
  ["stage", { ...none, stage: "keen" }, ["player:A", "player:B", "club:X", "club:Y"], 4],
  ["position", { ...none, position: "ST" }, ["player:B", "club:X", "club:Y"], 2],
  ["league", { ...none, league: "Serie A" }, ["player:A", "club:X"], 1],
  ["nothing", { ...none, least: "60" }, [], 0],
])
  test(what, () => {
    const shown = applyFilters(graph, filters);
    assert.deepEqual(shown.nodes.map((n) => n.id).sort(), nodes.sort());
    assert.equal(shown.links.length, links);
  });

test("choices", () => assert.deepEqual(choices(graph), { leagues: ["La Liga", "Serie A"], positions: ["CB", "ST"] }));

test("words", () => {
  assert.deepEqual(["Micky van de Ven", "Kevin De Bruyne", "Rodri", "Marc-Andre ter Stegen", "Son Heung-min"].map(surname),
    ["van de Ven", "De Bruyne", "Rodri", "ter Stegen", "Heung-min"]);
  assert.deepEqual([0.012, -0.3, 0, 0.0001].map((x) => signed(x)), ["+1.2", "−30.0", "±0.0", "±0.0"]);
  assert.equal(price({ kind: "asking", currency: "EUR", low: 90, high: 100 }), "€90–100m asking");
  assert.equal(price({ kind: "clause", currency: "CHF", low: 5, high: 5 }), "CHF 5m release clause");
  assert.equal(price(null), null);
});

test("a share that is not nothing is not told as nothing", () => {
  for (const [x, text] of [[0, "0 %"], [0.004, "<1 %"], [0.005, "1 %"], [0.614, "61 %"], [0.9949, "99 %"], [0.996, ">99 %"], [1, "100 %"]])
    assert.equal(percent(x), text);
  assert.equal(percent(0.0001, 1), "<0.1 %");
  assert.equal(percent(0.9999, 1), ">99.9 %");
});

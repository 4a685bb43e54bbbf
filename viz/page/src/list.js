// The graph as a list, for keyboards, readers aloud, and whoever likes lists better.
import { byId, fill, h } from "./dom.js";
import { toClub, toPair, toPlayer } from "./panel.js";
import { percent, positionWord, stageWord } from "./words.js";

const PORTION = 60; // players a frame
let turn = 0;

export async function showList(shown) {
  const mine = ++turn;
  const names = new Map(shown.nodes.map((n) => [n.id, n]));
  const races = new Map();
  for (const l of shown.links) {
    if (l.kind !== "interest") continue;
    if (!races.has(l.source)) races.set(l.source, []);
    races.get(l.source).push(l);
  }
  const heat = (links) => links.reduce((sum, l) => sum + l.weight, 0);
  const order = [...races].sort((a, b) => heat(b[1]) - heat(a[1]));
  const rows = h("ol", { class: "races" });
  const row = ([id, links]) => {
    const player = names.get(id);
    return h("li", {}, h("div", { class: "row" }, h("span", { class: "name" }, toPlayer(player.name)),
      h("span", { class: "facts" }, [player.position ? positionWord(player.position) : null, player.club].filter(Boolean).join(", "))),
    h("p", {}, links.sort((a, b) => b.weight - a.weight).flatMap((l, i) => {
      const club = names.get(l.target).name;
      return [i ? " · " : "", toClub(club), " ", toPair(player.name, club, `${percent(l.weight)}, ${stageWord(l.stage)}`)];
    })));
  };
  fill(byId("list"), h("h2", { class: "hidden" }, "Players and their suitors"),
    order.length === 0 ? h("p", {}, "Nobody: no interest passes the filters on this day.") : rows);
  for (let i = 0; i < order.length && mine === turn; i += PORTION) {
    rows.append(...order.slice(i, i + PORTION).map(row));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

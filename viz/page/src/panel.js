// What is said beside the graph: of a player, a club, an interest, two clubs, an article, a move.
import { ask, AnswerError, isFile } from "./api.js";
import { fill, h, link } from "./dom.js";
import { evidenceList } from "./evidence.js";
import { addressOf, go, state } from "./state.js";
import { clusterColour } from "./theme.js";
import { percent, plural, positionWord, price, signed, stageWord } from "./words.js";
import { chainTree } from "./chains.js";

/** Of which day; a file holds the answers of its last day only, whatever day its graph shows. */
export const at = () => [["at", isFile ? "" : state.at]];

const to = (show, text, more = {}) => h("a", { href: addressOf({ show, what: "", chain: "", ...more }) }, text);
export const toPlayer = (name, text = name) => to(`player:${name}`, text);
export const toClub = (name, text = name) => (name ? to(`club:${name}`, text) : "club unknown");
export const toPair = (player, club, text) => to(`pair:${player}|${club}`, text);

const change = (x, days) => (Math.abs(x) < 0.0005 ? null : h("span", { class: x > 0 ? "rise" : "fall" }, `${signed(x)} in ${days} days`));

const close = () => h("a", { class: "close", href: addressOf({ show: "", what: "", chain: "" }), "aria-label": "Close" }, "×");

function bar(share, colour) {
  return h("span", { class: "bar", "aria-hidden": "true" }, h("span", { class: "fill", vars: { "--share": `${100 * share}%`, "--colour": colour } }));
}

/** The sentences of an interest, below its row, when they are asked for. */
function sentencesOf(player, club) {
  const body = h("div", { class: "sentences" });
  const details = h("details", { class: "says" }, h("summary", {}, "Who says so"), body);
  details.addEventListener("toggle", async () => {
    if (!details.open || body.childElementCount) return;
    fill(body, h("p", { class: "wait" }, "…"));
    try {
      fill(body, evidenceList(await ask("explain", [["player", player], ["club", club], ...at()])));
    } catch (error) {
      fill(body, h("p", { class: "wrong" }, error.message));
    }
  });
  return details;
}

function suitorRow(race, s, colours) {
  return h("li", { class: s.leader ? "leader" : "" },
    h("div", { class: "row" },
      h("span", { class: "name" }, toClub(s.club)), h("span", { class: "figure" }, percent(s.weight)),
      bar(s.weight, clusterColour(colours.get(s.club)))),
    h("p", { class: "facts" }, stageWord(s.stage), " · ", `${percent(s.share)} of the race`, " · ",
      `${plural(s.origins, "origin")}, ${plural(s.articles, "article")}`, " ", change(s.change_7, 7)),
    h("div", { class: "acts" }, sentencesOf(race.player, s.club),
      h("button", { class: "small", onclick: () => go({ what: `${race.player} -> ${s.club}`, show: `player:${race.player}` }) }, `What if he joins?`)));
}

const stance = (race) => [
  race.leaving ? `Leaving ${race.leaving.stage === "likely" ? "is likely" : "is possible"} (${percent(race.leaving.strength)}). ` : "",
  race.staying ? `Said to stay (${percent(race.staying.strength)}).` : "",
];

export async function showPlayer(panel, name, colours) {
  const race = await ask("rivals", [["name", name], ...at()]);
  const facts = [race.club ? toClub(race.club) : "club unknown", race.position ? positionWord(race.position) : null, race.age ? `${race.age}` : null, price(race.price)];
  fill(panel, close(), h("h2", {}, race.player), h("p", { class: "facts" }, facts.filter(Boolean).flatMap((f, i) => (i ? [" · ", f] : [f]))),
    h("p", {}, stance(race)),
    race.either_or.map((e) => h("p", { class: "facts" }, `${e.club} would part with, or take, only one of ${e.players.join(" and ")}.`)),
    race.suitors.length === 0 ? h("p", {}, "Nobody is said to want him.") : [
      h("h3", {}, race.too_little ? "Suitors (too little to say who leads)" : "Suitors"),
      h("ol", { class: "suitors" }, race.suitors.map((s) => suitorRow(race, s, colours))),
      h("p", { class: "facts" }, `${race.effective_suitors.toFixed(1)} suitors in effect, intensity ${race.intensity.toFixed(2)} `, change(race.change_30, 30)),
    ],
    h("div", { class: "acts" },
      h("button", { class: "small", onclick: () => go({ chain: name }) }, "What follows from his moves"),
      h("button", { class: "small", onclick: () => go({ what: `${race.player} stays` }) }, "What if he stays?"),
      h("button", { class: "small", onclick: () => go({ what: `${race.player} leaves` }) }, "What if he leaves?")));
}

function contests(r, club) {
  return h("table", {}, h("caption", { class: "hidden" }, `Players that ${club} and ${r.club} both want`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Player"), h("th", { scope: "col", class: "figure" }, club), h("th", { scope: "col", class: "figure" }, r.club))),
    h("tbody", {}, r.players.map((p) => h("tr", {}, h("th", { scope: "row" }, toPlayer(p.player)),
      h("td", { class: `figure ${p.weight > p.rival_weight ? "ahead" : ""}` }, toPair(p.player, club, percent(p.weight))),
      h("td", { class: `figure ${p.rival_weight > p.weight ? "ahead" : ""}` }, toPair(p.player, r.club, percent(p.rival_weight)))))));
}

const oftener = (r) => (r.q <= 0.05 ? h("p", { class: "facts" }, `They meet more often than chance would have it: over ${r.players.length}, ${r.expected.toFixed(1)} expected.`) : null);

export async function showClub(panel, name, graph) {
  const answer = await ask("rivals", [["name", name], ...at()]);
  const targets = graph.links.filter((l) => l.kind === "interest" && l.target === `club:${answer.club}`).sort((a, b) => b.weight - a.weight);
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  fill(panel, close(), h("h2", {}, answer.club),
    h("h3", {}, "Wants"),
    targets.length ? h("ol", { class: "suitors" }, targets.map((l) => h("li", {}, h("div", { class: "row" },
      h("span", { class: "name" }, toPlayer(names.get(l.source))), h("span", { class: "figure" }, percent(l.weight)), bar(l.weight, clusterColour(null))),
      h("p", { class: "facts" }, stageWord(l.stage), " · ", toPair(names.get(l.source), answer.club, "who says so"))))) : h("p", {}, "Nobody of those shown."),
    h("h3", {}, "Meets"),
    answer.rivals.length ? h("ol", { class: "rivals" }, answer.rivals.slice(0, 12).map((r) => h("li", {},
      h("div", { class: "row" }, h("span", { class: "name" }, toClub(r.club)), h("span", { class: "figure" }, r.rivalry.toFixed(2))),
      h("p", { class: "facts" }, "over ", r.players.slice(0, 3).flatMap((p, i) => (i ? [", ", toPlayer(p.player)] : [toPlayer(p.player)])),
        r.players.length > 3 ? ` and ${r.players.length - 3} more` : "", " · ", to(`clubs:${answer.club}|${r.club}`, "head to head"))))) : h("p", {}, "No other club over a player."),
    h("div", { class: "acts" },
      h("button", { class: "small", onclick: () => go({ chain: answer.club }) }, "What follows from its moves"),
      h("button", { class: "small", onclick: () => go({ what: `${answer.club} out` }) }, "What if it buys nobody?")));
}

export async function showClubs(panel, a, b) {
  const answer = await ask("rivals", [["name", a], ["name", b], ...at()]);
  const r = answer.rivals[0];
  fill(panel, close(), h("h2", {}, toClub(a), " against ", toClub(b)),
    r ? [h("p", { class: "facts" }, `Rivalry ${r.rivalry.toFixed(2)} over ${plural(r.players.length, "player")}; ${plural(r.origins, "origin")}, ${plural(r.articles, "article")}.`),
      oftener(r), contests(r, answer.club)] : h("p", {}, "They want no player both."));
}

export async function showPair(panel, player, club) {
  const x = await ask("explain", [["player", player], ["club", club], ...at()]);
  fill(panel, close(), h("h2", {}, toPlayer(x.player), " to ", toClub(x.club)),
    h("p", { class: "facts" }, `weight ${x.weight.toFixed(3)}`), evidenceList(x),
    h("div", { class: "acts" },
      h("button", { class: "small", onclick: () => go({ what: `${x.player} -> ${x.club}` }) }, "What if it happens?"),
      h("button", { class: "small", onclick: () => go({ chain: `${x.player} -> ${x.club}` }) }, "What follows, step by step")));
}

/** Offsets of the evidence are bytes of UTF-8; the text is cut at them. */
function markedText(article) {
  const bytes = new TextEncoder().encode(article.text);
  const decode = (from, until) => new TextDecoder().decode(bytes.subarray(from, until));
  const parts = [];
  let done = 0;
  for (const e of article.evidence) {
    if (e.start < done) continue;
    parts.push(decode(done, e.start), h("mark", { title: `${e.player}, ${e.club}: ${stageWord(e.stage)}` }, decode(e.start, e.end)));
    done = e.end;
  }
  return [...parts, decode(done, bytes.length)];
}

export async function showArticle(panel, id) {
  const article = await ask("article", [["id", id], ...at()]);
  fill(panel, close(), h("h2", {}, article.title ?? article.id),
    h("p", { class: "facts" }, [article.outlet, article.date].filter(Boolean).join(" · "), " ", article.url ? link(article.url, "the article") : null),
    h("div", { class: "text" }, markedText(article)),
    h("h3", {}, "Read out of it"),
    article.evidence.length ? h("ul", {}, article.evidence.map((e) => h("li", {}, toPlayer(e.player), ", ", toClub(e.club), `: ${e.relation} ${stageWord(e.stage)}`)))
      : h("p", {}, "Nothing."));
}

export async function showChains(panel, from) {
  const answer = await ask("chains", [["name", from], ["top", 12], ...at()]);
  fill(panel, h("a", { class: "close", href: addressOf({ chain: "" }), "aria-label": "Close" }, "×"), h("h2", {}, `What follows: ${from}`),
    answer.chains.length ? chainTree(answer.chains) : h("p", {}, "Nothing follows that is notable: nobody becomes two points likelier to go or stay."));
}

/** The hottest races and the clusters: what there is to begin with. */
export async function showMarket(panel) {
  const [races, clusters] = await Promise.all([ask("races", at()), ask("clusters", [["resamples", 0], ...at()])]);
  fill(panel, h("h2", {}, "The hottest races"),
    races.races.length ? h("ol", { class: "races" }, races.races.slice(0, 12).map((r) => h("li", {},
      h("div", { class: "row" }, h("span", { class: "name" }, toPlayer(r.player)), h("span", { class: "figure" }, r.intensity.toFixed(2))),
      h("p", { class: "facts" }, r.suitors.slice(0, 4).flatMap((s, i) => [i ? ", " : "", toClub(s.club), ` ${percent(s.weight)}`]))))) : h("p", {}, "No player has two suitors."),
    clusters.clusters.length ? [h("h2", {}, "Clubs that keep meeting"), h("ol", { class: "clusters" }, clusters.clusters.slice(0, 8).map((c, i) => h("li", {},
      h("span", { class: "dot", vars: { "--colour": clusterColour(i) } }), " ", c.name,
      h("p", { class: "facts" }, c.clubs.slice(0, 8).flatMap((k, j) => [j ? ", " : "", toClub(k.club)])))))] : null);
}

/** Of a store that nothing was read into. */
export function showNothing(panel) {
  fill(panel, h("h2", {}, "Nothing to show yet"),
    h("p", {}, "This store is empty. Read articles into it, a file, a folder or a feed, and load the page again:"),
    h("pre", {}, h("code", {}, "suitor ingest FOLDER")),
    h("button", { class: "small", onclick: () => location.reload() }, "Load again"));
}

export function showWrong(panel, error) {
  const gone = error instanceof AnswerError && error.status === 0;
  fill(panel, close(), h("h2", {}, gone ? "No answer" : "That did not work"), h("p", { class: "wrong" }, error.message),
    gone ? h("button", { class: "small", onclick: () => location.reload() }, "Try again") : null);
}

// The page: state in the address → graph, list and panel.
import { ask, isFile } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { applyFilters } from "./filter.js";
import { Graph } from "./graph.js";
import { setUpSave, showFilters } from "./controls.js";
import { showList } from "./list.js";
import { showArticle, showChains, showClub, showClubs, showMarket, showNothing, showPair, showPlayer, showWrong } from "./panel.js";
import { setUpSearch } from "./search.js";
import { go, onState, state } from "./state.js";
import { clusterColour, isDark, onTheme, toggleTheme } from "./theme.js";
import { setUpTime } from "./time.js";
import { showWhatIf } from "./whatif.js";

const panel = byId("panel");
let market = { nodes: [], links: [] }; // of the day, all that was asked for
let shown = market; // what passes the filters
let graph;
let busy = false;
let panelTurn = 0;
let giveUpWhatIf = null;
const LARGE = 300; // nodes: finding their places takes a while
let isEmpty = false; // nothing was read into the store

const say = (text) => (byId("status").textContent = text);
const clusters = () => new Map(market.nodes.map((n) => [n.name, n.cluster]));

function counts() {
  if (isEmpty) return "Nothing was read into this store yet.";
  const players = shown.nodes.filter((n) => n.kind === "player").length;
  const interests = shown.links.filter((l) => l.kind === "interest").length;
  return interests ? `${players} players, ${shown.nodes.length - players} clubs, ${interests} interests` : "Nobody: no interest passes the filters on this day.";
}

function showLegend() {
  const used = [...new Set(shown.nodes.map((n) => n.cluster).filter((c) => c !== null && c !== undefined))].sort((a, b) => a - b).slice(0, 6);
  fill(byId("legend"), state.what ? h("span", {}, h("i", { class: "wide up" }), " likelier, ", h("i", { class: "wide down" }), " less likely by so many points in a hundred") : [
    h("span", {}, h("i", { class: "dot" }), " player"), h("span", {}, h("i", { class: "box" }), " club"),
    h("span", {}, h("i", { class: "wide" }), " width: weight; dotted, dashed: linked, watching"),
    used.length ? h("span", {}, used.map((c) => h("i", { class: "dot", vars: { "--colour": clusterColour(c) } })), " clubs that keep meeting") : null,
  ]);
}

/** The part of the graph that stands out for what is shown beside it. */
function choose() {
  const [kind, rest] = [state.show.slice(0, state.show.indexOf(":")), state.show.slice(state.show.indexOf(":") + 1)];
  if (kind === "player" || kind === "club") graph.choose([state.show]);
  else if (kind === "pair") {
    const [player, club] = rest.split("|");
    graph.choose([`player:${player}`], [`player:${player}`, `club:${club}`]);
  } else if (kind === "clubs") graph.choose(rest.split("|").map((c) => `club:${c}`));
  else graph.choose([]);
}

async function showPart() {
  shown = applyFilters(market, state);
  const part = shown;
  showLegend();
  if (state.view === "list") showList(shown);
  if (shown.nodes.length > LARGE) say(`Finding places for ${shown.nodes.length} players and clubs …`);
  if (!(await graph.show(shown)) || part !== shown) return;
  choose();
  say(counts());
}

async function showDay() {
  busy = true;
  try {
    const limit = isFile || state.top === "0" ? [] : [["top", state.top]];
    market = await ask("graph", [...limit, ["at", state.at]]);
    showFilters(market);
    await Promise.all([showPart(), showPanel()]);
  } catch (error) {
    say(error.message);
    await showPanel();
  }
  busy = false;
}

const views = {
  player: (sheet, name) => showPlayer(sheet, name, clusters()),
  club: (sheet, name) => showClub(sheet, name, market),
  pair: (sheet, both) => showPair(sheet, ...both.split("|")),
  clubs: (sheet, both) => showClubs(sheet, ...both.split("|")),
  article: showArticle,
};

/** Fill `sheet` with what belongs beside the graph; resolves to the changes to show on it. */
async function write(sheet, put) {
  if (state.what) {
    const work = new AbortController();
    giveUpWhatIf = () => work.abort();
    put(); // its progress is seen
    return showWhatIf(sheet, state.what, work.signal, () => go({ what: "" }));
  }
  if (isEmpty) return showNothing(sheet), [];
  const view = state.chain ? showChains : (views[state.show.slice(0, state.show.indexOf(":"))] ?? showMarket);
  await view(sheet, state.chain || state.show.slice(state.show.indexOf(":") + 1));
  return [];
}

// Each answer has a sheet of its own, so that a late one does not take the place of a later question's.
async function showPanel() {
  const turn = ++panelTurn;
  const sheet = h("div");
  const hadFocus = panel.contains(document.activeElement);
  const put = () => turn === panelTurn && !sheet.isConnected && fill(panel, sheet);
  giveUpWhatIf?.();
  showLegend();
  panel.setAttribute("aria-busy", "true");
  document.body.classList.toggle("beside", Boolean(state.show || state.what || state.chain));
  let effects = [];
  try {
    effects = await write(sheet, put);
  } catch (error) {
    if (error.name !== "AbortError") showWrong(sheet, error);
  }
  if (turn !== panelTurn) return;
  put();
  graph.effects(effects);
  panel.removeAttribute("aria-busy");
  panel.setAttribute("aria-label", sheet.querySelector("h2")?.textContent ?? "Details");
  panel.scrollTop = 0;
  if (hadFocus && document.activeElement === document.body) panel.focus({ preventScroll: true });
}

function showView() {
  const list = state.view === "list";
  byId("list").hidden = !list;
  byId("graph").hidden = list;
  if (list) showList(shown);
  byId("legend").hidden = list;
  byId("view-toggle").textContent = list ? "Graph" : "List";
}

/** Arrow keys on the graph: from one player or club to the next, as heat has them. */
function setUpKeys() {
  let current = null;
  byId("graph").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by) {
      current = graph.step(current, by);
      if (!current) return;
      graph.choose([current]);
      graph.reveal(current);
      say(graph.describe(current));
    } else if (event.key === "Enter" && current) {
      go({ show: current, what: "", chain: "" });
      panel.focus();
    } else if (event.key === "+" || event.key === "=") graph.zoom(1.25);
    else if (event.key === "-") graph.zoom(0.8);
    else if (event.key === "0") graph.fit();
    else if (event.key === "l" || event.key === "L") go({ view: "list" });
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.show || state.what || state.chain) && !event.defaultPrevented) go({ show: "", what: "", chain: "" });
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
      byId("search-input").focus();
      event.preventDefault();
    }
  });
}

function setUpTheme() {
  const button = byId("theme-toggle");
  const refresh = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    showLegend();
  };
  button.addEventListener("click", toggleTheme);
  onTheme(refresh);
  refresh();
}

async function start() {
  graph = new Graph(byId("graph"), {
    player: (name) => go({ show: `player:${name}`, what: "", chain: "" }),
    club: (name) => go({ show: `club:${name}`, what: "", chain: "" }),
    pair: (player, club) => go({ show: `pair:${player}|${club}`, what: "", chain: "" }),
    clubs: (a, b) => go({ show: `clubs:${a}|${b}`, what: "", chain: "" }),
    drop: (player, club) => go({ show: `player:${player}`, what: `${player} -> ${club}`, chain: "" }),
    nothing: () => go({ show: "", what: "", chain: "" }),
  });
  setUpTheme();
  setUpKeys();
  setUpSearch(() => market);
  setUpSave(() => graph, () => shown, say);
  byId("view-toggle").addEventListener("click", () => go({ view: state.view === "list" ? "graph" : "list" }));
  onState((now, before) => {
    if (now.at !== before.at || now.top !== before.top) showDay();
    else if (["league", "position", "stage", "least"].some((k) => now[k] !== before[k])) showPart();
    if (now.view !== before.view) showView();
    if (["show", "what", "chain"].some((k) => now[k] !== before[k])) {
      choose();
      showPanel();
    }
  });
  showView();
  try {
    const stats = await ask("stats");
    setUpTime(stats.first, stats.last, stats.days ?? null, () => busy);
    isEmpty = !stats.articles && !stats.claims;
  } catch (error) {
    say(error.message);
  }
  await showDay();
  document.body.dataset.ready = "yes";
}

start();

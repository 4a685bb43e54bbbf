// Filters, and saving what is seen.
import { askForFile, isFile } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { choices } from "./filter.js";
import { go, onState, state } from "./state.js";
import { isDark } from "./theme.js";
import { positionWord, stageOrder, stageWord } from "./words.js";

function setUpToggle(button, element) {
  button.addEventListener("click", () => {
    element.hidden = !element.hidden;
    button.setAttribute("aria-expanded", String(!element.hidden));
  });
}

const option = (value, text) => h("option", { value }, text);

function select(key, label, options) {
  const field = h("select", { onchange: (e) => go({ [key]: e.target.value }) }, options);
  onState(() => (field.value = state[key]));
  field.value = state[key];
  return h("label", {}, label, field);
}

/** The filters for `graph`, made anew when there is another. */
export function showFilters(graph) {
  const { leagues, positions } = choices(graph);
  const weight = h("input", { type: "range", min: 0, max: 60, step: 1, value: state.least, onchange: (e) => go({ least: e.target.value }) });
  const shown = h("output", {}, `${state.least} %`);
  weight.addEventListener("input", () => (shown.textContent = `${weight.value} %`));
  fill(byId("filters"),
    h("label", {}, "Weight at least", weight, shown),
    select("stage", "Stage at least", [option("", "any"), ...stageOrder.slice(1).map((s) => option(s, stageWord(s)))]),
    select("position", "Position", [option("", "any"), ...positions.map((p) => option(p, positionWord(p)))]),
    select("league", "League of the suitor", [option("", "any"), ...leagues.map((l) => option(l, l))]),
    isFile ? null : select("top", "Races", ["12", "40", "100", "400", "0"].map((n) => option(n, n === "0" ? "all there is" : `the ${n} hottest`))),
    h("button", { type: "button", class: "small", onclick: () => go({ league: "", position: "", stage: "", least: "0" }) }, "No filters"));
}

function save(blob, name) {
  const anchor = h("a", { href: URL.createObjectURL(blob), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

const focus = () => (/^(player|club):/.test(state.show) ? state.show.slice(state.show.indexOf(":") + 1) : "");

/** A button that is worked on after a click, and says below the graph what went wrong. */
function worker(text, work, say) {
  return h("button", { type: "button", class: "small", onclick: async (event) => {
    const button = event.currentTarget;
    button.setAttribute("aria-busy", "true");
    try {
      await work();
      say(`${text}: done.`);
    } catch (error) {
      say(`${text}: ${error.message}`);
    }
    button.removeAttribute("aria-busy");
  } }, text);
}

async function saveFromServer(format) {
  const picture = format === "svg" || format === "pdf";
  const pairs = [["format", format], ["focus", focus()], ["top", picture && !focus() ? state.top : null], ["theme", picture && isDark() ? "dark" : null], ["at", state.at]];
  save(await askForFile("export", pairs), `suitor.${format}`);
}

/** What can be saved of the present view; `say` tells what became of it. */
export function setUpSave(graph, shown, say) {
  const box = byId("save");
  fill(box,
    worker("Image of this view (PNG)", async () => save(await graph().png(), "suitor.png"), say),
    worker("This view as JSON", () => save(new Blob([JSON.stringify(shown(), null, 1)], { type: "application/json" }), "suitor.json"), say),
    isFile ? null : ["svg", "pdf", "graphml", "gexf", "csv"].map((f) => worker(f.toUpperCase(), () => saveFromServer(f), say)),
    isFile ? null : worker("Address of this view", () => navigator.clipboard.writeText(location.href), say));
  setUpToggle(byId("save-toggle"), box);
  setUpToggle(byId("filter-toggle"), byId("filters"));
}

// Filters, and saving what is seen.
import { address, isFile } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { choices } from "./filter.js";
import { go, onState, state } from "./state.js";
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

/** What can be saved of the present view. */
export function setUpSave(graph, shown) {
  const box = byId("save");
  const formats = ["svg", "pdf", "graphml", "gexf", "csv"];
  const button = (text, onclick) => h("button", { class: "small", onclick }, text);
  fill(box,
    button("Image of this view (PNG)", async () => save(await graph().png(), "suitor.png")),
    button("This view as JSON", () => save(new Blob([JSON.stringify(shown(), null, 1)], { type: "application/json" }), "suitor.json")),
    isFile ? null : formats.map((f) => button(f.toUpperCase(), () => {
      const top = f === "svg" || f === "pdf" ? state.top : null;
      window.open(address("export", [["format", f], ["focus", focus()], ["top", focus() ? null : top], ["at", state.at]]), "_blank", "noopener");
    })),
    isFile ? null : button("Address of this view", async (e) => {
      await navigator.clipboard.writeText(location.href);
      e.target.textContent = "Copied";
    }));
  setUpToggle(byId("save-toggle"), box);
  setUpToggle(byId("filter-toggle"), byId("filters"));
}

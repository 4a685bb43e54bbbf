// What one transfer does to the others: asked for with its progress shown, told as a table and on
// the edges of the graph.
import { askSlowly, isFile } from "./api.js";
import { fill, h } from "./dom.js";
import { at, toClub, toPlayer } from "./panel.js";
import { addressOf } from "./state.js";
import { percent, signed } from "./words.js";

const LEAST_SHOWN = 0.0005;
const MOST_ROWS = 24;

const close = () => h("a", { class: "close", href: addressOf({ what: "" }), "aria-label": "Close" }, "×");

function row(e) {
  const up = e.difference > 0;
  return h("tr", {},
    h("th", { scope: "row" }, toPlayer(e.player)),
    h("td", {}, e.club ? toClub(e.club) : e.elsewhere ? "somewhere" : "stays"),
    h("td", { class: "figure" }, percent(e.before, 1)), h("td", { class: "figure" }, percent(e.after, 1)),
    h("td", { class: `figure ${up ? "rise" : "fall"}` }, `${up ? "▲" : "▼"} ${signed(e.difference)}`,
      200 * e.standard_error >= 0.05 ? h("span", { class: "facts error" }, `±${(200 * e.standard_error).toFixed(1)}`) : null));
}

function table(effects, caption) {
  if (effects.length === 0) return null;
  return [h("h3", {}, caption), h("table", {}, h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, ["Player", "To", "Before", "After", "Change"].map((t, i) => h("th", { scope: "col", class: i > 1 ? "figure" : "" }, t)))),
    h("tbody", {}, effects.slice(0, MOST_ROWS).map(row)))];
}

function result(panel, answer) {
  const told = answer.effects.filter((e) => e.effect && Math.abs(e.difference) >= LEAST_SHOWN);
  const made = new Set(answer.done.map((d) => d.split(" joins ")[0]));
  const others = told.filter((e) => !made.has(e.player));
  fill(panel, close(), h("h2", {}, `If ${answer.done.join(" and ")}`),
    others.length ? null : h("p", {}, "Nobody else becomes notably likelier to go or stay."),
    table(others.filter((e) => e.club || e.elsewhere), "Other moves"),
    table(others.filter((e) => !e.club && !e.elsewhere), "Who stays"),
    table(told.filter((e) => made.has(e.player)), "The player himself"),
    h("p", { class: "facts" }, answer.exact ? "Solved exactly. " : `${answer.runs.toLocaleString("en")} windows drawn, seed ${answer.seed}; ± is two standard errors, where they are 0.1 or more. `,
      "Chances in per cent of what may come until each club's window closes."));
  return told.filter((e) => e.club);
}

/** Ask what follows from `what`; resolves to the effects on moves, for the graph. */
export async function showWhatIf(panel, what, signal, giveUp) {
  const bar = h("progress", { max: 1, "aria-label": "Windows drawn" });
  const words = h("p", { class: "facts" }, isFile ? "" : "Drawing windows …");
  fill(panel, close(), h("h2", {}, `What if: ${what.replace("->", "→")}`), bar, words, h("button", { class: "small", onclick: giveUp }, "Give up"));
  const onProgress = (done, of) => {
    if (of) bar.value = done / of;
    words.textContent = `${done.toLocaleString("en")} windows drawn${of ? ` of ${of.toLocaleString("en")}` : ""}`;
  };
  const answer = await askSlowly("simulate", [["what", what], ...at()], onProgress, signal);
  return result(panel, answer);
}

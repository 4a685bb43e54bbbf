// The slider of days: goes to one of them, or plays the window.
import { byId, fill, h } from "./dom.js";
import { go, onState, state } from "./state.js";

const DAY = 86400000;
const STEP_MS = 700;
const MOST_STEPS = 120;

const number = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
const text = (n) => new Date(n * DAY).toISOString().slice(0, 10);

/** `days`: the only ones that can be shown (of a file), or null for each from first to last. */
export function setUpTime(first, last, days, isBusy) {
  const footer = byId("time");
  if (!first || !last || first === last) return fill(footer, last ? h("span", { class: "facts" }, `As of ${last}`) : null);
  const all = days ?? Array.from({ length: number(last) - number(first) + 1 }, (_, i) => text(number(first) + i));
  const stride = Math.max(1, Math.ceil(all.length / MOST_STEPS));
  const slider = h("input", { type: "range", min: 0, max: all.length - 1, step: 1, "aria-label": "Day", id: "day" });
  const shown = h("output", { for: "day" });
  const play = h("button", { id: "play", "aria-pressed": "false", "aria-label": "Play the window" }, "▶");
  let timer = null;

  const at = () => Math.max(0, all.indexOf(state.at || last) >= 0 ? all.indexOf(state.at || last) : all.length - 1);
  const set = (i) => go({ at: i >= all.length - 1 ? "" : all[i] }, true);
  function refresh() {
    slider.value = at();
    shown.textContent = all[at()];
    slider.setAttribute("aria-valuetext", all[at()]);
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶";
    play.setAttribute("aria-pressed", "false");
  }
  function start() {
    if (at() === all.length - 1) set(0);
    play.textContent = "❚❚";
    play.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      if (isBusy()) return;
      set(Math.min(at() + stride, all.length - 1));
      if (at() === all.length - 1) stop();
    }, STEP_MS);
  }
  let waiting = null;
  slider.addEventListener("input", () => {
    shown.textContent = all[slider.value];
    clearTimeout(waiting);
    waiting = setTimeout(() => set(Number(slider.value)), 120);
  });
  play.addEventListener("click", () => (timer ? stop() : start()));
  onState(refresh);
  fill(footer, play, slider, shown);
  refresh();
}

// What is to be seen, kept in the address, so that every view can be sent to somebody and the
// back button goes back.

const defaults = {
  at: "", // day, "" the last
  top: "40", // hottest races, "0" all
  show: "", // "player:NAME", "club:NAME", "pair:PLAYER|CLUB", "clubs:A|B", "article:ID"
  what: "", // "PLAYER -> CLUB"
  chain: "", // where chains begin
  league: "",
  position: "",
  stage: "", // the faintest shown
  least: "0", // weight, percent
  view: "graph", // or "list"
};

const listeners = new Set();

function read() {
  const found = new URLSearchParams(location.hash.slice(1));
  const state = {};
  for (const key of Object.keys(defaults)) state[key] = found.get(key) ?? defaults[key];
  return state;
}

export let state = read();

/** Call `listener(state, before)` whenever something of it changes. */
export const onState = (listener) => listeners.add(listener);

function tell(before) {
  for (const listener of listeners) listener(state, before);
}

function hash(of) {
  const pairs = Object.entries(of).filter(([k, v]) => v !== defaults[k]);
  return pairs.map(([k, v]) => `${k}=${encodeURIComponent(v)}`).join("&");
}

/** The address of the present view with `changes`. */
export const addressOf = (changes) => `#${hash({ ...state, ...changes })}`;

/** Go to the view with `changes`; `replace`: without a step for the back button. */
export function go(changes, replace = false) {
  const next = hash({ ...state, ...changes });
  if (next === hash(state)) return;
  const before = state;
  state = { ...state, ...changes };
  history[replace ? "replaceState" : "pushState"](null, "", `#${next}`);
  tell(before);
}

window.addEventListener("popstate", () => {
  const before = state;
  state = read();
  tell(before);
});

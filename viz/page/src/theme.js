// Light and dark, and the colours of the graph in each. Clusters: Okabe and Ito, Color Universal
// Design, 2008, which colour-blind people tell apart; lightened for the dark theme.

const themes = {
  light: {
    paper: "#ffffff", ink: "#1b1f24", faint: "#8a929c", line: "#9aa3ad", halo: "#ffffff", chosen: "#d55e00",
    up: "#005a8c", down: "#b04a00",
    clusters: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c7a00", "#6a51a3"],
    alone: "#6b7580",
  },
  dark: {
    paper: "#14181d", ink: "#e8ebee", faint: "#8d97a2", line: "#59626d", halo: "#14181d", chosen: "#ff9e4a",
    up: "#7cc8ff", down: "#ffae66",
    clusters: ["#4aa3df", "#f0b73a", "#35c497", "#e29bc4", "#86cdf5", "#f08a4b", "#d2c04a", "#a996dc"],
    alone: "#97a1ac",
  },
};

const asked = window.matchMedia("(prefers-color-scheme: dark)");
const KEY = "suitor-theme";

function saved() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a file may have no storage
  }
}

let name = saved() ?? (asked.matches ? "dark" : "light");
const listeners = new Set();

export const theme = () => themes[name];
export const isDark = () => name === "dark";
export const onTheme = (listener) => listeners.add(listener);

function set(next) {
  name = next;
  document.documentElement.dataset.theme = name;
  for (const listener of listeners) listener(theme());
}

export function toggleTheme() {
  set(isDark() ? "light" : "dark");
  try {
    localStorage.setItem(KEY, name);
  } catch {
    /* then it is forgotten */
  }
}

asked.addEventListener("change", () => {
  if (!saved()) set(asked.matches ? "dark" : "light");
});
set(name);

export function clusterColour(cluster) {
  const { clusters, alone } = theme();
  return cluster === null || cluster === undefined ? alone : clusters[cluster % clusters.length];
}

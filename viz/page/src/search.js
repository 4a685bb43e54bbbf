// Search with completion: a combobox with a list (WAI-ARIA Authoring Practices, combobox pattern).
import { ask, isFile } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { at } from "./panel.js";
import { go } from "./state.js";

const MOST = 8;
const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Without a server: names of the graph of which a word begins so. */
function fromGraph(graph, text) {
  const wanted = ` ${fold(text)}`;
  const found = graph.nodes.filter((n) => ` ${fold(n.name)}`.includes(wanted)).sort((a, b) => b.heat - a.heat);
  return found.slice(0, MOST).map(({ name, kind, club }) => ({ name, kind, club }));
}

export function setUpSearch(graph) {
  const input = byId("search-input");
  const list = byId("search-list");
  let found = [];
  let active = -1;
  let asked = 0;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(i) {
    if (!found[i]) return;
    go({ show: `${found[i].kind}:${found[i].name}`, what: "", chain: "" });
    input.value = "";
    close();
    byId("panel").focus();
  }

  function mark(i) {
    active = i;
    [...list.children].forEach((item, k) => item.setAttribute("aria-selected", String(k === i)));
    if (i >= 0) {
      input.setAttribute("aria-activedescendant", `found-${i}`);
      list.children[i].scrollIntoView({ block: "nearest" });
    }
  }

  function show() {
    fill(list, found.length ? found.map((n, i) => h("li", { id: `found-${i}`, role: "option", "aria-selected": "false", onmousedown: (e) => (e.preventDefault(), choose(i)) },
      h("strong", {}, n.name), " ", h("span", { class: "facts" }, n.kind === "club" ? "club" : n.club ?? "player")))
      : h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nobody of that name is in the store."));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(found.length ? 0 : -1);
  }

  async function complete() {
    const text = input.value.trim();
    const mine = ++asked;
    if (!text) return close();
    try {
      const names = isFile ? fromGraph(graph(), text) : (await ask("names", [["q", text], ["n", MOST], ...at()])).names;
      if (mine !== asked) return;
      found = names;
      show();
    } catch (error) {
      found = [];
      fill(list, h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, error.message));
      list.hidden = false;
    }
  }

  input.addEventListener("input", complete);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length && !list.hidden) mark((active + step + found.length) % found.length);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

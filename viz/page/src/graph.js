// The graph on the stage, drawn by Cytoscape.js on a canvas.
import cytoscape from "cytoscape";
import { layOut } from "./layout.js";
import { clusterColour, onTheme, theme } from "./theme.js";
import { signed, stageWord, surname } from "./words.js";

const PLAYER_LEAST = 16;
const CLUB_HEIGHT = 22;
const LETTER = 6.3; // mean width of one at 11 px

const widthOf = (weight) => 1 + 8 * weight;
const sizeOf = (node) => (node.kind === "player" ? PLAYER_LEAST + 14 * Math.min(node.heat, 2) : 14 + LETTER * node.name.length);

const dashes = { linked: [2, 5], watching: [7, 5] };

function nodeData(n) {
  return {
    id: n.id, kind: n.kind, name: n.name, heat: n.heat, cluster: n.cluster, size: sizeOf(n), height: n.kind === "player" ? sizeOf(n) : CLUB_HEIGHT,
    colour: clusterColour(n.cluster), label: n.kind === "player" ? surname(n.name) : n.name,
  };
}

function linkData(l, i) {
  return {
    id: `e:${l.kind}:${l.source}|${l.target}:${l.kind === "interest" ? "" : i}`, kind: l.kind, source: l.source, target: l.target,
    weight: l.weight ?? 0, width: l.kind === "interest" ? widthOf(l.weight) : 1.5, stage: l.stage ?? "",
    dash: dashes[l.stage] ?? [1, 0], style: dashes[l.stage] ? "dashed" : "solid", label: "",
  };
}

function sheet() {
  const t = theme();
  return [
    { selector: "node", style: {
      width: "data(size)", height: "data(height)", "background-color": "data(colour)", label: "data(label)", color: t.ink,
      "font-size": 11, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 3,
      "text-outline-color": t.halo, "text-outline-width": 2.5, "min-zoomed-font-size": 7, "border-width": 0 } },
    { selector: "node[kind='player']", style: { shape: "ellipse", "border-width": 2, "border-color": t.paper, "font-weight": 600 } },
    { selector: "node[kind='club']", style: {
      shape: "round-rectangle", "corner-radius": 11, "background-color": t.paper, "border-width": 2, "border-color": "data(colour)",
      "text-valign": "center", "text-margin-y": 0, "text-outline-width": 0 } },
    { selector: "edge", style: {
      width: "data(width)", "line-color": t.line, "curve-style": "haystack", "haystack-radius": 0, opacity: 0.85 } },
    { selector: "edge[kind='interest']", style: { "line-color": "data(colour)", "line-style": "data(style)", "line-dash-pattern": "data(dash)" } },
    { selector: "edge[kind='plays_for']", style: { "line-color": t.faint, "line-style": "dotted", opacity: 0.55 } },
    { selector: "edge[kind='either_or']", style: { "line-color": t.faint, "line-style": "dashed", opacity: 0.8 } },
    { selector: ".faded", style: { opacity: 0.12, "text-opacity": 0.25 } },
    { selector: "node.near", style: { "min-zoomed-font-size": 0, "font-size": 13 } },
    { selector: ".chosen", style: { "border-color": t.chosen, "border-width": 4, "border-opacity": 1, "z-index": 9 } },
    { selector: "edge.chosen", style: { "line-color": t.chosen, opacity: 1, "z-index": 9 } },
    { selector: ".target", style: { "border-color": t.chosen, "border-width": 6, "border-style": "double" } },
    { selector: "edge.up", style: { "line-color": t.up, "line-style": "solid", opacity: 1 } },
    { selector: "edge.down", style: { "line-color": t.down, "line-style": "dashed", "line-dash-pattern": [6, 4], opacity: 1 } },
    { selector: "edge.up, edge.down", style: {
      label: "data(label)", "font-size": 11, "font-weight": 700, color: t.ink, "text-outline-color": t.halo, "text-outline-width": 3 } },
  ];
}

export class Graph {
  #cy;
  #places = new Map();
  #laying = null;
  #shown = { nodes: [], links: [] };
  #effects = [];

  /** on: { player(name), club(name), pair(player, club), clubs(a, b), nothing(), drop(player, club) } */
  constructor(container, on) {
    this.on = on;
    this.#cy = cytoscape({
      container, style: sheet(), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false,
      selectionType: "single", autounselectify: true, hideEdgesOnViewport: false, textureOnViewport: false, pixelRatio: "auto",
    });
    this.#listen();
    onTheme(() => this.#recolour());
    new ResizeObserver(() => {
      this.#cy.resize();
      this.#bring();
    }).observe(container);
  }

  get cy() {
    return this.#cy;
  }

  #listen() {
    const cy = this.#cy;
    let marked = null; // a club marked by shift, to be laid beside another
    cy.on("tap", "node", (event) => {
      const node = event.target;
      const { kind, name } = node.data();
      if (kind === "club" && event.originalEvent?.shiftKey && marked && marked !== name) {
        this.on.clubs(marked, name);
        marked = null;
      } else {
        marked = kind === "club" ? name : null;
        this.on[kind](name);
      }
    });
    cy.on("tap", "edge", (event) => {
      const [player, club] = [event.target.source().data(), event.target.target().data()];
      if (event.target.data("kind") === "interest") this.on.pair(player.name, club.name);
      else if (player.kind === "player") this.on.player(player.name);
    });
    cy.on("tap", (event) => event.target === cy && this.on.nothing());
    this.#listenToDrag();
  }

  // Over a club a dragged player is about to join it: the club is marked, and told when he is let go.
  #listenToDrag() {
    const cy = this.#cy;
    let begun = null;
    const under = (node) => {
      const at = node.position();
      return cy.nodes("[kind='club']").filter((c) => {
        const p = c.position();
        const reach = node.data("size") / 2;
        return Math.abs(p.x - at.x) < c.data("size") / 2 + reach && Math.abs(p.y - at.y) < CLUB_HEIGHT / 2 + reach;
      })[0];
    };
    cy.on("grab", "node[kind='player']", (event) => (begun = { ...event.target.position() }));
    cy.on("drag", "node[kind='player']", (event) => {
      cy.nodes(".target").removeClass("target");
      under(event.target)?.addClass("target");
    });
    cy.on("free", "node", (event) => {
      const node = event.target;
      const club = node.data("kind") === "player" ? cy.nodes(".target")[0] : null;
      cy.nodes(".target").removeClass("target");
      if (club) {
        node.position(begun);
        this.on.drop(node.data("name"), club.data("name"));
      }
      this.#places.set(node.id(), { ...node.position() });
    });
  }

  /** Show this part of a market; places are kept from one to the next. */
  async show(shown) {
    this.#laying?.abort();
    const laying = (this.#laying = new AbortController());
    this.#shown = shown;
    const links = shown.links.map((l) => ({
      source: l.source, target: l.target, strength: l.kind === "interest" ? 0.15 + 0.6 * Math.min(l.weight, 1) : 0.08,
    }));
    const first = this.#cy.nodes().empty();
    const places = await layOut(shown.nodes.map((n) => ({ id: n.id, size: sizeOf(n) })), links, this.#places, laying.signal);
    if (!places) return false;
    for (const [id, at] of places) this.#places.set(id, at);
    await this.#put(shown, laying.signal);
    if (first) this.fit();
    return true;
  }

  // New elements in portions, so that thousands of them do not hold up a frame for long.
  async #put(shown, signal) {
    const cy = this.#cy;
    const elements = new Map();
    for (const n of shown.nodes) elements.set(n.id, { group: "nodes", data: nodeData(n), position: { ...this.#places.get(n.id) } });
    shown.links.forEach((l, i) => {
      const data = linkData(l, i);
      data.colour = clusterColour(shown.nodes.length ? elements.get(l.target)?.data.cluster : null);
      elements.set(data.id, { group: "edges", data });
    });
    cy.batch(() => {
      cy.edges().filter((e) => !elements.has(e.id())).remove();
      cy.nodes().filter((n) => !elements.has(n.id())).remove();
    });
    let portion = [];
    const flush = async () => {
      cy.add(portion);
      portion = [];
      await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    cy.batch(() => {
      for (const [id, element] of elements) {
        const old = cy.getElementById(id);
        if (old.empty()) continue;
        old.data(element.data);
        if (element.position) old.position(element.position);
      }
    });
    for (const [id, element] of elements) {
      if (cy.getElementById(id).empty()) portion.push(element);
      if (portion.length >= 250) await flush();
      if (signal.aborted) return;
    }
    if (portion.length) await flush();
    this.#mark();
  }

  #recolour() {
    const cy = this.#cy;
    cy.batch(() => {
      cy.nodes().forEach((n) => void n.data("colour", clusterColour(n.data("cluster"))));
      cy.edges().forEach((e) => void e.data("colour", clusterColour(e.target().data("cluster"))));
    });
    cy.style().fromJson(sheet()).update();
  }

  #chosen = { nodes: [], pair: null };
  #near = null; // what stands out

  /** Make these stand out and the rest stand back: ids of nodes, and an interest [player id, club id]. */
  choose(nodes, pair = null) {
    this.#chosen = { nodes, pair };
    this.#mark();
    this.#bring();
  }

  // What stands out comes into view, if part of it is not.
  #bring() {
    const near = this.#near;
    if (!near || near.empty()) return;
    const box = near.renderedBoundingBox();
    const { clientWidth, clientHeight } = this.#cy.container();
    if (box.x1 >= 0 && box.y1 >= 0 && box.x2 <= clientWidth && box.y2 <= clientHeight) return;
    const fit = { eles: near, padding: Math.min(40, clientHeight / 10) };
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) this.#cy.fit(fit.eles, fit.padding);
    else this.#cy.animate({ fit }, { duration: 200 });
  }

  /** Changes of chances to be seen on the edges: [{ player, club, difference }], names. */
  effects(list) {
    this.#effects = list;
    this.#mark();
  }

  #mark() {
    const cy = this.#cy;
    const { nodes, pair } = this.#chosen;
    cy.batch(() => {
      cy.elements().removeClass("faded near chosen up down");
      let near = cy.collection();
      for (const id of nodes) near = near.union(cy.getElementById(id).closedNeighborhood());
      if (near.nonempty()) cy.elements().not(near).addClass("faded");
      this.#near = near.addClass("near");
      for (const id of nodes) cy.getElementById(id).addClass("chosen");
      if (pair) cy.getElementById(`e:interest:${pair[0]}|${pair[1]}:`).addClass("chosen");
      this.#markEffects();
    });
  }

  #markEffects() {
    if (this.#effects.length === 0) return;
    const cy = this.#cy;
    cy.elements().addClass("faded");
    for (const { player, club, difference } of this.#effects) {
      const edge = cy.getElementById(`e:interest:player:${player}|club:${club}:`);
      if (edge.empty()) continue;
      edge.data("label", signed(difference));
      edge.addClass(difference > 0 ? "up" : "down");
      edge.union(edge.connectedNodes()).removeClass("faded");
    }
  }

  fit() {
    this.#cy.fit(undefined, 36);
  }

  /** Bring a node into view without a leap. */
  reveal(id) {
    const node = this.#cy.getElementById(id);
    if (node.empty()) return false;
    const box = node.renderedBoundingBox();
    const { clientWidth, clientHeight } = this.#cy.container();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > clientWidth || box.y2 > clientHeight) this.#cy.center(node);
    return true;
  }

  /** The next node in the order of heat, or of the neighbours of `id`, for the arrow keys. */
  step(id, by) {
    const order = [...this.#shown.nodes].sort((a, b) => b.heat - a.heat || (a.id < b.id ? -1 : 1)).map((n) => n.id);
    if (order.length === 0) return null;
    const at = order.indexOf(id);
    return order[at < 0 ? 0 : (at + by + order.length) % order.length];
  }

  zoom(factor) {
    const { clientWidth, clientHeight } = this.#cy.container();
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: { x: clientWidth / 2, y: clientHeight / 2 } });
  }

  png() {
    return this.#cy.png({ output: "blob", full: true, scale: 2, maxWidth: 4000, maxHeight: 4000, bg: theme().paper });
  }

  /** In words, for those who do not see it. */
  describe(id) {
    const node = this.#shown.nodes.find((n) => n.id === id);
    if (!node) return "";
    const ties = this.#shown.links.filter((l) => l.kind === "interest" && (l.source === id || l.target === id));
    const names = new Map(this.#shown.nodes.map((n) => [n.id, n.name]));
    const others = ties.sort((a, b) => b.weight - a.weight).slice(0, 3)
      .map((l) => `${names.get(l.source === id ? l.target : l.source)}, ${stageWord(l.stage)}`);
    return `${node.name}, ${node.kind}. ${node.kind === "player" ? "Wanted by" : "Wants"} ${others.join("; ") || "nobody shown"}`;
  }
}

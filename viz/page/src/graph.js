// The graph on the stage: nodes by Cytoscape.js on a canvas, the lines between them by lines.js.
import cytoscape from "cytoscape";
import { layOut } from "./layout.js";
import { keyOf, Lines } from "./lines.js";
import { clusterColour, onTheme, theme } from "./theme.js";
import { stageWord, surname } from "./words.js";

const PLAYER_LEAST = 17;
const CLUB_HEIGHT = 25;
const LETTER = 7; // mean width of one at 12.5 px
const PORTION = 100; // nodes a frame, so that thousands of them do not hold up the page
const LARGE = 600; // nodes: of more, only the lines stand back, and names wait for a closer look
const LEAST_NAME_PX = 7;
const LEAST_NAME_PX_LARGE = 11;
const MARGIN = 36;

const sizeOf = (node) => (node.kind === "player" ? PLAYER_LEAST + 14 * Math.min(node.heat, 2) : 14 + LETTER * node.name.length);

const colours = (cluster) => {
  const { ink, halo, paper, chosen } = theme();
  return { colour: clusterColour(cluster), ink, halo, paper, accent: chosen };
};

function nodeData(n, isLarge) {
  return {
    least: isLarge ? LEAST_NAME_PX_LARGE : LEAST_NAME_PX,
    id: n.id, kind: n.kind, name: n.name, cluster: n.cluster, size: sizeOf(n), height: n.kind === "player" ? sizeOf(n) : CLUB_HEIGHT,
    label: n.kind === "player" ? surname(n.name) : n.name, ...colours(n.cluster),
  };
}

const sheet = [
  { selector: "node", style: {
    width: "data(size)", height: "data(height)", "background-color": "data(colour)", label: "data(label)", color: "data(ink)",
    "font-size": 12.5, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 3,
    "text-outline-color": "data(halo)", "text-outline-width": 2.5, "min-zoomed-font-size": "data(least)", "border-width": 0 } },
  { selector: "node[kind='player']", style: { shape: "ellipse", "border-width": 2, "border-color": "data(paper)", "font-weight": 600 } },
  { selector: "node[kind='club']", style: {
    shape: "round-rectangle", "corner-radius": 12, "background-color": "data(paper)", "border-width": 2, "border-color": "data(colour)",
    "text-valign": "center", "text-margin-y": 0, "text-outline-width": 0 } },
  { selector: ".faded", style: { opacity: 0.18, "text-opacity": 0.4 } },
  { selector: "node.near", style: { "min-zoomed-font-size": 0 } },
  { selector: ".chosen", style: { "border-color": "data(accent)", "border-width": 4, "z-index": 9 } },
  { selector: ".target", style: { "border-color": "data(accent)", "border-width": 6, "border-style": "double" } },
];

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export class Graph {
  #cy;
  #places = new Map();
  #lines;
  #laying = null;
  #shown = { nodes: [], links: [] };
  #ties = new Map(); // links of each node, by id
  #effects = new Map();

  /** on: { player(name), club(name), pair(player, club), clubs(a, b), nothing(), drop(player, club) } */
  constructor(container, on) {
    this.on = on;
    this.#cy = cytoscape({
      container, style: sheet, minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false,
      selectionType: "single", autounselectify: true, pixelRatio: "auto",
    });
    this.#lines = new Lines(this.#cy);
    this.#listen();
    onTheme(() => this.#recolour());
    new ResizeObserver(() => {
      this.#cy.resize();
      this.#bring();
    }).observe(container);
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
    cy.on("tap", (event) => {
      if (event.target !== cy) return;
      const line = this.#lines.at(event.position);
      if (!line) this.on.nothing();
      else if (line.link.kind === "interest") this.on.pair(line.from.data("name"), line.to.data("name"));
      else this.on.player(line.from.data("name"));
    });
    cy.on("mousemove", (event) => {
      const over = event.target !== cy || this.#lines.at(event.position);
      cy.container().style.cursor = over ? "pointer" : "";
    });
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
    const { signal } = (this.#laying = new AbortController());
    this.#shown = shown;
    const links = shown.links.map((l) => ({
      source: l.source, target: l.target, strength: l.kind === "interest" ? 0.15 + 0.6 * Math.min(l.weight, 1) : 0.08,
    }));
    const first = this.#cy.nodes().empty();
    const bodies = shown.nodes.map((n) => ({ id: n.id, size: sizeOf(n), group: n.cluster }));
    const places = await layOut(bodies, links, this.#places, signal);
    if (!places) return false;
    for (const [id, at] of places) this.#places.set(id, at);
    if (first) this.fit();
    return this.#put(shown, signal);
  }

  // In portions; the lines are there when all nodes are.
  async #put(shown, signal) {
    const cy = this.#cy;
    const wanted = new Map(shown.nodes.map((n) => [n.id, n]));
    const gone = cy.nodes().filter((n) => !wanted.has(n.id()));
    this.#lines.set([]);
    for (let i = 0; i < gone.length; i += PORTION) {
      gone.slice(i, i + PORTION).remove();
      await nextFrame();
    }
    for (let i = 0; i < shown.nodes.length; i += PORTION) {
      cy.batch(() => shown.nodes.slice(i, i + PORTION).forEach((n) => this.#putNode(n)));
      await nextFrame();
      if (signal.aborted) return false;
    }
    this.#ties = new Map(shown.nodes.map((n) => [n.id, []]));
    for (const l of shown.links) for (const id of [l.source, l.target]) this.#ties.get(id).push(l);
    this.#lines.set(shown.links);
    return true;
  }

  #putNode(n) {
    const old = this.#cy.getElementById(n.id);
    const position = { ...this.#places.get(n.id) };
    const data = nodeData(n, this.#shown.nodes.length > LARGE);
    if (old.empty()) this.#cy.add({ group: "nodes", data, position });
    else old.data(data).position(position);
  }

  async #recolour() {
    const nodes = this.#cy.nodes();
    this.#lines.recolour();
    for (let i = 0; i < nodes.length; i += PORTION) {
      this.#cy.batch(() => nodes.slice(i, i + PORTION).forEach((n) => void n.data(colours(n.data("cluster")))));
      await nextFrame();
    }
  }

  #chosen = { nodes: [], pair: null };
  #near = null; // what stands out

  /** Make these stand out and the rest stand back: ids of nodes, and an interest [player id, club id]. */
  async choose(nodes, pair = null) {
    this.#chosen = { nodes, pair };
    this.#mark();
    await nextFrame();
    await nextFrame();
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

  /** Changes of chances to be seen on the lines: [{ player, club, difference }], names. */
  effects(list) {
    if (list.length === 0 && this.#effects.size === 0) return;
    this.#effects = new Map(list.map((e) => [keyOf(`player:${e.player}`, `club:${e.club}`), e.difference]));
    this.#mark();
  }

  // Who is tied to all that is chosen: of two clubs, whom both want.
  #tied() {
    const [first, ...more] = this.#chosen.nodes.map((id) => new Set((this.#ties.get(id) ?? []).flatMap((l) => [l.source, l.target])));
    return [...(first ?? [])].filter((id) => more.every((tied) => tied.has(id)));
  }

  // What stands out: what is chosen and who is tied to it; or, of a what-if, who is concerned.
  #standingOut() {
    const near = new Set(this.#chosen.nodes);
    if (this.#effects.size > 0)
      for (const l of this.#shown.links) {
        if (l.kind === "interest" && this.#effects.has(keyOf(l.source, l.target))) near.add(l.source).add(l.target);
      }
    else for (const id of this.#tied()) near.add(id);
    return near;
  }

  #mark() {
    const cy = this.#cy;
    const near = this.#standingOut();
    const chosen = new Set(this.#chosen.nodes);
    const some = [...near].some((id) => cy.getElementById(id).nonempty());
    const back = some && this.#shown.nodes.length <= LARGE ? "faded" : "";
    const looks = (id) => (near.has(id) ? (chosen.has(id) ? "near chosen" : "near") : back);
    this.#dress(cy.nodes().filter((n) => n.classes().join(" ") !== looks(n.id())), looks);
    this.#near = cy.nodes().filter((n) => near.has(n.id()));
    const { pair } = this.#chosen;
    this.#lines.mark({
      near: some ? (l) => (chosen.has(l.source) || chosen.has(l.target)) && near.has(l.source) && near.has(l.target) : null, chosen: pair ? keyOf(...pair) : null, effects: this.#effects,
    });
  }

  #dressing = 0;

  // In portions, first those that stand out.
  async #dress(nodes, looks) {
    const mine = ++this.#dressing;
    const order = [...nodes].sort((a, b) => looks(b.id()).includes("near") - looks(a.id()).includes("near"));
    for (let i = 0; i < order.length && mine === this.#dressing; i += 3 * PORTION) {
      await nextFrame();
      this.#cy.batch(() => order.slice(i, i + 3 * PORTION).forEach((n) => n.classes(looks(n.id()))));
    }
  }

  // By the places alone: Cytoscape would measure every label.
  fit() {
    const places = this.#shown.nodes.map((n) => ({ ...this.#places.get(n.id), half: sizeOf(n) / 2 }));
    if (places.length === 0) return;
    const range = (least, most) => [Math.min(...places.map(least)), Math.max(...places.map(most))];
    const [left, right] = range((p) => p.x - p.half, (p) => p.x + p.half);
    const [top, bottom] = range((p) => p.y - CLUB_HEIGHT, (p) => p.y + CLUB_HEIGHT);
    const { clientWidth, clientHeight } = this.#cy.container();
    const zoom = Math.min((clientWidth - 2 * MARGIN) / (right - left), (clientHeight - 2 * MARGIN) / (bottom - top), 1.5);
    this.#cy.viewport({ zoom, pan: { x: (clientWidth - zoom * (left + right)) / 2, y: (clientHeight - zoom * (top + bottom)) / 2 } });
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

  /** All of the graph, as a picture. */
  async png() {
    const cy = this.#cy;
    const box = cy.nodes().boundingBox();
    const scale = Math.min(2, 4000 / Math.max(box.w, box.h));
    const nodes = await createImageBitmap(await cy.png({ output: "blob-promise", full: true, scale }));
    const canvas = Object.assign(document.createElement("canvas"), { width: nodes.width, height: nodes.height });
    const context = canvas.getContext("2d");
    context.fillStyle = theme().paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale, 0, 0, scale, -box.x1 * scale, -box.y1 * scale);
    this.#lines.paint(context, scale);
    context.resetTransform();
    context.drawImage(nodes, 0, 0);
    return new Promise((resolve) => canvas.toBlob(resolve));
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

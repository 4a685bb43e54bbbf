// The lines between players and clubs, on a canvas of their own below the nodes. Thousands of them
// are drawn with a few strokes a frame; Cytoscape, which draws one by one, holds up the page then.
import { h } from "./dom.js";
import { clusterColour, theme } from "./theme.js";
import { signed } from "./words.js";

const STROKE_MOST = 150; // lines: longer paths are slower to fill in
const DASHED_MOST = 2000; // lines: dashes of more hold up the page
const THINNEST_PX = 0.6;
const REACH_PX = 6; // how near a click must be
const LABEL_PX = 11.5;
const LABEL_PLACES = [0.5, 0.4, 0.6, 0.3, 0.7]; // along a line, the best first
const dashes = { linked: [2, 5], watching: [7, 5] };
const SOLID = [];
const FALLING = [6, 4];

const [BACK, PLAIN, DOWN, UP, CHOSEN] = [0, 1, 2, 3, 4];

export const keyOf = (player, club) => `${player}|${club}`;

/** Half pixels are seen, less is not: so there are few widths. */
const widthOf = (link) => (link.kind === "interest" ? Math.round(2 * (1 + 8 * link.weight)) / 2 : 1.5);

function plainStyle(link, cluster) {
  const faint = theme().faint;
  if (link.kind === "plays_for") return { colour: faint, width: 1.5, dash: [1, 4], alpha: 0.55 };
  if (link.kind === "either_or") return { colour: faint, width: 1.5, dash: FALLING, alpha: 0.8 };
  return { colour: clusterColour(cluster), width: widthOf(link), dash: dashes[link.stage] ?? SOLID, alpha: 0.85 };
}

/** Distance of p from the line between a and b. */
function distance(p, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

const isBeyond = (a, b, { x1, y1, x2, y2 }) =>
  (a.x < x1 && b.x < x1) || (a.x > x2 && b.x > x2) || (a.y < y1 && b.y < y1) || (a.y > y2 && b.y > y2);

export class Lines {
  #cy;
  #canvas = h("canvas", { class: "lines", "aria-hidden": "true" });
  #links = []; // { link, key, from, to: nodes of Cytoscape, style, look }
  #marks = { near: null, chosen: null, effects: new Map() };
  #strokes = []; // { links, style }, those on top last
  #isDue = false; // to be drawn, whether or not Cytoscape draws too
  #isUnsorted = false;
  #labels = []; // { text, of }, those of greater changes first

  constructor(cy) {
    this.#cy = cy;
    cy.container().before(this.#canvas);
    cy.on("render", () => this.#draw());
  }

  /** Lines of these links of the graph, both ends of which are nodes of Cytoscape by now. */
  set(links) {
    const node = (id) => this.#cy.getElementById(id)[0];
    this.#links = links.map((link) => ({ link, key: link.kind === "interest" ? keyOf(link.source, link.target) : null, from: node(link.source), to: node(link.target) }));
    this.recolour();
  }

  /** The colours are others now. */
  recolour() {
    for (const item of this.#links) {
      item.style = plainStyle(item.link, item.to.data("cluster"));
      item.look = `${item.style.colour} ${item.style.width} ${item.style.dash}`;
    }
    this.#drawSoon(true);
  }

  /** near: whether a link stands out, null where none does; chosen: key of an interest or null;
   * effects: changes of chances by key, which stand out instead. */
  mark(marks) {
    this.#marks = marks;
    this.#drawSoon(true);
  }

  /** One of the ways in which a line stands out or back, the topmost last. */
  #way({ link, key }) {
    const { near, chosen, effects } = this.#marks;
    const change = effects.get(key);
    if (key && key === chosen && effects.size === 0) return CHOSEN;
    if (change) return change > 0 ? UP : DOWN;
    return effects.size > 0 || (near && !near(link)) ? BACK : PLAIN;
  }

  #styleOf(way, plain) {
    if (way === CHOSEN) return { ...plain, colour: theme().chosen, alpha: 1 };
    if (way === UP) return { ...plain, colour: theme().up, dash: SOLID, alpha: 1 };
    if (way === DOWN) return { ...plain, colour: theme().down, dash: FALLING, alpha: 1 };
    if (way === BACK) return { ...plain, dash: SOLID, alpha: 0.1 };
    return this.#marks.near || this.#links.length <= DASHED_MOST ? plain : { ...plain, dash: SOLID };
  }

  // Lines of one look are stroked together.
  #sort() {
    const ways = Array.from({ length: CHOSEN + 1 }, () => new Map());
    for (const item of this.#links) {
      const strokes = ways[this.#way(item)];
      const stroke = strokes.get(item.look);
      if (stroke) stroke.push(item);
      else strokes.set(item.look, [item]);
    }
    this.#strokes = ways.flatMap((strokes, way) => [...strokes.values()].map((links) => ({ links, style: this.#styleOf(way, links[0].style) })));
    const { effects } = this.#marks;
    this.#labels = effects.size === 0 ? [] : this.#links.filter(({ key }) => effects.has(key))
      .map((of) => ({ of, change: effects.get(of.key) })).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  }

  #drawSoon(isUnsorted) {
    this.#isUnsorted ||= isUnsorted;
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => this.#isDue && this.#draw());
  }

  #draw() {
    this.#isDue = false;
    if (this.#isUnsorted) this.#sort();
    this.#isUnsorted = false;
    const container = this.#cy.container();
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(container.clientWidth * ratio), Math.round(container.clientHeight * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    const context = this.#canvas.getContext("2d");
    const zoom = this.#cy.zoom();
    const { x, y } = this.#cy.pan();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
    this.paint(context, zoom, this.#cy.extent());
  }

  /** Onto a context whose units are those of the graph, `zoom` pixels each; what is beyond `box` is left out. */
  paint(context, zoom, box = { x1: -Infinity, y1: -Infinity, x2: Infinity, y2: Infinity }) {
    context.lineCap = "butt";
    for (const { style, links } of this.#strokes) {
      context.strokeStyle = style.colour;
      context.lineWidth = Math.max(style.width, THINNEST_PX / zoom);
      context.globalAlpha = style.alpha;
      context.setLineDash(style.dash);
      for (let i = 0; i < links.length; i += STROKE_MOST) {
        context.beginPath();
        for (const { from, to } of links.slice(i, i + STROKE_MOST)) {
          const [a, b] = [from.position(), to.position()];
          if (isBeyond(a, b, box)) continue;
          context.moveTo(a.x, a.y);
          context.lineTo(b.x, b.y);
        }
        context.stroke();
      }
    }
    context.globalAlpha = 1;
    context.setLineDash(SOLID);
    this.#write(context, zoom);
  }

  // Changes on their lines, the greater before the smaller, where there is room.
  #write(context, zoom) {
    const size = LABEL_PX / Math.min(zoom, 1.2);
    const taken = this.#labels.flatMap(({ of }) => [of.from.position(), of.to.position()]);
    const isFree = (at) => !taken.some((t) => Math.abs(t.x - at.x) < 3.2 * size && Math.abs(t.y - at.y) < 1.2 * size);
    Object.assign(context, {
      font: `700 ${size}px system-ui, sans-serif`, textAlign: "center", textBaseline: "middle", lineJoin: "round",
      lineWidth: size / 3, strokeStyle: theme().halo, fillStyle: theme().ink,
    });
    for (const { of, change } of this.#labels) {
      const [a, b] = [of.from.position(), of.to.position()];
      const at = LABEL_PLACES.map((k) => ({ x: a.x + k * (b.x - a.x), y: a.y + k * (b.y - a.y) })).find(isFree);
      if (!at) continue;
      taken.push(at);
      context.strokeText(signed(change), at.x, at.y);
      context.fillText(signed(change), at.x, at.y);
    }
  }

  /** The link at a place of the graph: { link, from, to }, or null. */
  at(place) {
    let nearest = null;
    let least = REACH_PX / this.#cy.zoom();
    for (const item of this.#links) {
      const away = Math.max(0, distance(place, item.from.position(), item.to.position()) - widthOf(item.link) / 2);
      if (away > least || (away === least && nearest)) continue;
      least = away;
      nearest = item;
    }
    return nearest;
  }
}

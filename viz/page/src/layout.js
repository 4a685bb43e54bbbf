// Places of players and clubs: forces of d3-force, worked out in slices between frames, so that
// the page never stands still. Places of the day before are the beginning of the next.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

const SLICE_MS = 24;
const SPREAD = 55;
const TICKS = 200; // of a small graph; each costs more the larger it is
const LEAST_TICKS = 70;

/** A generator of its own, so that the same graph always looks the same. */
function generator() {
  let x = 123456789;
  return () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return x / 4294967296;
  };
}

/** Where a new one of a group begins: about a place of its own for each group. */
function beginnings(random, around) {
  const about = new Map();
  const somewhere = (width) => ({ x: (random() - 0.5) * width, y: (random() - 0.5) * width });
  return (group) => {
    if (group === null || group === undefined) return somewhere(around);
    if (!about.has(group)) about.set(group, somewhere(around));
    const [place, off] = [about.get(group), somewhere(around / 5)];
    return { x: place.x + off.x, y: place.y + off.y };
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Places for `nodes` ({ id, size, group }) tied by `links` ({ source, target, strength }), as a Map from id to
 * { x, y }. Those of a group begin near each other. `known` places are begun with; `signal` gives
 * it up (null).
 */
export async function layOut(nodes, links, known, signal) {
  const random = generator();
  const fresh = nodes.filter((n) => !known.has(n.id)).length;
  const around = SPREAD * Math.sqrt(nodes.length);
  const begin = beginnings(random, around);
  const bodies = nodes.map((n) => {
    const at = known.get(n.id) ?? begin(n.group);
    return { id: n.id, size: n.size, x: at.x, y: at.y };
  });
  const simulation = forceSimulation(bodies)
    .randomSource(generator())
    .force("link", forceLink(links.map((l) => ({ ...l }))).id((b) => b.id).distance(70).strength((l) => l.strength))
    .force("charge", forceManyBody().strength(-260).distanceMax(600))
    .force("collide", forceCollide((b) => Math.min(b.size / 2, 46) + 14))
    .force("x", forceX().strength(0.035))
    .force("y", forceY().strength(0.06))
    .alpha(fresh ? 1 : 0.25)
    .alphaMin(fresh ? 0.01 : 0.05)
    .alphaDecay(1 - 0.01 ** (1 / Math.max(LEAST_TICKS, TICKS - nodes.length / 8)))
    .stop();
  while (simulation.alpha() > simulation.alphaMin()) {
    const begun = performance.now();
    while (simulation.alpha() > simulation.alphaMin() && performance.now() - begun < SLICE_MS) simulation.tick();
    await nextFrame();
    if (signal?.aborted) return null;
  }
  return new Map(bodies.map((b) => [b.id, { x: b.x, y: b.y }]));
}

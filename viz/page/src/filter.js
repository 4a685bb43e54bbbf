// Which part of the graph is shown: interests that the filters let through, who is at their ends,
// and what ties these. Pure, so that it can be tested by itself.
import { stageOrder } from "./words.js";

const passesStage = (link, faintest) => !faintest || stageOrder.indexOf(link.stage) >= stageOrder.indexOf(faintest);

/** `graph` as the server gives it; `f`: league, position, stage, least (percent). */
export function applyFilters(graph, f) {
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const least = Number(f.least) / 100;
  const interests = graph.links.filter((l) => {
    if (l.kind !== "interest" || l.weight < least || !passesStage(l, f.stage)) return false;
    const player = nodes.get(l.source);
    const club = nodes.get(l.target);
    return (!f.position || player.position === f.position) && (!f.league || club.league === f.league);
  });
  const shown = new Set(interests.flatMap((l) => [l.source, l.target]));
  const wanted = new Set(interests.map((l) => l.source));
  const ties = graph.links.filter((l) => {
    if (l.kind === "interest") return false;
    return l.kind === "plays_for" ? wanted.has(l.source) : wanted.has(l.source) && wanted.has(l.target);
  });
  for (const tie of ties) shown.add(tie.target);
  return { nodes: graph.nodes.filter((n) => shown.has(n.id)), links: [...interests, ...ties] };
}

/** The values there are, for the choices of the filters. */
export function choices(graph) {
  const unique = (values) => [...new Set(values.filter(Boolean))].sort();
  return {
    leagues: unique(graph.nodes.map((n) => n.league)),
    positions: unique(graph.nodes.map((n) => n.position)),
  };
}

// Figures and words as people read them.

/** "61 %"; what rounds to nothing or all but is not: "<1 %", ">99 %". */
export function percent(x, digits = 0) {
  const least = 10 ** -digits;
  if (x > 0 && 100 * x < least / 2) return `<${least} %`;
  if (x < 1 && 100 * (1 - x) < least / 2) return `>${(100 - least).toFixed(digits)} %`;
  return `${(100 * x).toFixed(digits)} %`;
}

/** "+1.2", "−0.4", with a true minus. */
export function signed(x, digits = 1) {
  const text = Math.abs(100 * x).toFixed(digits);
  if (Number(text) === 0) return `±${text}`;
  return (x > 0 ? "+" : "−") + text;
}

export const plural = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const positions = {
  GK: "goalkeeper", CB: "centre-back", LB: "left-back", RB: "right-back", FB: "full-back", DF: "defender",
  DM: "defensive midfielder", CM: "central midfielder", AM: "attacking midfielder", MF: "midfielder",
  LW: "left winger", RW: "right winger", W: "winger", ST: "striker", FW: "forward",
};
export const positionWord = (code) => positions[code] ?? "player";

const stages = {
  linked: "linked", watching: "watching", keen: "keen", talks: "in talks", bid: "bid made", agreed: "agreed",
  done: "done", over: "over", possible: "possibly", likely: "probably", owned: "his club", loan: "on loan",
};
export const stageWord = (stage) => stages[stage] ?? stage;

/** Stages of an interest, from the faintest to the firmest. */
export const stageOrder = ["linked", "watching", "keen", "talks", "bid", "agreed"];

const symbols = { EUR: "€", GBP: "£", USD: "$" };

export function price(p) {
  if (!p) return null;
  const sum = p.low === p.high ? `${p.low}` : `${p.low}–${p.high}`;
  return `${symbols[p.currency] ?? `${p.currency} `}${sum}m ${p.kind === "clause" ? "release clause" : p.kind}`;
}

export const surname = (name) => {
  const words = name.split(" ");
  if (words.length < 2) return name;
  const particle = words.findIndex((w, i) => i > 0 && /^(van|von|de|da|dos|di|el|al|le|la|ter|ten|den|der)$/i.test(w));
  return particle > 0 ? words.slice(particle).join(" ") : words.at(-1);
};

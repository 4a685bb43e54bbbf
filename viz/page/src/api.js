// Answers: out of this file where they were put into it, else from the server that this page is from.

const embedded = (() => {
  const element = document.getElementById("suitor-answers");
  return element ? JSON.parse(element.textContent) : null;
})();

/** Whether this page is a file that was sent round, without a server. */
export const isFile = embedded !== null;

export class AnswerError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const query = (pairs) =>
  pairs
    .filter(([, v]) => v !== null && v !== undefined && v !== "")
    .map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
    .join("&");

/** "/api/rivals?name=Bastoni"; `pairs` in the order in which docs/openapi.json has them. */
export function address(path, pairs = []) {
  const q = query(pairs);
  return `/api/${path}${q ? `?${q}` : ""}`;
}

const kept = new Map();
const MOST_KEPT = 300;

function keep(url, promise) {
  kept.set(url, promise);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  promise.catch(() => kept.delete(url));
  return promise;
}

function fromFile(url) {
  if (url in embedded) return embedded[url];
  throw new AnswerError("This file does not hold that answer. In suitor serve it can be worked out.", 404);
}

const wrong = async (response) => new AnswerError((await response.json().catch(() => ({}))).error ?? "The server answered with something else.", response.status);

async function fetched(url, signal) {
  try {
    return await fetch(url, { signal, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new AnswerError("The server does not answer. Is suitor serve still running?", 0);
  }
}

async function fromServer(url, signal) {
  const response = await fetched(url, signal);
  if (!response.ok) throw await wrong(response);
  return response.json().catch(() => Promise.reject(new AnswerError("The server answered with something else.", response.status)));
}

/** What is no JSON: a picture, a table. */
export async function askForFile(path, pairs) {
  const response = await fetched(address(path, pairs));
  if (!response.ok) throw await wrong(response);
  return response.blob();
}

/** The answer of a route, asked for once. */
export function ask(path, pairs = [], signal = undefined) {
  const url = address(path, pairs);
  if (kept.has(url)) return kept.get(url);
  return keep(url, (async () => (isFile ? fromFile(url) : fromServer(url, signal)))());
}

/** Forget what was answered: the store may have changed. */
export const forget = () => kept.clear();

function parseEvent(block) {
  const event = { name: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event.name = line.slice(7);
    else if (line.startsWith("data: ")) event.data += line.slice(6);
  }
  return event;
}

/** The same with onProgress(done, of) told meanwhile; `signal` gives it up. */
export async function askSlowly(path, pairs, onProgress, signal) {
  if (isFile) return ask(path, pairs);
  const response = await fetched(address(path, [...pairs, ["stream", 1]]), signal);
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) throw await wrong(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? "";
    let end;
    while ((end = text.indexOf("\n\n")) >= 0) {
      const event = parseEvent(text.slice(0, end));
      text = text.slice(end + 2);
      const data = JSON.parse(event.data);
      if (event.name === "progress") onProgress(data.done, data.of);
      else if (event.name === "result") return data;
      else throw new AnswerError(data.error, 400);
    }
    if (done) throw new AnswerError("The answer broke off.", 0);
  }
}

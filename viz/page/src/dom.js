// Elements out of names, attributes and children. Text from articles only ever becomes text.

/** h("button", { class: "x", onclick: f }, "text", child…); null and false children are left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "vars") for (const [k, v] of Object.entries(value)) element.style.setProperty(k, v);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(9)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Put `children` in the place of what is in `element`. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
}

export const byId = (id) => document.getElementById(id);

/** A link to an article, only where its address is one of the web. */
export function link(address, text) {
  if (!/^https?:\/\//i.test(address ?? "")) return h("span", {}, text);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

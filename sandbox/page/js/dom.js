/**
 * Makes an element. Children that are strings become text nodes: nothing people wrote is ever read as HTML.
 * `on` holds listeners, `data` the data- attributes; a property that is null, undefined or false is left out.
 */
export function el(tag, { on = {}, data = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : String(value));
  }
  Object.assign(element.dataset, data);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/**
 * Makes the children of `parent` match `items`, keeping every child whose signature is unchanged: focus, selection and
 * scroll positions stay. When the child that has the focus is made anew, the control with the same `data-focus` gets it.
 * @param items `{ key, signature, build() }`, in order.
 */
export function reconcile(parent, items) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const focusKey = focused?.dataset.focus;
  const focusItem = focused?.closest('[data-key]')?.dataset.key;
  const wanted = items.map(({ key, signature, build }) => {
    const kept = old.get(key);
    if (kept && kept.dataset.signature === signature) return kept;
    const made = build();
    Object.assign(made.dataset, { key, signature });
    return made;
  });
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  if (focused && !focused.isConnected && focusKey) {
    const item = wanted.find((child) => child.dataset.key === focusItem);
    item?.querySelector(`[data-focus="${CSS.escape(focusKey)}"]`)?.focus({ preventScroll: true });
  }
}

/** A short, stable mark of something, to notice when it changes (FNV-1a over its JSON). */
export function signatureOf(thing) {
  const json = JSON.stringify(thing);
  let hash = 0x811c9dc5;
  for (let index = 0; index < json.length; index += 1) {
    hash = Math.imul(hash ^ json.charCodeAt(index), 0x01000193);
  }
  return `${json.length}-${(hash >>> 0).toString(36)}`;
}

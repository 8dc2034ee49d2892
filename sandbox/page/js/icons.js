/** Line icons, drawn here so that they look the same without an emoji font. Outlines on a 20 × 20 grid. */
const PATHS = {
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  clip: 'M14.5 9.5l-5.2 5.2a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-5.8 5.8a1 1 0 0 1-1.5-1.5l5-5',
  smile: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7.3 11.8a3.3 3.3 0 0 0 5.4 0M7.6 8v.4M12.4 8v.4',
  reply: 'M8 5L3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1.5',
  more: 'M4.5 10h.2M10 10h.2M15.5 10h.2',
  send: 'M3.5 4l13 6-13 6 2-6zM5.5 10h6',
  list: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  close: 'M5 5l10 10M15 5L5 15',
  chat: 'M3.5 4.5h13v9h-7l-4 3v-3h-2z',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  home: 'M3.5 9.5L10 4l6.5 5.5M5.5 8.5V16h9V8.5',
  hash: 'M8 3.5l-1.5 13M13.5 3.5L12 16.5M4 7.5h13M3 12.5h13',
  person: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  file: 'M5 2.5h6l4 4v11H5zM11 2.5v4h4',
};
const SVG = 'http://www.w3.org/2000/svg';

/** A picture only; the control around it has the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 20 20',
    class: 'line-icon',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

// A thread that draws one chart and ends. Plain JavaScript: Node starts it as it is, compiled program or not.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { parse, View } from 'vega';

const { spec, fonts, scale } = workerData;
const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

await initWasm(readFile(wasm));
const view = new View(parse(spec), { renderer: 'none' });
const svg = await view.toSVG();
const drawing = new Resvg(svg, {
  fitTo: { mode: 'zoom', value: scale },
  font: {
    fontBuffers: fonts,
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
    loadSystemFonts: false,
  },
});
parentPort.postMessage(drawing.render().asPng());

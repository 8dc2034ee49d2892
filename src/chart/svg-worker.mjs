// A thread that draws charts for pages, as SVG. Plain JavaScript: Node starts it as it is, compiled program or not.
import { parentPort } from 'node:worker_threads';
import { parse, View } from 'vega';

parentPort.on('message', async ({ id, specs }) => {
  try {
    const svgs = [];
    for (const spec of specs) svgs.push(await new View(parse(spec), { renderer: 'none' }).toSVG());
    parentPort.postMessage({ id, svgs });
  } catch (error) {
    parentPort.postMessage({ id, problem: String(error) });
  }
});

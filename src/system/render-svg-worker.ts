import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { z } from 'zod';

/** A thread of its own: drawing takes up to a second of nothing else, and a hundred megabytes that go with the thread. */
const Asked = z.object({ number: z.number(), svg: z.string(), scale: z.number() });

const { resolve } = createRequire(import.meta.url);
await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
const fontBuffers = ['400Regular', '700Bold'].map(
  (style) =>
    new Uint8Array(
      readFileSync(resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`)),
    ),
);
const font = { fontBuffers, defaultFontFamily: 'Source Sans 3' };

parentPort?.on('message', (message: unknown) => {
  const { number, svg, scale } = Asked.parse(message);
  const drawn = draw(svg, scale);
  parentPort?.postMessage({ number, ...drawn }, []);
});

/** What cannot be drawn is said in as many words; the thread goes on. */
function draw(svg: string, scale: number): { readonly png: Uint8Array } | { readonly problem: string } {
  try {
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } });
    const picture = drawing.render();
    const png = picture.asPng();
    picture.free();
    drawing.free();
    return { png };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

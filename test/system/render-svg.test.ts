import { afterEach, expect, it } from 'vitest';
import { PictureError } from '../../src/ports/picture-renderer.ts';
import { createPictureRenderer } from '../../src/system/render-svg.ts';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function renderer(options = {}) {
  const one = createPictureRenderer(options);
  open.push(one);
  return one;
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#fff"/>${content}</svg>`;
}

const words = (text: string, more = '') => svg(`<text x="5" y="40" font-size="30"${more}>${text}</text>`);

/** Width and height stand in the first chunk (PNG, 11.2.1). */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

it('draws a picture as large as asked, the same one each time, whoever draws it', async () => {
  const one = renderer();
  const other = renderer();

  const first = await one.render(words('Äöüß'), 1);
  const [again, others, large] = await Promise.all([
    one.render(words('Äöüß'), 1),
    other.render(words('Äöüß'), 1),
    one.render(words('Äöüß'), 2),
  ]);

  expect(first.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  expect([sizeOf(first), sizeOf(large)]).toEqual([
    [200, 60],
    [400, 120],
  ]);
  expect(again).toEqual(first);
  expect(others).toEqual(first);
});

it('draws words in its own font, regular and bold, whatever font is asked for', async () => {
  const one = renderer();

  const empty = await one.render(svg(''), 1);
  const regular = await one.render(words('Tisch'), 1);
  const bold = await one.render(words('Tisch', ' font-weight="700"'), 1);
  const strange = await one.render(words('Tisch', ' font-family="Comic Sans MS"'), 1);

  expect(regular).not.toEqual(empty);
  expect(bold).not.toEqual(regular);
  expect(strange).toEqual(regular);
});

it('fetches nothing', async () => {
  const one = renderer();
  const outside = svg(
    '<image href="file:///etc/passwd" width="50" height="50"/><image href="http://127.0.0.1:9/x.png" width="50" height="50"/>',
  );

  expect(await one.render(outside, 1)).toEqual(await one.render(svg(''), 1));
});

it('says when something is no document, and draws the next one', async () => {
  const one = renderer();

  await expect(one.render('<svg', 1)).rejects.toThrow(PictureError);
  await expect(one.render(words('danach'), 1)).resolves.toBeInstanceOf(Uint8Array);
});

it('lets nobody wait when it is closed, and draws again when it is asked to', async () => {
  const one = renderer();
  const waiting = one.render(words('vorher'), 1);

  const [outcome] = await Promise.allSettled([waiting, one.close()]);

  expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(PictureError) });
  await expect(one.render(words('nachher'), 1)).resolves.toBeInstanceOf(Uint8Array);
});

it('draws on after its thread was given back, because there was nothing to draw for a while', async () => {
  const one = renderer({ idleMs: 1 });

  const first = await one.render(words('Tisch'), 1);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });

  expect(await one.render(words('Tisch'), 1)).toEqual(first);
});

/** What a thread may run instead of drawing. */
function script(code: string): URL {
  return new URL(`data:text/javascript,import { parentPort } from 'node:worker_threads'; ${code}`);
}

it('gives a picture that never comes no more time because others are asked for', async () => {
  const one = renderer({ script: script("parentPort.on('message', () => {});"), patienceMs: 200 });
  const asked: Promise<unknown>[] = [];

  const more = setInterval(() => asked.push(one.render(words('danach'), 1).catch(() => undefined)), 20);
  const first = await Promise.race([
    one.render(words('Tisch'), 1).catch((error: unknown) => error),
    new Promise((resolve) => {
      setTimeout(resolve, 2_000, 'still waiting');
    }),
  ]);
  clearInterval(more);

  expect(first).toBeInstanceOf(PictureError);
});

it.each([
  ['ends', "parentPort.on('message', () => process.exit());", undefined],
  ['misses a file', "await import('node:fs').then((fs) => fs.readFileSync('/absent.wasm'));", 'ENOENT'],
])('lets nobody wait for a thread that %s, and says why where it knows', async (_, code, reason) => {
  const one = renderer({ script: script(code) });

  const tries = [
    await outcomeOf(one.render(words('eins'), 1)),
    await outcomeOf(one.render(words('zwei'), 1)),
  ];

  for (const outcome of tries) {
    expect(outcome).toBeInstanceOf(PictureError);
    expect(outcome).toMatchObject(reason === undefined ? {} : { cause: { code: reason } });
  }
});

function outcomeOf(picture: Promise<unknown>): Promise<unknown> {
  return picture.catch((error: unknown) => error);
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { RunningServer } from './running-server.ts';

const activity = JSON.stringify({ type: 'message', text: 'Wer macht das schon?' });

function nested(depth: number): string {
  return `{"type":"message","value":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

describe('the JSON that strangers may send to the bot', () => {
  let running: RunningServer;

  beforeAll(async () => {
    running = await RunningServer.start();
  });

  afterEach(() => {
    running.received.length = 0;
  });

  afterAll(() => running.stop());

  it('hands over an activity and the authorization header', async () => {
    const response = await running.post(activity, { authorization: 'Bearer abc' });

    expect(response.status).toBe(200);
    expect(running.received).toEqual([{ type: 'message', text: 'Wer macht das schon?' }]);
    expect(running.authorizations.at(-1)).toBe('Bearer abc');
  });

  it.each([
    ['{}'],
    ['{"type":5}'],
    ['{"type":null}'],
    ['{"type":{"type":"message"}}'],
    ['{"Type":"message"}'],
  ])('fault 1: answers 400 to an object without a type: %s', async (body) => {
    const response = await running.post(body);

    expect(response.status).toBe(400);
    expect(running.received).toEqual([]);
  });

  it.each([
    ['[]'],
    ['[{"type":"message"}]'],
    ['null'],
    ['true'],
    ['17'],
    ['"message"'],
    [''],
    [' '],
    ['{'],
    ['{"type":"message"'],
    ['{"type":"message"}}'],
    ['{"type":"message"}{"type":"message"}'],
    ["{'type':'message'}"],
    ['{"type":"message",}'],
    ['{type:"message"}'],
    ['{"type":"message","text":"\u0000"}'],
    ['{"type":"message","text":"\\u00"}'],
    ['{"type":"message","text":"\\x41"}'],
    ['{"type":"message","value":NaN}'],
    ['{"type":"message","value":01}'],
    ['{"type":"message"} // comment'],
    ['type=message'],
    ['<activity type="message"/>'],
  ])('fault 2: answers 400 to what is no JSON object: %j', async (body) => {
    const response = await running.post(body);

    expect(response.status).toBe(400);
    expect(running.received).toEqual([]);
  });

  it('fault 2: answers 400 to bytes that are not UTF-8', async () => {
    const response = await running.post(Buffer.from('{"type":"message","text":"\xff"}', 'latin1'));

    expect(response.status).toBe(400);
  });

  it.each([
    ['__proto__ at the top', '{"type":"message","__proto__":{"polluted":true}}'],
    ['__proto__ in the data', '{"type":"message","value":{"__proto__":{"polluted":true}}}'],
    ['constructor.prototype', '{"type":"message","constructor":{"prototype":{"polluted":true}}}'],
  ])('fault 15: leaves the prototype alone: %s', async (_what, body) => {
    const response = await running.post(body);

    expect(response.status).toBe(200);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    ['duplicate keys', '{"type":"message","text":"a","text":"b"}', 'b'],
    ['a lone surrogate', String.raw`{"type":"message","text":"\ud800"}`, '\ud800'],
    ['an escaped NUL', String.raw`{"type":"message","text":"\u0000"}`, '\u0000'],
    ['a huge number', '{"type":"message","text":1e400}', Number.POSITIVE_INFINITY],
    ['a long number', `{"type":"message","text":${'9'.repeat(300)}}`, Number('9'.repeat(300))],
  ])('fault 15: takes %s as data', async (_what, body, text) => {
    const response = await running.post(body);

    expect(response.status).toBe(200);
    expect(running.received[0]?.['text']).toBe(text);
  });

  it.each([
    [1_500, 200],
    [1_999, 200],
    [2_001, 400],
    [50_000, 400],
    [130_000, 400],
  ])('fault 15: answers to data nested %i deep with %i', async (depth, status) => {
    const response = await running.post(nested(depth));

    expect(response.status).toBe(status);
  });

  it('fault 15: does not take brackets in words for nesting', async () => {
    const text = String.raw`\"[{`.repeat(5_000);

    const response = await running.post(`{"type":"message","text":"${text}"}`);

    expect(response.status).toBe(200);
  });
});

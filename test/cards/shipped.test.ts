import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CardAction } from '../../src/cards/actions.ts';

const folder = new URL('shipped/', import.meta.url);
const Payload = z.looseObject({ verb: z.string() });

/** Payloads of every button that ever was on a card, as Teams sends them; one file for each verb. */
const shipped = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return { name: file.replace(/\.json$/, ''), payloads: z.array(Payload).min(1).parse(JSON.parse(text)) };
});

/** What a client adds for itself. */
const clientsOwn = new Set(['msteams']);

/** Every field that the program takes over from a payload; what is typed into the form of a use case is together in one. */
function understood(payload: unknown): readonly string[] {
  const action = CardAction.parse(payload);
  return [...Object.keys(action), ...('typed' in action ? Object.keys(action.typed) : [])];
}

function verbOf(option: (typeof CardAction.options)[number]): string {
  return 'shape' in option ? option.shape.verb.value : option.in.shape.verb.value;
}

describe('buttons of cards that were posted long ago', () => {
  it.each(shipped)('$name is understood for ever, with every field of it', ({ name, payloads }) => {
    for (const payload of payloads) {
      const fields = Object.keys(payload).filter((field) => !clientsOwn.has(field));

      expect(payload.verb).toBe(name);
      expect(understood(payload)).toEqual(expect.arrayContaining(fields));
    }
  });

  it('are kept for every verb, and every kept one is known', () => {
    const verbs = CardAction.options.map(verbOf);

    expect(shipped.map(({ name }) => name).toSorted()).toEqual(verbs.toSorted());
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineDocument, DocumentFormatError } from '../../src/store/document.ts';

/** Version 1 had one field `name`, version 2 split it, version 3 counts visits. */
const visitor = defineDocument({
  name: 'visitor',
  version: 3,
  schema: z.object({ first: z.string(), last: z.string(), visits: z.number(), note: z.string().optional() }),
  upgrades: {
    1: ({ name, ...others }) => {
      const [first = '', last = ''] = (typeof name === 'string' ? name : '').split(' ');
      return { ...others, first, last };
    },
    2: (body) => ({ ...body, visits: 0 }),
  },
});

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('stored documents', () => {
  it('writes the current version, and reads it back', () => {
    const body = visitor.toBody({ first: 'Ada', last: 'Byron', visits: 2, note: undefined });

    expect(body).toStrictEqual({ schemaVersion: 3, first: 'Ada', last: 'Byron', visits: 2 });
    expect(visitor.parse(body)).toEqual({ first: 'Ada', last: 'Byron', visits: 2 });
  });

  it.each([
    { schemaVersion: 1, name: 'Ada Byron', note: 'x' },
    { schemaVersion: 2, first: 'Ada', last: 'Byron', note: 'x' },
    { schemaVersion: 3, first: 'Ada', last: 'Byron', visits: 0, note: 'x' },
  ])('reads a document of version $schemaVersion', (body) => {
    expect(visitor.parse(body)).toEqual({ first: 'Ada', last: 'Byron', visits: 0, note: 'x' });
  });

  it('refuses a document of a newer version of the program', () => {
    const error = errorOf(() => visitor.parse({ schemaVersion: 4, first: 'Ada' }));

    expect(error).toBeInstanceOf(DocumentFormatError);
    expect(error).toMatchObject({ reason: 'newer-version', document: 'visitor' });
  });

  it.each([{}, { schemaVersion: '3' }, { schemaVersion: 0 }, { schemaVersion: 1.5 }])(
    'refuses a document without a proper version: %j',
    (body) => {
      expect(() => visitor.parse(body)).toThrow(expect.objectContaining({ reason: 'no-version' }));
    },
  );

  it('names the fields that are wrong, but nothing that is in them', () => {
    const error = errorOf(() =>
      visitor.parse({ schemaVersion: 3, first: 'Ada', last: 42, visits: 'secret' }),
    );

    expect(error).toMatchObject({
      reason: 'invalid',
      message: 'document visitor: invalid fields: last (invalid_type), visits (invalid_type)',
    });
  });

  it('writes nested values and refuses what JSON cannot hold', () => {
    const format = defineDocument({
      name: 'anything',
      version: 1,
      schema: z.object({ value: z.unknown() }),
      upgrades: {},
    });

    const body = format.toBody({ value: [{ a: [1, null], b: undefined }] });

    expect(body).toStrictEqual({ schemaVersion: 1, value: [{ a: [1, null] }] });
    expect(() => format.toBody({ value: new Date(0) })).toThrow('a value is not plain JSON');
  });

  it('cannot be defined without every upgrade', () => {
    const error = errorOf(() =>
      defineDocument({ name: 'gap', version: 3, schema: z.object({}), upgrades: { 2: (body) => body } }),
    );

    expect(error).toMatchObject({
      message: expect.stringContaining('the upgrade from version 1 is missing'),
    });
  });
});

import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { type FormatName, formatNames } from '../../../src/features/exchange/export/export-use-cases.ts';
import { aUseCase } from '../../support/builders.ts';
import { aStock, exportAs } from './export-fixture.ts';
import { aFullUseCase, canary } from './export-full-use-case.ts';

const traces = [canary.member, canary.name, canary.email, canary.phone, 'canary', 'Kanaria', '4711000'];

/** All that a reader of the file can see; a workbook is unpacked. */
async function read(bytes: Uint8Array, format: FormatName): Promise<string> {
  if (format !== 'xlsx') {
    return Buffer.from(bytes).toString();
  }
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return JSON.stringify(workbook.model);
}

function found(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(word));
}

describe.each(formatNames)('a %s file', (format) => {
  it('for the public holds no person, no mailbox beside a name, and only costs that are public', async () => {
    const deps = await aStock([aFullUseCase()]);

    const { bytes } = await exportAs(deps, format, 'public');
    const text = await read(bytes, format);

    expect(text).toContain('Chatbot im Bürgerservice');
    expect(found(text, traces)).toEqual([]);
    expect(found(text, ['Rabatt', 'Einführung'])).toEqual([]);
  });

  it('for the community names people, but never the member behind them, nor who is interested', async () => {
    const deps = await aStock([aFullUseCase()]);

    const { bytes } = await exportAs(deps, format, 'community');
    const text = await read(bytes, format);

    expect(found(text, [canary.member, 'canary', 'interests', 'enteredBy', 'reviewedBy'])).toEqual([]);
    expect(text).not.toContain('Rabatt');
  });

  it.each([
    ['public', ['Öffentlicher']],
    ['community', ['Öffentlicher', 'Gemeinsamer']],
    ['organisation', ['Öffentlicher', 'Gemeinsamer', 'Eigener']],
  ] as const)('for "%s" holds only what these readers may see', async (visibility, expected) => {
    const deps = await aStock(
      [
        { id: 'u1', title: 'Öffentlicher', visibility: 'public' } as const,
        { id: 'u2', title: 'Gemeinsamer', visibility: 'community' } as const,
        { id: 'u3', title: 'Eigener', visibility: 'organisation' } as const,
        { id: 'u4', title: 'Archivierter', visibility: 'public', archived: { at: 0 } } as const,
        { id: 'u5', title: 'Beispielhafter', visibility: 'public', example: true } as const,
      ].map(({ id, ...rest }) => aUseCase({ ...rest, id: useCaseId(id) })),
    );

    const { bytes, result } = await exportAs(deps, format, visibility);
    const text = await read(bytes, format);

    const titles = ['Öffentlicher', 'Gemeinsamer', 'Eigener', 'Archivierter', 'Beispielhafter'];
    expect(found(text, titles)).toEqual(expected);
    expect(result).toMatchObject({
      exported: expected.length,
      leftOut: { archived: 1, example: 1, visibility: 3 - expected.length },
    });
  });
});

describe('a contact in a file for the public', () => {
  async function contactOf(contact: UseCase['contact']) {
    const useCase = aUseCase({ visibility: 'public', ...(contact !== undefined && { contact }) });
    const { text } = await exportAs(await aStock([useCase]), 'json', 'public');
    return /"contact":(\{.*?\})/.exec(text)?.[1];
  }

  it.each([
    [{ email: 'digital@example.org' }, '{"email":"digital@example.org"}'],
    [{ email: 'digital@example.org', phone: '02373 1' }, '{"email":"digital@example.org"}'],
    [{ email: 'anna@example.org', name: 'Anna' }, undefined],
    [{ email: 'anna@example.org', memberId: canary.member }, undefined],
    [{ phone: '02373 1' }, undefined],
  ])('of %j is %j', async (contact, expected) => {
    expect(await contactOf(contact)).toBe(expected);
  });
});

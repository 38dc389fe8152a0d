import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { beispielhausen, memberOf, storedUseCase, voicebot, worksFor } from '../support/adoption.ts';
import { buttonNamed, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

const canary = { name: 'Kanaria Vogelsang', email: 'kanaria.vogelsang@example.org' };
const canaries = [canary.name, canary.email, berta.aadObjectId];

let folder: string;
let store: DocumentStore;
let bot: TestBot;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-use-cases-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  bot = await TestBot.start({}, { clock, store });
  bot.connector.members.set(berta.id, { ...berta, ...canary, tenantId: tenant, userRole: 'user' });
});

afterEach(async () => {
  await bot.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

function storedCanaries(): readonly string[] {
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  return canaries.filter((word) => files.some((bytes) => bytes.includes(word)));
}

/** Berta enters her commune with herself as the contact, changes that, states an interest, and once entered the record and reviewed it. */
async function leavesTraces(): Promise<void> {
  await worksFor(bot, beispielhausen, asBerta);
  const save = { ...voicebot, commune: beispielhausen, stage: 'idea', contact: 'self', note: 'Bleibt.' };
  await bot.press(pressed('adoption.save', save), 'personal', {}, asBerta);
  await bot.press(pressed('adoption.save', { ...save, stage: 'pilot' }), 'personal', {}, asBerta);
  const interest = { ...voicebot, commune: beispielhausen, cooperations: 'exchange', named: 'true' };
  await bot.press(pressed('interest.save', interest), 'personal', {}, asBerta);
  const { id } = await storedUseCase(bot);
  const member = memberOf(berta);
  await bot.app.deps.useCases.change(id, (useCase) => ({
    useCase: {
      ...useCase,
      contact: { ...canary, memberId: member },
      provenance: { ...useCase.provenance, createdBy: member, reviewedBy: member },
    },
    entry: {
      at: 1,
      by: { organiser: true },
      change: {
        kind: 'edited',
        fields: [{ field: 'contact', before: 'Postfach', after: `${canary.name}, ${canary.email}` }],
      },
    },
  }));
}

describe('what a member leaves in use cases', () => {
  it('is told with "Meine Daten"', async () => {
    await leavesTraces();

    const [answer] = await bot.say('Meine Daten', 'personal', asBerta);

    const words = wordsOf(cardOf(answer));
    expect(words).toContain('Anwendungsfall: Telefonassistent für das Bürgerbüro');
    for (const share of ['eingetragen', 'freigegeben', 'Ansprechperson', 'Interesse der Kommune angegeben']) {
      expect(words).toContain(`Ihr Anteil: ${share}`);
    }
    expect(words).toContain(`Name: ${canary.name}\nE-Mail: ${canary.email}`);
    expect(words).toContain('Kommune: Beispielhausen (Beispiel)');
    expect(words).toContain('Änderung: Kommune eingetragen');
    expect(words).toContain('Änderung: Angabe der Kommune geändert');
    expect(words).not.toMatch(/useCase|contactName|statedAt|changedAt/);
  });

  it('is gone from the bytes of the store after "Meine Daten löschen", and what the commune does stays', async () => {
    await leavesTraces();
    const before = storedCanaries();

    const [question] = await bot.say('Meine Daten löschen', 'personal', asBerta);
    await bot.press(buttonNamed(cardOf(question), 'Ja, löschen'), 'personal', {}, asBerta);
    const after = storedCanaries();

    const { adopters, interests, contact, id } = await storedUseCase(bot);
    const details = await bot.press(pressed('useCase.show', voicebot));
    expect(before).toEqual(canaries);
    expect(after).toEqual([]);
    expect(contact).toBeUndefined();
    expect(adopters.at(-1)).toEqual({
      body: { kind: 'commune', communeId: beispielhausen },
      stage: 'pilot',
      note: 'Bleibt.',
    });
    expect(interests).toMatchObject([{ communeId: beispielhausen, cooperations: ['exchange'] }]);
    expect(interests[0]).not.toHaveProperty('by');
    expect((await bot.app.deps.useCases.historyOf(id)).map(({ by, change }) => [by, change.kind])).toEqual([
      [{ organiser: true }, 'edited'],
      [{ communeId: beispielhausen, organiser: false }, 'adoption-changed'],
      [{ communeId: beispielhausen, organiser: false }, 'adopted'],
    ]);
    expect(wordsOf(details)).not.toContain('Kanaria');
  });
});

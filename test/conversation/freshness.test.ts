import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeFreshness } from '../../src/chat/compose-freshness.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { askIfTrue } from '../../src/jobs/ask-if-true.ts';
import { asCarla, startCommunity } from '../support/announcements.ts';
import { adopterAt, hemer, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { aDrone, annaId, bertaId, carlaId, drones, postedTo } from '../support/followed.ts';
import { asBerta, bertasChat, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

/** Entered by Berta at the time of the test's start. */
async function enter(fields: Partial<UseCase> = {}): Promise<void> {
  const useCase = aDrone({ adopters: [adopterAt(menden, 'in_use')], ...fields });
  const provenance = { ...useCase.provenance, createdAt: bot.clock.now(), createdBy: bertaId };
  await bot.app.deps.useCases.add({ ...useCase, provenance });
  await known(useCase.id);
}

/** The catalogue has it as it is stored. */
async function known(id = drones): Promise<void> {
  const { catalogue, useCases } = bot.app.deps;
  await expect.poll(async () => catalogue.find(id)).toEqual((await useCases.find(id))?.value);
}

/** So much later, the job has its turn. */
async function after(days: number): Promise<void> {
  bot.clock.advance(days * dayMs);
  await askIfTrue(bot.app.deps);
  await known();
}

/** The question as it came to Berta, for the first or second time. */
async function asked(time = 1) {
  const questions = () =>
    postedTo(bot, bertasChat).filter(({ summary = '' }) => summary.startsWith('Ist das noch aktuell?'));
  await bot.connector.until(() => questions().length >= time);
  const message = questions()[time - 1];
  return { summary: message?.summary, card: cardOf(message) };
}

const bertaPresses = (button: ReturnType<typeof buttonNamed>) => bot.press(button, 'personal', {}, asBerta);
const stored = async () => (await bot.app.deps.useCases.find(drones))?.value;
const history = async () => (await bot.app.deps.useCases.historyOf(drones)).map(({ change }) => change);

async function belongsTo(commune: string): Promise<void> {
  await bot.press(pressed('commune.choose', { commune }), 'personal', {}, asBerta);
}

describe('"Ist das noch aktuell?"', () => {
  it('comes after 180 days to the person who knows, with three answers', async () => {
    await enter();
    const from = bot.connector.calls.length;
    await after(179);
    await after(1);

    const { summary, card } = await asked();

    expect(summary).toBe('Ist das noch aktuell? Drohnen prüfen Dächer');
    expect(wordsOf(card)).toMatch(/^Ist das noch aktuell\?\nDrohnen prüfen Dächer\n[^]*Menden/);
    expect(wordsOf(card)).toContain('Zuletzt bestätigt wurde es am 22. November 2026.');
    expect(buttonsOf(card).map(({ title, verb }) => [title, verb])).toEqual([
      ['Details', 'useCase.show'],
      ['Stimmt', 'freshness.confirm'],
      ['Ändern', 'registration.offerChange'],
      ['Eingestellt', 'freshness.retire'],
    ]);
    expect(postedTo(bot, bertasChat, from)).toHaveLength(1);
  });

  it('"Stimmt" confirms it for the next 180 days, tells it in the history, and ends the question', async () => {
    await enter();
    await after(180);
    const { card } = await asked();

    const confirmed = await bertaPresses(buttonNamed(card, 'Stimmt'));
    const again = await bertaPresses(buttonNamed(card, 'Stimmt'));
    await bot.connector.until(() => bot.connector.calls.some(({ method }) => method === 'PUT'));
    const update = bot.connector.calls.find(({ method }) => method === 'PUT');
    await known();
    await after(179);

    expect(wordsOf(confirmed)).toMatch(/^Danke\. Der Eintrag gilt als bestätigt\.\nDrohnen prüfen Dächer/);
    expect(wordsOf(again)).toMatch(/^Bestätigt am 21\. Mai 2027\./);
    expect(wordsOf(cardOf(update?.activity))).toMatch(/^Bestätigt am 21\. Mai 2027\./);
    expect(await history()).toEqual([{ kind: 'confirmed' }]);
    expect((await stored())?.provenance).toMatchObject({ version: 2, lastConfirmedAt: expect.any(Number) });
    expect((await stored())?.provenance.asked).toBeUndefined();
    expect(await bot.storedDocuments('broadcasts')).toHaveLength(1);
  });

  it('"Eingestellt" sets the own commune to "eingestellt", and says so when theirs does not do it', async () => {
    await enter();
    await after(180);
    const { card } = await asked();
    const without = await bertaPresses(buttonNamed(card, 'Eingestellt'));
    await belongsTo(hemer);
    const elsewhere = await bertaPresses(buttonNamed(card, 'Eingestellt'));
    await belongsTo(menden);

    const retired = await bertaPresses(buttonNamed(card, 'Eingestellt'));
    const again = await bertaPresses(buttonNamed(card, 'Eingestellt'));

    expect(JSON.stringify([without, elsewhere])).toMatch(/nicht unter denen[^]*nicht unter denen/);
    expect(wordsOf(retired)).toMatch(/^Danke\. Menden[^\n]* steht jetzt unter „eingestellt“\./);
    expect(wordsOf(again)).toMatch(/^Menden[^\n]* steht schon unter „eingestellt“\./);
    expect(await history()).toEqual([
      {
        kind: 'adoption-changed',
        body: { kind: 'commune', communeId: menden },
        from: 'in_use',
        to: 'retired',
      },
    ]);
    expect((await stored())?.adopters).toMatchObject([{ stage: 'retired', enteredBy: bertaId }]);
    expect((await stored())?.provenance.asked).toBeUndefined();
  });

  it('is asked a second time, and then the record is shown as possibly outdated and stands behind fresh ones', async () => {
    await enter();
    await bot.app.deps.useCases.add({
      ...aDrone({ id: useCaseId('fresh'), title: 'Drohnen prüfen Bäume' }),
      provenance: { externalIds: [], createdAt: bot.clock.now() + 190 * dayMs, version: 1 },
    });
    await known(useCaseId('fresh'));
    const before = wordsOf(await said(bot, 'Wer nutzt Drohnen?', 'personal', asBerta));
    await after(180);
    await asked();
    await after(14);
    const { card: second } = await asked(2);
    await after(14);

    const answer = await said(bot, 'Wer nutzt Drohnen?', 'personal', asBerta);
    const ownDetails = await bertaPresses(pressed('useCase.show', { useCaseId: drones }));
    const others = await bot.press(pressed('useCase.show', { useCaseId: drones }), 'personal', {}, asCarla);
    const answered = await bertaPresses(buttonNamed(ownDetails, 'Stimmt'));
    await known();
    const fresh = wordsOf(await said(bot, 'Wer nutzt Drohnen?', 'personal', asBerta));

    const titles = (words: string) => words.split('\n').filter((line) => /^Drohnen prüfen \S+$/.test(line));
    const stale = 'Zuletzt bestätigt am 22. November 2026, möglicherweise veraltet';
    expect(wordsOf(second)).toContain('Ich frage zum zweiten Mal.');
    expect(before).not.toContain('veraltet');
    expect(titles(before)).toEqual(['Drohnen prüfen Dächer', 'Drohnen prüfen Bäume']);
    expect(wordsOf(answer)).toContain(stale);
    expect(titles(wordsOf(answer))).toEqual(['Drohnen prüfen Bäume', 'Drohnen prüfen Dächer']);
    expect(wordsOf(ownDetails)).toContain(stale);
    expect(wordsOf(others)).toContain(stale);
    expect(buttonsOf(others).map((button) => button.title)).not.toContain('Stimmt');
    expect(wordsOf(answered)).toMatch(/^Danke\. Der Eintrag gilt als bestätigt\.\nDrohnen/);
    expect(buttonsOf(answered).map((button) => button.title)).not.toContain('Stimmt');
    expect(fresh).not.toContain('veraltet');
  });

  it('is not put to whoever cannot answer any more by the time it is sent', async () => {
    await enter();
    await after(180);
    const subject = { kind: 'freshness', useCaseId: drones } as const;
    const compose = (memberId: MemberId) =>
      composeFreshness(bot.app.deps, subject, { subject, recipient: { kind: 'member', memberId } });
    await bot.press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);

    const toBerta = await compose(bertaId);
    const toCarla = await compose(carlaId);
    const member = await bot.app.deps.members.find(bertaId);
    if (member !== undefined) {
      await bot.app.deps.members.replace({ ...member.value, guest: true }, member.etag);
    }

    expect(toBerta?.summary).toMatch(/^Ist das noch aktuell\?/);
    expect(toCarla).toBeUndefined();
    expect(await compose(bertaId)).toBeUndefined();
  });

  it('can be answered by organisers, and by nobody who has nothing to do with it', async () => {
    await enter();
    await after(180);
    const confirm = pressed('freshness.confirm', { useCaseId: drones });

    const refused = await bot.press(confirm, 'personal', {}, asCarla);
    const before = await history();
    const organiser = await bot.press(confirm);

    expect(JSON.stringify(refused)).toContain('Das bestätigt, wer');
    expect(before).toEqual([]);
    expect(wordsOf(organiser)).toMatch(/^Danke\./);
    expect((await bot.app.deps.useCases.historyOf(drones))[0]?.by).toMatchObject({ memberId: annaId });
  });

  it('says of what was archived or is gone that it is, on an old card', async () => {
    await enter();
    await bot.app.deps.useCases.change(drones, (useCase) => ({
      useCase: { ...useCase, archived: { at: bot.clock.now() } },
    }));

    const archived = await bertaPresses(pressed('freshness.confirm', { useCaseId: drones }));
    const gone = await bertaPresses(pressed('freshness.retire', { useCaseId: 'gone' }));

    expect(JSON.stringify(archived)).toContain('ist archiviert');
    expect(JSON.stringify(gone)).toContain('gibt es nicht mehr');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterEach, expect, it } from 'vitest';
import { meetingId, submissionId, topicRequestId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { exportUseCases, formatNames } from '../../src/features/exchange/export/export-use-cases.ts';
import type { FormatName } from '../../src/features/exchange/export/export-use-cases.ts';
import { askIfTrue } from '../../src/jobs/ask-if-true.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { Imports } from '../../src/store/imports.ts';
import { importLabels } from '../../src/texts/labels.ts';
import { memberOf } from '../support/adoption.ts';
import { asCarla, carla, finished } from '../support/announcements.ts';
import { anAsker } from '../support/builders.ts';
import { anna, buttonNamed, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { asked, hemer, menden, previewed, startAsking } from '../support/inquiries.ts';
import { readOwnData } from '../support/own-data.ts';
import { wrongCounts } from '../support/private-meetings.ts';
import { wrongTallies } from '../support/private-topics.ts';
import { entered, inputsOf, typed } from '../support/registrations.ts';
import { handedIn, proposal } from '../support/reviews.ts';
import { contentOf } from '../support/submissions.ts';
import { asBerta, berta, bertasChat, pressed } from '../support/user-groups.ts';
import { usesMeetings } from '../support/used-meetings.ts';
import { usesTopics } from '../support/used-topics.ts';

const person = { name: 'Kanaria Vogelsang', email: 'kanaria.vogelsang@example.org' };
/** In what is hers alone: drafts, what was not published, questions, and words to the community beyond the question. */
const word = 'Zeisiggesang';
const canaries = [person.name, person.email, berta.aadObjectId, bertasChat.id, word];

let bot: TestBot;
let imports: Imports;
let close: () => Promise<void> = async () => undefined;
const logged: string[] = [];

afterEach(async () => {
  await bot.stop();
  await close();
});

async function startOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'everything-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const log = (event: string, facts?: unknown) =>
    void logged.push(JSON.stringify([event, facts, String(Object(facts).error)]));
  const logger = { info: log, warn: log, error: log };
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  const organisers = { ORGANISERS: `${anna.aadObjectId},${berta.aadObjectId}` };
  bot = await startAsking(organisers, { clock, store, logger });
  imports = new Imports(store);
  bot.connector.members.set(berta.id, { ...berta, ...person, tenantId: tenant, userRole: 'user' });
  await bot.say('Hallo');
  close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return () =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('\n');
}

const bertaPresses = (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
  bot.press(pressed(verb, data), 'personal', {}, asBerta);

/** Fills in the form; returns the card where it is checked. */
async function fillsIn(words: Readonly<Record<string, string>>) {
  const form = await bertaPresses('registration.offerForm', { anew: true });
  const inputs = { ...inputsOf(form), ...typed, body: menden, ...words };
  return bot.press(buttonNamed(form, 'Weiter'), 'personal', inputs, asBerta);
}

/** Berta is a member, and an organiser as well; she uses everything. */
async function usesEverything(): Promise<string> {
  const own = await fillsIn({ contact: 'self' });
  await bot.press(buttonNamed(own, 'Eintragen'), 'personal', {}, asBerta);
  const [useCase] = await entered(bot);
  const id = useCase?.id ?? '';
  await fillsIn({ title: word, advice: word });
  const content = contentOf({ ...proposal, title: word, summary: word });
  for (const one of ['s1', 's2', 's3', 's4']) {
    await handedIn(bot, { id: submissionId(one), content, typed: { title: word } });
  }
  await bot.press(pressed('review.ask', { submissionId: 's2', version: 1, remark: 'Und?' }));
  await bot.press(pressed('review.return', { submissionId: 's3', version: 1, remark: 'Nein.' }));
  await bertaPresses('review.withdraw', { submissionId: 's4' });
  await handedIn(bot, { id: submissionId('c1'), asker: anAsker({ memberId: memberOf(carla) }) });
  await bertaPresses('review.return', { submissionId: 'c1', version: 1, remark: 'Das gibt es schon.' });
  const voicebot = { useCaseId: 'example-voicebot', commune: menden };
  await bertaPresses('adoption.save', { ...voicebot, stage: 'pilot', contact: 'self', note: 'Läuft.' });
  await bertaPresses('interest.save', { ...voicebot, cooperations: 'exchange', named: 'true' });
  await bertaPresses('freshness.confirm', { useCaseId: 'example-voicebot', details: true });
  await bertaPresses('follow.start', voicebot);
  await bot.say('Wer nutzt Quantencomputer?', 'personal', asBerta);
  const rating = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: word } };
  await bot.post({ type: 'invoke', name: 'message/submitAction', value: rating, ...asBerta });
  await bertaPresses('keptQuestion.keep', { sought: word, filters: [], page: 1 });
  await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
  await bertaPresses('upkeep.archive', { useCaseId: 'example-chatbot', reason: 'Vorbei.' });
  await bertaPresses('upkeep.restore', { useCaseId: 'example-chatbot' });
  await asked(bot, { more: word });
  const carlas = buttonNamed(await previewed(bot, { question: 'Wer nutzt Sensoren?' }, asCarla), 'Senden');
  await bot.press(carlas, 'personal', {}, asCarla);
  const inquiryId = carlas.data?.['inquiryId'];
  await bertaPresses('inquiry.answer', { inquiryId, kind: 'words', text: word });
  await previewed(bot, { question: `${word}?` });
  const adoption = { useCaseId: 'example-voicebot', commune: hemer, stage: 'pilot', contact: 'none' };
  await bot.press(pressed('adoption.save', adoption), 'personal', {}, asCarla);
  await usesTopics(bot, word);
  await usesMeetings(bot, word);
  await finished(bot);
  return id;
}

async function exported(format: FormatName): Promise<string> {
  const pieces: Uint8Array[] = [];
  await exportUseCases(
    { ...bot.app.deps, imports },
    {
      format,
      visibility: 'organisation',
      labels: importLabels,
      take: async (piece) => void pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece),
    },
  );
  if (format !== 'xlsx') {
    return Buffer.concat(pieces).toString();
  }
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(Buffer.concat(pieces)).buffer);
  return JSON.stringify(workbook.model);
}

const foundIn = (text: string) => canaries.filter((one) => text.includes(one));

it('Auskunft names everything that a member has used, and Löschung leaves nothing of it anywhere (P14, P15, faults 54, 55)', async () => {
  const bytes = await startOnFile();
  const id = await usesEverything();
  const { json: told } = await readOwnData(bot);
  const before = foundIn(bytes());
  const exportedBefore = foundIn(await exported('csv'));

  const erased = await bertaPresses('myData.erase');
  const afterwards = foundIn(bytes());
  const open = await bot.app.deps.openQuestions.latest();
  await finished(bot);
  const calls = bot.connector.calls.length;
  bot.clock.advance(181 * dayMs);
  await askIfTrue(bot.app.deps);
  const later = { useCaseId: id, commune: hemer, stage: 'in_use', contact: 'none' };
  await bot.press(pressed('adoption.save', later), 'personal', {}, asCarla);
  const cards = [
    await bot.press(pressed('useCase.show', { useCaseId: id })),
    await bot.press(pressed('contact.show', { useCaseId: 'example-voicebot' })),
    await bot.press(pressed('upkeep.history', { useCaseId: id })),
    await bot.press(pressed('review.list', { page: 1 })),
    await bot.press(pressed('inquiry.list', { page: 1 })),
    await bot.press(pressed('topic.list', { view: 'new', page: 1 })),
    await bot.press(pressed('topic.show', { topicRequestId: 'carlas' })),
    await bot.press(pressed('topic.listContributions', { topicRequestId: 'annas' })),
    await bot.press(pressed('demand.list', { page: 1 })),
    await bot.press(pressed('meeting.list', { view: 'past', page: 1 })),
    await bot.press(pressed('meeting.show', { meetingId: 'carlas' })),
    await bot.press(pressed('meeting.listParticipants', { meetingId: 'carlas', page: 2 })),
    await bot.press(pressed('cafe.showPlan', { meetingId: 'carlas' })),
  ];
  await finished(bot);
  const topic = await bot.app.deps.topicRequests.find(topicRequestId('bertas'));
  const meetings = await Promise.all(
    ['bertas', 'carlas', 'bertas-draft'].map((one) => bot.app.deps.meetings.find(meetingId(one))),
  );

  const kinds = ['profile', 'last-questions', 'own-place', 'use-case-drafts', 'submissions', 'subscription'];
  kinds.push(
    'use-cases',
    'inquiries',
    'inquiry-answers',
    'follows',
    'kept-questions',
    'broadcasts',
    'deliveries',
    'topic-requests',
    'topic-participations',
    'topic-comments',
    'topic-invitations',
    'meetings',
    'rsvps',
    'cafe-wishes',
    'open-questions',
    'given-answers',
  );
  for (const kind of kinds) {
    expect(told).toContain(`"${kind}": [`);
  }
  for (const share of [
    'entered',
    'adopted',
    'contact',
    'interested',
    'archived',
    'restored',
    'confirmed',
    'decided',
    'inviting',
    'invited',
    'Laubbläser leise lenken',
    'Bäume mit Drohnen zählen',
    'reservedAt',
    'ratingWords',
  ]) {
    expect(told).toContain(share);
  }
  expect(before).toEqual(canaries);
  expect(exportedBefore).toContain(person.name);
  expect(wordsOf(erased)).toBe('Alles gelöscht. Über Sie ist nichts mehr gespeichert.');
  expect(afterwards).toEqual([]);
  expect(foundIn(bytes())).toEqual([]);
  for (const format of formatNames) {
    expect(foundIn(await exported(format))).toEqual([]);
  }
  expect(foundIn(JSON.stringify(cards))).toEqual([]);
  expect(foundIn(JSON.stringify(bot.connector.calls.slice(calls)))).toEqual([]);
  expect(foundIn(logged.join('\n'))).toEqual([]);
  expect(await bot.app.deps.useCases.find(useCaseId(id))).toBeDefined();
  expect(topic).toMatchObject({ title: 'Laubbläser leise lenken', votes: 1 });
  expect(topic).not.toHaveProperty('by');
  expect(await wrongTallies(bot)).toEqual([]);
  expect(await wrongCounts(bot)).toEqual([]);
  const [bertas, carlas, draft] = meetings;
  expect(bertas).not.toHaveProperty('by');
  // The seat that she gave up is Carla's.
  expect(carlas?.seats).toMatchObject({ accepted: 1, waiting: 0 });
  expect(draft).toBeUndefined();
  expect(open.find(({ sought }) => sought === 'Quantencomputer')).toMatchObject({
    timesAsked: 2,
    askers: [{ timesAsked: 1 }],
  });
});

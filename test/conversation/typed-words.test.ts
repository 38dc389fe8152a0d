import { afterEach, beforeEach, expect, it } from 'vitest';
import { useCaseId as toUseCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { allFields, ruleOf } from '../../src/domain/use-case-form.ts';
import { toTypedUseCase } from '../../src/domain/use-case-form-values.ts';
import { askIfTrue } from '../../src/jobs/ask-if-true.ts';
import { asCarla } from '../support/announcements.ts';
import { breachesOf, cardsIn } from '../support/card-breaches.ts';
import { compose } from '../support/compose.ts';
import { buttonNamed, buttonsOf, tenant } from '../support/conversation.ts';
import type { CardButton, Place, TestBot } from '../support/conversation.ts';
import { carlaInChannel, hemer, menden, posted, startAsking } from '../support/inquiries.ts';
import { findLiveWords, naughty } from '../support/live-words.ts';
import { captureValue, openAction } from '../support/message-action.ts';
import { draftIdOf, entered, inputsOf } from '../support/registrations.ts';
import { asBerta, berta, created, pressed } from '../support/user-groups.ts';

let bot: TestBot;
/** Every answer and every message that anybody has got. */
let drawn: unknown[];

beforeEach(async () => {
  drawn = [];
  bot = await startAsking({ INTEREST_FROM: '2' });
  await bot.say('Hallo');
  bot.connector.members.set(berta.id, {
    ...berta,
    name: naughty.line,
    email: 'berta@menden.example',
    tenantId: tenant,
    userRole: 'user',
  });
});

afterEach(async () => {
  await bot.stop();
});

/** Bytes: what was typed into a form comes back in it, and a message may have 80 KB. */
const longestForm = 40_000;

type More = Readonly<Record<string, unknown>>;

async function press(button: CardButton, inputs: More = {}, more: More = asBerta, place: Place = 'personal') {
  const answer = await bot.press(button, place, inputs, more);
  drawn.push(answer);
  return answer;
}

const does = (verb: string, data: More = {}, more: More = asBerta, place: Place = 'personal') =>
  press(pressed(verb, data), {}, more, place);

/** Every field into which words are typed. */
const inFields = Object.fromEntries(
  allFields.flatMap((field) => {
    const { kind, atMost } = ruleOf(field);
    const word = kind === 'lines' || kind === 'list' ? naughty.lines : naughty.line;
    return kind === 'line' || kind === 'lines' || kind === 'list' || kind === 'tags'
      ? [
          [
            field,
            kind === 'list' || kind === 'lines' ? word.slice(0, atMost) : word.slice(0, Math.min(atMost, 80)),
          ],
        ]
      : [];
  }),
);
const { organisation: _organisation, mailbox: _mailbox, ...typed } = inFields;
const chosen = {
  body: menden,
  stage: 'rejected',
  contact: 'self',
  category: 'other',
  language: 'de',
  visibility: 'community',
  codeUrl: 'https://evil.example/[x](y)',
};
const links = 'https://evil.example/a?x=[Klick](y)\nhttps://evil.example/**fett**';

async function registers(): Promise<void> {
  const refused = await press(buttonNamed(await does('registration.offerForm'), 'Weiter'), {
    ...inFields,
    ...chosen,
    title: `${naughty.line}${naughty.line}`,
    since: naughty.line,
    effectValue: naughty.line,
    links: naughty.lines,
  });
  const check = await press(buttonNamed(refused, 'Weiter'), {
    ...inputsOf(refused),
    ...typed,
    ...chosen,
    organisation: '',
    mailbox: '',
    since: '',
    effectValue: '40',
    links,
  });
  await does('registration.list', { page: 1 });
  await does('registration.register', { draftId: draftIdOf(check) });
  const submissionId = draftIdOf(check);
  await does('review.list', { page: 1 }, {});
  await does('review.show', { submissionId }, {});
  await does('review.ask', { submissionId, version: 1, remark: naughty.lines }, {});
  await does('review.listOwn', { page: 1 });
  await does('review.show', { submissionId });
  await does('review.return', { submissionId, version: 2, remark: naughty.lines }, {});
  await does('review.show', { submissionId });
  await does('review.publish', { submissionId, version: 2 }, {});
}

async function isReviewed(): Promise<string> {
  const [submission] = await bot.storedDocuments('submissions');
  const submissionId = submission?.id ?? '';
  await does('review.reopen', { submissionId });
  await does('registration.register', { draftId: submissionId });
  await does('review.publish', { submissionId, version: 4 }, {});
  const [useCase] = await entered(bot);
  return useCase?.id ?? '';
}

/** Waits for a notification that begins so. */
async function told(...beginnings: readonly string[]): Promise<void> {
  const summaries = () => bot.connector.calls.map(({ activity }) => activity.summary ?? '');
  await bot.connector.until(() =>
    beginnings.every((words) => summaries().some((summary) => summary.startsWith(words))),
  );
}

async function looksAtIt(useCaseId: string): Promise<void> {
  await expect.poll(() => bot.app.deps.catalogue.find(toUseCaseId(useCaseId))).toBeDefined();
  drawn.push(await bot.say(naughty.line, 'personal', asBerta));
  drawn.push(await bot.say('Klick', 'channel', { from: berta }));
  drawn.push(await compose(bot, naughty.line, 'personal', asBerta));
  const question = { sought: naughty.line, filters: [], page: 1 };
  for (const verb of [
    'useCase.show',
    'useCase.listRelated',
    'contact.show',
    'upkeep.history',
    'interest.offer',
  ]) {
    await does(verb, { useCaseId });
    await does(verb, { useCaseId, question }, {});
  }
  await does('upkeep.askToArchive', { useCaseId });
  await does('follow.start', { useCaseId });
  await does('keptQuestion.keep', question);
  drawn.push(await bot.say(`Sag mir Bescheid, sobald jemand ${naughty.line} nutzt`, 'personal', asBerta));
  await does('follow.list', { page: 1 });
}

async function isJoined(useCaseId: string): Promise<void> {
  await does('subscription.choose', { 'use-cases': 'at-once' });
  const adoption = { useCaseId, commune: hemer, stage: 'rejected', note: naughty.lines, contact: 'mailbox' };
  await does('adoption.save', { ...adoption, mailbox: naughty.line }, asCarla);
  await does('adoption.save', { ...adoption, mailbox: 'x@hemer.example' }, asCarla);
  await does('adoption.offer', { useCaseId }, asCarla);
  await does('adoption.askToWithdraw', { useCaseId, commune: hemer }, asCarla);
  const interest = { useCaseId, cooperations: 'exchange', named: 'true' };
  await does('interest.save', { ...interest, commune: hemer }, asCarla);
  await does('interest.save', { ...interest, commune: menden });
  await told('Interesse an Zusammenarbeit: [Klick]', '[Klick]');
}

async function isChanged(useCaseId: string): Promise<void> {
  const form = await does('registration.offerChange', { useCaseId });
  const changed = { goal: `${naughty.lines}!`, title: 'Nur **fett**' };
  const check = await press(buttonNamed(form, 'Weiter'), { ...inputsOf(form), ...changed });
  const submissionId = draftIdOf(check);
  await does('registration.register', { draftId: submissionId });
  await does('review.show', { submissionId }, {});
  await does('review.publish', { submissionId, version: 1 }, {});
  await does('upkeep.archive', { useCaseId, reason: naughty.lines });
  await does('useCase.show', { useCaseId });
  await does('upkeep.restore', { useCaseId });
  await does('upkeep.history', { useCaseId });
}

async function isAsked(): Promise<void> {
  drawn.push(await openAction(bot, captureValue(`<p>${naughty.line}</p>`), 'group', { from: berta }));
  const channelName = naughty.line;
  await does('userGroup.setChannel', { userGroup: 'community', channelName }, {}, 'channel');
  const form = await does('inquiry.offer', { asked: naughty.line });
  const typedWords = { question: naughty.line, more: naughty.lines, named: 'true' };
  const send = buttonNamed(await press(buttonNamed(form, 'Vorschau'), typedWords), 'Senden');
  await press(send);
  const inquiryId = String(send.data?.['inquiryId']);
  for (const kind of ['doing', 'knows', 'words']) {
    const answer = { inquiryId, kind, stage: 'in_use', text: naughty.lines };
    await does('inquiry.answer', answer, carlaInChannel, 'channel');
    await does('inquiry.offerAnswer', { inquiryId, kind }, asCarla);
  }
  await does('inquiry.show', { inquiryId });
  await does('inquiry.listOwn', { page: 1 });
  await does('inquiry.list', { page: 1 }, {});
  const userGroup = await created(bot, { name: naughty.line });
  await does('userGroup.setChannel', { userGroup, channelName }, {}, 'group');
  await does('inquiry.offerRoute', { inquiryId }, {});
  await does('inquiry.route', { inquiryId, userGroup }, {});
  await does('inquiry.register', { inquiryId, answer: 1 }, asCarla);
  await told('Antwort auf Ihre Frage');
  await posted(bot, 'Klick');
}

it('are words in every card, notification, offer and dialog, and stay what they were (P12, P19, fault 44)', async () => {
  await registers();
  const useCaseId = await isReviewed();
  const kept = (await bot.app.deps.useCases.find(toUseCaseId(useCaseId)))?.value;
  await looksAtIt(useCaseId);
  await isJoined(useCaseId);
  await isChanged(useCaseId);
  await isAsked();
  await does('myData.show');
  await does('myData.showJson');
  await told('Zur Freigabe: [Klick]', 'Veröffentlicht: Nur **fett**');
  bot.clock.advance(181 * dayMs);
  await askIfTrue(bot.app.deps);
  await told('Ist das noch aktuell? ');

  const { calls, messages } = bot.connector;
  const all = [...drawn, ...messages, ...calls.map(({ activity }) => activity)];
  const urls = all.flatMap(buttonsOf).filter(({ type }) => type === 'Action.OpenUrl');
  const { reason, ...rest } = typed;
  expect(all.flatMap((one) => findLiveWords(one))).toEqual([]);
  expect(cardsIn(all).flatMap((card) => breachesOf(card, longestForm))).toEqual([]);
  expect(new Set(urls.map(({ title }) => title))).toEqual(
    new Set(['Öffnen: evil.example', 'Im Chat schreiben']),
  );
  expect(kept && toTypedUseCase(kept)).toMatchObject(rest);
  expect(kept?.adopters[0]?.note).toBe(reason);
});

import { asCarla } from './announcements.ts';
import { adopterAt, aUseCase, menden } from './builders.ts';
import { after, byAnna, byBerta, pressAgain } from './changing-press.ts';
import type { ChangingPress, Prepare } from './changing-press.ts';
import { changingMeetingPresses } from './changing-meeting-presses.ts';
import { changingTopicPresses } from './changing-topic-presses.ts';
import { buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { answered, asked, carlaInChannel, previewed } from './inquiries.ts';
import { checked, draftIdOf, inputsOf, openedForm, typed } from './registrations.ts';
import { handedIn, stateOfSubmission } from './reviews.ts';
import { asBerta, created, pressed } from './user-groups.ts';
import { valueOf } from './user-group-cards.ts';
import { useCaseId } from '../../src/domain/ids.ts';

const voicebot = { useCaseId: 'example-voicebot' };
const ofMenden = { ...voicebot, commune: menden };
const pilot = { ...ofMenden, stage: 'pilot', since: '2026-03', note: 'Seit dem Frühjahr.', contact: 'none' };
const interest = { ...ofMenden, cooperations: 'exchange,joint_procurement', named: 'true' };
const question = { sought: 'Quantencomputer', filters: [], page: 1 };
const s1 = { submissionId: 's1' };

async function waiting(bot: TestBot): Promise<void> {
  await handedIn(bot);
}

/** Berta's own, which Menden does, as it was entered without anybody looking at it. */
async function ownChange(bot: TestBot): Promise<ChangingPress> {
  await bot.app.deps.useCases.add(
    aUseCase({ id: useCaseId('own'), title: 'Bienen', adopters: [adopterAt(menden, 'pilot')] }),
  );
  const form = await bot.press(
    pressed('registration.offerChange', { useCaseId: 'own' }),
    'personal',
    {},
    asBerta,
  );
  const check = await bot.press(
    buttonNamed(form, 'Weiter'),
    'personal',
    { ...inputsOf(form), title: 'Bienen im Stadtpark', goal: 'Wissen, wie es ihnen geht.' },
    asBerta,
  );
  return byBerta('registration.register', { draftId: draftIdOf(check) });
}

/** Every verb that changes something of what members enter, keep and ask, ready to be pressed for the first time. */
export const changingPresses: Readonly<Record<string, Prepare>> = {
  'registration.check': async (bot) => {
    const form = await openedForm(bot);
    return { button: buttonNamed(form, 'Weiter'), inputs: { ...inputsOf(form), ...typed }, more: asBerta };
  },
  'registration.save': async (bot) => {
    const form = await openedForm(bot);
    return {
      button: { ...buttonNamed(form, 'Weiter'), verb: 'registration.save' },
      inputs: { ...inputsOf(form), ...typed },
      more: asBerta,
    };
  },
  'registration.register': async (bot) =>
    byBerta('registration.register', { draftId: draftIdOf(await checked(bot)) }),
  'registration.register by an organiser': async (bot) =>
    byAnna('registration.register', {
      draftId: draftIdOf(await checked(bot, { ...typed, body: menden }, {})),
    }),
  'registration.register of a change': ownChange,
  'registration.discard': async (bot) =>
    byBerta('registration.discard', { draftId: draftIdOf(await checked(bot)) }),
  'adoption.save': async () => byBerta('adoption.save', pilot),
  'adoption.save from a draft': async (bot) =>
    byBerta('adoption.save', { ...pilot, draftId: draftIdOf(await checked(bot)) }),
  'adoption.save again with another stage': (bot) =>
    after(bot, byBerta('adoption.save', pilot), byBerta('adoption.save', { ...pilot, stage: 'in_use' })),
  'adoption.withdraw': (bot) =>
    after(bot, byBerta('adoption.save', pilot), byBerta('adoption.withdraw', ofMenden)),
  'interest.save': async () => byBerta('interest.save', interest),
  'interest.save of nothing': (bot) =>
    after(bot, byBerta('interest.save', interest), byBerta('interest.save', ofMenden)),
  'review.publish': async (bot) => {
    await waiting(bot);
    return byAnna('review.publish', { ...s1, version: 1 });
  },
  'review.ask': async (bot) => {
    await waiting(bot);
    return byAnna('review.ask', { ...s1, version: 1, remark: 'Läuft das schon?' });
  },
  'review.return': async (bot) => {
    await waiting(bot);
    return byAnna('review.return', { ...s1, version: 1, remark: 'Das gibt es schon.' });
  },
  'review.reopen': async (bot) => {
    await waiting(bot);
    await pressAgain(bot, byAnna('review.return', { ...s1, version: 1, remark: 'Das gibt es schon.' }));
    if ((await stateOfSubmission(bot))?.kind !== 'returned') {
      throw new Error('not returned');
    }
    return byBerta('review.reopen', s1);
  },
  'review.withdraw': async (bot) => {
    await waiting(bot);
    return byBerta('review.withdraw', s1);
  },
  'upkeep.archive': async () => byAnna('upkeep.archive', { ...voicebot, reason: 'Gibt es nicht mehr.' }),
  'upkeep.restore': (bot) =>
    after(bot, byAnna('upkeep.archive', voicebot), byAnna('upkeep.restore', voicebot)),
  'freshness.confirm': (bot) =>
    after(bot, byBerta('adoption.save', pilot), byBerta('freshness.confirm', { ...voicebot, details: true })),
  'freshness.retire': (bot) =>
    after(bot, byBerta('adoption.save', pilot), byBerta('freshness.retire', { ...voicebot, details: true })),
  'follow.start': async () => byBerta('follow.start', voicebot),
  'follow.end': (bot) => after(bot, byBerta('follow.start', voicebot), byBerta('follow.end', voicebot)),
  'keptQuestion.keep': async () => byBerta('keptQuestion.keep', question),
  'keptQuestion.end': async (bot) => {
    const kept = valueOf(await pressAgain(bot, byBerta('keptQuestion.keep', question)));
    return { button: buttonNamed(kept, 'Beenden'), more: asBerta };
  },
  'inquiry.preview': async (bot) => {
    const form = await bot.press(pressed('inquiry.offer'), 'personal', {}, asBerta);
    const words = { question: 'Wer macht schon Drohnen?', more: 'Für die Feuerwehr', named: 'true' };
    return { button: buttonNamed(form, 'Vorschau'), inputs: words, more: asBerta };
  },
  'inquiry.send': async (bot) => ({ button: buttonNamed(await previewed(bot), 'Senden'), more: asBerta }),
  'inquiry.discard': async (bot) => {
    const { data } = buttonNamed(await previewed(bot), 'Senden');
    return byBerta('inquiry.discard', { ...data });
  },
  'inquiry.answer': async (bot) => {
    const { id } = await asked(bot);
    const words = { inquiryId: id, kind: 'doing', stage: 'in_use', text: 'Seit 2024 mit zwei Drohnen.' };
    return { button: pressed('inquiry.answer', words), place: 'channel', more: carlaInChannel };
  },
  'inquiry.takeBack': async (bot) => {
    const { id } = await asked(bot);
    await answered(bot, id);
    const one = { inquiryId: id, kind: 'doing' };
    return { button: pressed('inquiry.takeBack', one), place: 'channel', more: carlaInChannel };
  },
  'inquiry.register': async (bot) => {
    const { id } = await asked(bot);
    await answered(bot, id);
    return { button: pressed('inquiry.register', { inquiryId: id, answer: 1 }), more: asCarla };
  },
  'inquiry.close': async (bot) => byBerta('inquiry.close', { inquiryId: (await asked(bot)).id }),
  'inquiry.route': async (bot) => {
    const { id } = await asked(bot);
    const userGroup = await created(bot);
    await bot.press(pressed('userGroup.setChannel', { userGroup, channelName: 'Telefonie' }), 'channel');
    return byAnna('inquiry.route', { inquiryId: id, userGroup });
  },
  ...changingTopicPresses,
  ...changingMeetingPresses,
};

const kinds = [
  'use-cases',
  'use-case-drafts',
  'submissions',
  'follows',
  'kept-questions',
  'inquiries',
  'topic-requests',
  'meetings',
  'world-cafes',
  'user-groups',
] as const;
/** How often a meeting was written, and when its cards were drawn last, is up to the jobs. */
const byJobs = /"(?:version|shownAt|isShownLate)":(?:\d+|true),?/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What people have in the store by these presses; ids are left out, for chance makes them. */
export async function effects(bot: TestBot): Promise<readonly string[]> {
  const stored = await Promise.all(
    kinds.map(async (kind) =>
      (await bot.storedDocuments(kind))
        .map(({ id, body }) => `${kind} ${id} ${JSON.stringify(body)}`)
        .map((line) => (kind === 'meetings' ? line.replaceAll(byJobs, '') : line)),
    ),
  );
  const broadcasts = (await bot.storedDocuments('broadcasts')).map(({ id }) => `broadcasts ${id}`);
  const lines = [...stored.flat(), ...broadcasts].filter((line) => !isShipped(line));
  return lines
    .map((line) =>
      line
        .replace(/"(?:savedAt|createdAt)":\d+,(?=.*"kind":"(?:saved|draft)")/, '')
        .replace(/answer\.[0-9a-f]{32}/, 'answer')
        .replaceAll(uuid, '#'),
    )
    .toSorted();
}

const quietMs = 120;
/** So often nothing may have come though the process was held up all the time. */
const mostLookedAt = 20;

/**
 * The same when nothing more comes: what is sent by itself of a change is begun by jobs, soon after. Jobs are held up together with this
 * timer on a busy machine, so that only a timer that was in time says that nothing came.
 */
export async function settledEffects(bot: TestBot): Promise<readonly string[]> {
  let before = await effects(bot);
  for (let looked = 0; ; looked += 1) {
    const from = performance.now();
    await new Promise((resolve) => {
      setTimeout(resolve, quietMs);
    });
    const wasInTime = performance.now() - from < quietMs * 1.5;
    const now = await effects(bot);
    const isSame = JSON.stringify(now) === JSON.stringify(before);
    if (isSame && (wasInTime || looked >= mostLookedAt)) {
      return now;
    }
    before = now;
  }
}

/** Nobody changes it here, and its id is one of chance. */
function isShipped(line: string): boolean {
  return (
    (line.startsWith('use-cases ') &&
      !line.includes('example-voicebot') &&
      !line.includes('"createdBy"') &&
      !line.includes(' own ')) ||
    // Each look at a plan has a key of its own.
    line.startsWith('world-cafes link.')
  );
}

import { drawReport } from '../../src/chat/announcement-report-view.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { announcementId, memberId } from '../../src/domain/ids.ts';
import { anAnnouncement, hemer, menden, olpe } from './builders.ts';
import { anna, buttonNamed } from './conversation.ts';
import type { CardButton, TestBot } from './conversation.ts';
import { sentTenant, storeSent } from './sent-announcement.ts';
import { valueOf } from './user-group-cards.ts';
import { pressed } from './user-groups.ts';

const title = 'Einladung zum nächsten Treffen der User Group Telefonie in Hemer';
const content = { title, text: 'Guten Tag,\n\nwir treffen uns.', acknowledgement: true };
const by = memberId(sentTenant, anna.aadObjectId);

function sent(id: string, fields: Partial<Announcement> = {}): Announcement {
  const state = { kind: 'started', at: Date.UTC(2026, 10, 22, 8) } as const;
  return anAnnouncement({ id: announcementId(id), content, by, state, ...fields });
}

/** So many people of the communes in turn, in these states. */
function people(states: readonly (readonly [number, DeliveryState])[]): readonly Partial<Delivery>[] {
  const all = states.flatMap(([count, state]) => Array.from({ length: count }, () => state));
  return all.map((state, index) => ({
    state,
    recipient: { kind: 'member', memberId: memberId(sentTenant, `p${index}`) },
    communeId: index === 0 ? olpe : index % 2 === 0 ? menden : hemer,
  }));
}

const delivered = { kind: 'delivered', at: 1, activityId: 'x' } as const;
const open = people([
  [31, delivered],
  [4, { kind: 'waiting', until: Date.UTC(2030, 0, 1), because: 'quiet-hours' }],
  [3, { kind: 'waiting', until: Date.UTC(2030, 0, 1), because: 'daily' }],
  [2, { kind: 'rejected', code: '403 BotDisabledByAdmin' }],
]);
const done = people([
  [31, delivered],
  [3, { kind: 'unclear', epoch: 1, since: 1 }],
  [2, { kind: 'rejected', code: '418 Teapot' }],
  [4, { kind: 'unreachable', because: 'never-met' }],
  [1, { kind: 'expired' }],
]);

/** Every card about what was sent; the person with the role is Anna. */
export async function drawReportCards(bot: TestBot) {
  const { deps } = bot.app;
  const press = async (button: CardButton, inputs: Readonly<Record<string, unknown>> = {}) =>
    valueOf(await bot.press(button, 'personal', inputs));
  const report = (id: string) => press(pressed('announcement.report', { announcementId: id }));
  const none = await press(pressed('announcement.listTemplates'));
  const sending = { phase: 'sending' } as const;
  await storeSent(deps, sent('report-open'), { broadcast: sending, deliveries: open });
  await storeSent(deps, sent('report-done'), { deliveries: done });
  await storeSent(deps, sent('report-withdrawn', { withdrawnAt: 1, correctedAt: 1 }), {
    deliveries: done,
    revised: { notRevised: 2 },
  });
  const finished = await report('report-done');
  const form = await press(buttonNamed(finished, 'Korrigieren'));
  await press(buttonNamed(finished, 'Als Vorlage'));
  const save = buttonNamed(form, 'Korrigieren');
  const missing = await press(save, { title: '', text: '', link: 'www.example.org' });
  const cards = {
    'report of a running announcement': await report('report-open'),
    'report of a finished announcement': finished,
    'report of a withdrawn announcement': await report('report-withdrawn'),
    'report per commune': await press(buttonNamed(finished, 'Je Kommune')),
    'report as it is kept up to date': (await drawReport(deps, announcementId('report-open')))?.card,
    'correction form': form,
    'correction refused': missing,
    'question to withdraw': await press(buttonNamed(finished, 'Zurückziehen')),
    'no templates': none,
    templates: await press(pressed('announcement.listTemplates')),
  };
  await press(save, { title, text: 'Wir treffen uns am Freitag.' });
  return {
    ...cards,
    'report of a corrected announcement': await report('report-done'),
    'correction outdated': await press(save, { title, text: 'Wir treffen uns nie.' }),
  };
}

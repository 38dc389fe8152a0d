import { meetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { valueOf } from './user-group-cards.ts';
import { pressed } from './user-groups.ts';

type Data = Readonly<Record<string, unknown>>;

/** What an organiser types about a meeting in eleven days. */
export const typedMeeting = {
  title: 'KI-Telefonservice im Alltag',
  userGroup: 'none',
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '12:30',
  address: 'Rathaus Musterstadt',
  people: 'everybody',
  reminders: 'week,day',
};

/** The form for a new meeting. */
export async function meetingForm(bot: TestBot, data: Data = {}, more: Data = {}): Promise<unknown> {
  return valueOf(await bot.press(pressed('meeting.offerForm', data), 'personal', {}, more));
}

/** "Vorschau" on a new form; what came back: the preview, or the form. */
export async function previewed(bot: TestBot, fields: Data = {}, more: Data = {}): Promise<unknown> {
  const button = buttonNamed(await meetingForm(bot, {}, more), 'Vorschau');
  return valueOf(await bot.press(button, 'personal', { ...typedMeeting, ...fields }, more));
}

/** "Veröffentlichen" below the preview; returns the meeting as it is stored then. */
export async function published(bot: TestBot, fields: Data = {}, more: Data = {}): Promise<Meeting> {
  const preview = await previewed(bot, fields, more);
  const button = buttonNamed(preview, 'Veröffentlichen');
  await bot.press(button, 'personal', {}, more);
  return storedMeeting(bot, String(button.data?.['meetingId']));
}

export async function storedMeeting(bot: TestBot, id: string): Promise<Meeting> {
  const meeting = await bot.app.deps.meetings.find(meetingId(id));
  if (meeting === undefined) {
    throw new Error(`no meeting ${id}`);
  }
  return meeting;
}

/** Every meeting that is stored, whoever planned it. */
export async function storedMeetings(bot: TestBot): Promise<readonly Meeting[]> {
  const documents = await bot.storedDocuments('meetings');
  const ids = documents.filter(({ id, partition }) => id === partition).map(({ id }) => id);
  return Promise.all(ids.map((id) => storedMeeting(bot, id)));
}

/** Of an input of a form: what stands in it, and as which kind of field it is drawn. */
export function inputOf(card: unknown, id: string): Data {
  const found = inputsOf(card).find((input) => input['id'] === id);
  if (found === undefined) {
    throw new Error(`no input ${id}`);
  }
  return found;
}

/** Every input of a card by its id, with what stands in it. */
export function typedIn(card: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(inputsOf(card).map((input) => [String(input['id']), input['value'] ?? '']));
}

function inputsOf(value: unknown): readonly Data[] {
  if (Array.isArray(value)) {
    return value.flatMap(inputsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const fields: Data = Object.fromEntries(Object.entries(value));
  return String(fields['type']).startsWith('Input.') ? [fields] : Object.values(value).flatMap(inputsOf);
}

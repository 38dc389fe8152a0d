import { meetingId, topicRequestId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { asCarla } from './announcements.ts';
import type { TestBot } from './conversation.ts';
import { bertaId, carlaId } from './followed.ts';
import { publishedMeeting } from './meetings.ts';
import { proposed } from './topics.ts';
import { asBerta, pressed } from './user-groups.ts';

/**
 * Berta, who organises, does everything that can be done with meetings; `word` stands where nothing of hers is to stay. She has a seat that
 * Carla waits for.
 */
export async function usesMeetings(bot: TestBot, word: string): Promise<void> {
  const berta = (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
    bot.press(pressed(verb, data), 'personal', {}, asBerta);
  await proposed(bot, { title: 'Laubbläser am Telefon', id: topicRequestId('cafe1') }, carlaId);
  await proposed(bot, { title: 'Laubbläser im Bauamt', id: topicRequestId('cafe2') }, carlaId);
  const typed = { userGroup: 'none', date: '2026-12-03', startTime: '10:00', endTime: '12:00' };
  const place = { address: 'Rathaus', people: 'everybody', mostGuests: '2', capacity: '3' };
  await berta('meeting.draft', { meetingId: 'bertas', title: 'Laubbläser', ...typed, ...place });
  await berta('meeting.publish', { meetingId: 'bertas', edition: 1 });
  await berta('meeting.draft', {
    meetingId: 'bertas-draft',
    ...typed,
    ...place,
    title: word,
    description: word,
  });
  const questions = ['Was bringen Sie mit?'];
  const full = { id: meetingId('carlas'), title: 'Laub', capacity: 3, mostGuests: 2, questions };
  await publishedMeeting(bot, full, { by: carlaId, quietly: true });
  const carlas = { meetingId: 'carlas' };
  await berta('meeting.respond', { ...carlas, answer: 'accepted' });
  await berta('meeting.saveDetails', { ...carlas, guests: '2', name: word, answer1: word });
  await bot.press(pressed('meeting.respond', { ...carlas, answer: 'accepted' }), 'personal', {}, asCarla);
  const cafe = {
    ...carlas,
    tables: '2',
    seatsPerTable: '4',
    rounds: '2',
    minutes: '25',
    topics: 'cafe1,cafe2',
  };
  await berta('cafe.set', cafe);
  await berta('cafe.wish', { ...carlas, first: 'cafe1', second: 'cafe2' });
  await berta('cafe.assign', carlas);
  await berta('cafe.tell', { ...carlas, plan: 1 });
  const now = bot.clock.now();
  const running = { id: meetingId('running'), startsAt: now - hourMs, endsAt: now + hourMs };
  await publishedMeeting(bot, running, { by: bertaId, quietly: true });
  await berta('meeting.checkIn', { meetingId: 'running' });
  await berta('meeting.publishResults', { meetingId: 'running', text: 'Drei haben berichtet.' });
  await berta('meeting.cancel', { meetingId: 'bertas', reason: 'Der Saal ist belegt.' });
}

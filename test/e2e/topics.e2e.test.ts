import { afterAll, beforeAll, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
});

afterAll(async () => {
  await playground.stop();
});

it('leads whoever proposes a topic a second time to vote for the first, and organisers from there to its result', async () => {
  await playground.enter('personal');
  const empty = await playground.ask('Themen', 'Noch gibt es kein offenes Thema.');
  await playground.picture('30-topics-empty', empty);

  const first = await playground.ask('Thema: KI im Bauamt', 'KI im Bauamt');
  await playground.picture('31-topic-typed', first);
  await playground.press(first, 'Vorschlagen');
  const proposed = await playground.card('Stimme zurückziehen');
  await playground.picture('32-topic-proposed', proposed);
  await playground.press(proposed, 'Stimme zurückziehen');
  await playground.card('Ihre Stimme ist zurückgezogen.');

  const second = await playground.ask('Thema: Künstliche Intelligenz im Bauamt', 'Gibt es das schon?');
  await playground.picture('33-topic-there-already', second);
  await playground.press(second, 'Dafür stimmen');
  const voted = await playground.card('ist eingetragen.');
  await playground.picture('34-topic-voted', voted);
  expect(await voted.innerText()).toContain('KI im Bauamt');

  await playground.press(voted, 'Kommentieren');
  const comment = await playground.card('Kommentar schreiben');
  await comment.getByRole('textbox').fill('Uns fehlt vor allem die Erfahrung mit Bauanträgen.');
  await playground.picture('35-topic-comment', comment);
  await playground.press(comment, 'Senden');
  const commented = await playground.card('Uns fehlt vor allem');
  await playground.press(commented, 'Organisieren');
  const ways = await playground.card('Ablehnen');
  await playground.picture('36-topic-organise', ways);
  await playground.press(ways, 'Planen');
  const plan = await playground.card('Thema planen');
  await plan.getByRole('textbox').last().fill('Treffen der User Group Bauen');
  await playground.picture('37-topic-plan', plan);
  await playground.press(plan, 'Planen');
  const planned = await playground.card('Geplant · Treffen der User Group Bauen');
  await playground.picture('38-topic-planned', planned);

  const list = await playground.ask('Geplante Themen', 'Ein Thema ist geplant.');
  await playground.picture('40-topics-planned', list);
  const third = await playground.ask('Thema: Chatbots für Bürger', 'Chatbots für Bürger');
  await playground.press(third, 'Vorschlagen');
  await playground.card('Stimme zurückziehen');
  const open = await playground.ask('Themen', 'Ein offenes Thema.');
  await playground.picture('41-topics', open);
  await playground.press(open, 'Thema vorschlagen');
  const form = await playground.card('Schlagworte');
  await playground.picture('39-topic-form', form);

  await playground.enter('channel');
  const shared = await playground.ask('Themen', 'Ein offenes Thema.');
  await playground.picture('42-topics-shared', shared);
});

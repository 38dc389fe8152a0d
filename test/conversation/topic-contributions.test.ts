import { afterEach, describe, expect, it } from 'vitest';
import { topicRequestId, useCaseId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { asCarla } from '../support/announcements.ts';
import { adopterAt, hemer, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { aDrone, annaId, bertaId, carlaId } from '../support/followed.ts';
import { setUpChannel } from '../support/inquiries.ts';
import { contributions, startInviting } from '../support/topic-contributions.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, created, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let topic: TopicRequest;

afterEach(async () => {
  await bot.stop();
});

async function start(...parts: Parameters<typeof startInviting>): Promise<void> {
  ({ bot, topic } = await startInviting(...parts));
}

const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('"Mögliche Beiträge"', () => {
  it('shows organisers what matches, who does it, and whom to ask', async () => {
    await start();

    const card = await contributions(bot, topic);

    expect(wordsOf(card)).toMatch(
      /^Mögliche Beiträge\nDrohnen über Dächern\n[^]*Drohnen prüfen Dächer\n● im Einsatz[^\n]*Menden[^]*Ansprechperson: Berta Beispiel/,
    );
    expect(titles(card)).toEqual(['Details zu Drohnen prüfen Dächer', 'Anfragen', 'Zurück zum Thema']);
  });

  it('is for organisers, and never where others read along', async () => {
    await start();
    const list = pressed('topic.listContributions', { topicRequestId: topic.id });
    const gone = pressed('topic.listContributions', { topicRequestId: 'gone' });

    const toBerta = await bot.press(list, 'personal', {}, asBerta);
    const inChannel = await bot.press(list, 'channel');
    const ofNothing = await bot.press(gone);

    expect(JSON.stringify(toBerta)).toContain('Das kann nur das Organisationsteam.');
    expect(JSON.stringify(inChannel)).toContain('Das zeige ich nur im Einzelchat');
    expect(JSON.stringify([toBerta, inChannel])).not.toContain('Berta Beispiel');
    expect(JSON.stringify(ofNothing)).toContain('Dieses Thema gibt es nicht mehr.');
  });

  it('leads to a mailbox by mail, with the question in it', async () => {
    const contact = { email: 'drohnen@menden.example' };
    await start({ adopters: [adopterAt(menden, 'in_use', { contact })] });

    const card = await contributions(bot, topic);

    const { url = '' } = buttonNamed(card, 'E-Mail schreiben');
    expect(wordsOf(card)).toContain('Kontakt: drohnen@menden.example');
    expect(new URL(url).searchParams.get('subject')).toBe(
      'Würden Sie bei einem Treffen der KI-Community zum Thema „Drohnen über Dächern“ berichten?',
    );
    expect(titles(card)).not.toContain('Anfragen');
  });

  it('leads to a person the bot cannot write to by a chat', async () => {
    const contact = { name: 'Dora Beispiel', email: 'dora@menden.example' };
    await start({ adopters: [adopterAt(menden, 'in_use', { contact })] });

    const { url = '' } = buttonNamed(await contributions(bot, topic), 'Im Chat schreiben');

    expect(new URL(url).searchParams.get('users')).toBe('dora@menden.example');
    expect(new URL(url).searchParams.get('message')).toContain('„Drohnen über Dächern“ berichten?');
  });

  it('asks whoever entered it for a commune that does it, and nobody who entered it for others', async () => {
    const { provenance } = aDrone();
    await start({
      adopters: [adopterAt(menden, 'pilot')],
      provenance: { ...provenance, createdBy: bertaId },
    });
    const ofMenden = await contributions(bot, topic);
    await bot.app.deps.useCases.change(useCaseId('drones'), (useCase) => ({
      useCase: { ...useCase, provenance: { ...provenance, createdBy: carlaId } },
    }));

    await expect
      .poll(async () => titles(await contributions(bot, topic)))
      .toEqual(['Details zu Drohnen prüfen Dächer', 'Zurück zum Thema']);

    expect(wordsOf(ofMenden)).toContain('wer den Anwendungsfall für die Kommune eingetragen hat');
    expect(titles(ofMenden)).toContain('Anfragen');
    expect(wordsOf(await contributions(bot, topic))).toContain('niemand angegeben, den ich fragen kann');
  });

  it('says to an organiser that it is themselves who would be asked', async () => {
    await start({ adopters: [adopterAt(menden, 'in_use', { contact: { memberId: annaId } })] });

    const card = await contributions(bot, topic);

    expect(wordsOf(card)).toContain('Ansprechperson sind Sie selbst.');
    expect(titles(card)).not.toContain('Anfragen');
  });

  it('leaves out who only thinks of it or has given it up, and offers to ask the community when nobody is left', async () => {
    await start({ adopters: [adopterAt(menden, 'idea'), adopterAt(hemer, 'retired')] });
    await setUpChannel(bot);

    const card = await contributions(bot, topic);
    const form = await bot.press(buttonNamed(card, 'Community fragen'));

    expect(wordsOf(card)).toContain('keinen Anwendungsfall, der schon läuft oder geplant ist');
    expect(wordsOf(card)).not.toContain('Drohnen prüfen');
    expect(JSON.stringify(form)).toContain('Drohnen über Dächern');
  });

  it("shows a group's organiser nothing that is for another organisation alone", async () => {
    await start({ visibility: 'organisation' });
    const groupId = userGroupId(await created(bot));
    const { userGroups } = bot.app.deps;
    const group = await userGroups.find(groupId);
    if (group !== undefined) {
      await userGroups.replace({ ...group.value, organisers: [carlaId] }, group);
    }
    const ofGroup = await proposed(bot, {
      id: topicRequestId('of-group'),
      title: 'Drohnen über Dächern',
      userGroupId: groupId,
    });
    const list = pressed('topic.listContributions', { topicRequestId: ofGroup.id });

    const toAnna = await bot.press(list);
    const toCarla = await bot.press(list, 'personal', {}, asCarla);

    expect(wordsOf(toAnna)).toContain('Drohnen prüfen Dächer');
    expect(wordsOf(toCarla)).toMatch(/Mögliche Beiträge\n/);
    expect(wordsOf(toCarla)).not.toContain('Drohnen prüfen Dächer');
  });
});

import { describe, expect, it } from 'vitest';
import { announcementCard } from '../../src/cards/announcement-card.ts';
import { announcementFormCard, openAnnouncementFormCard } from '../../src/cards/announcement-form-card.ts';
import { announcementListCard } from '../../src/cards/announcement-list-card.ts';
import { announcementPreviewCard } from '../../src/cards/announcement-preview-card.ts';
import { announcementScheduleCard } from '../../src/cards/announcement-schedule-card.ts';
import { announcementStateCard, shortConfirmationCard } from '../../src/cards/announcement-state-card.ts';
import { announcementLimits } from '../../src/domain/announcement.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import { announcementId, userGroupId } from '../../src/domain/ids.ts';
import type { NotReached } from '../../src/domain/reach.ts';
import { userGroupLimits } from '../../src/domain/user-group.ts';
import type { AudienceChoices } from '../../src/features/announcements/audience-choices.ts';
import type { DescribedAnnouncement } from '../../src/features/announcements/describe-announcement.ts';
import { anAnnouncement, aUserGroup } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const personal = { shared: false, dialogs: true };
const inDialog = { shared: true, dialogs: true, inDialog: true };
const g1 = userGroupId('g1');

function described(
  announcement: Announcement,
  fields: Partial<DescribedAnnouncement> = {},
): DescribedAnnouncement {
  const count = {
    people: 48,
    channels: 3,
    recipients: 51,
    unreachable: new Map<NotReached, number>(),
    unreachableChannels: 0,
    guests: 0,
  };
  return {
    announcement,
    count,
    agreement: 'none',
    confirmAbove: 500,
    names: { userGroups: new Map([[g1, aUserGroup({ id: g1 })]]), communes: shippedCommunes },
    isUnderWay: false,
    own: { isAuthor: true, mayConfirm: false },
    now: 0,
    ...fields,
  };
}

function choicesOf(userGroups: AudienceChoices['userGroups']): AudienceChoices {
  const communes = [...shippedCommunes.values()];
  const districts = communes.filter(({ kind }) => kind === 'kreis');
  return { everybody: true, userGroups, districts, communes };
}

const draft = { state: { kind: 'draft' } } as const;
const awaiting = { state: { kind: 'awaiting-confirmation', askedAt: 1, sendAt: 2 } } as const;

describe('words that people typed', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const content = {
    title: naughty,
    text: `${naughty}\n\n${naughty}`,
    link: 'https://www.example.org/[Klick](x)',
    acknowledgement: true,
  };
  const announcement = anAnnouncement({
    ...draft,
    content,
    audience: [{ kind: 'user-group', userGroupId: g1 }],
  });
  const userGroups = new Map([[g1, aUserGroup({ id: g1, name: naughty })]]);
  const all = described(announcement, { names: { userGroups, communes: shippedCommunes } });
  const asked = { ...all, announcement: { ...announcement, ...awaiting } };
  const list = { kind: 'listed', rows: [announcement], total: 1, page: 1, pages: 1, now: 0 } as const;

  it.each([
    ['announcement', announcementCard({ ...announcement, acknowledge: 'button' })],
    ['preview', announcementPreviewCard({ described: all }, personal)],
    ['question for the time', announcementScheduleCard({ described: all }, personal)],
    ['question for confirmation', announcementStateCard(asked, personal, { posted: true })],
    ['short question', shortConfirmationCard(asked, personal)],
    ['list', announcementListCard(list, personal)],
  ])('stand in the %s as they were typed, and never where markdown is live', (_, card) => {
    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');

    expect(wordsOf(card)).toContain(naughty);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });
});

describe('the longest that is possible', () => {
  const content = {
    title: 'Ü'.repeat(announcementLimits.title),
    text: '漢\n'.repeat(announcementLimits.text / 2),
    link: `https://www.example.org/${'x'.repeat(announcementLimits.link - 24)}`,
    acknowledgement: true,
  };
  const groups = Array.from({ length: 300 }, (_, index) =>
    aUserGroup({
      id: userGroupId(`${index}`.padStart(36, 'x')),
      name: 'Ü'.repeat(userGroupLimits.name),
    }),
  );
  const audience = groups
    .slice(-20)
    .flatMap(({ id }) => [
      { kind: 'user-group', userGroupId: id } as const,
      { kind: 'user-group-channels', userGroupId: id } as const,
    ]);
  const announcement = anAnnouncement({
    ...draft,
    id: announcementId('x'.repeat(36)),
    content,
    audience,
    correctedAt: 1,
  });
  const names = { userGroups: new Map(groups.map((one) => [one.id, one])), communes: shippedCommunes };
  const count = {
    people: 12_345,
    channels: 12_345,
    recipients: 24_690,
    unreachable: new Map<NotReached, number>(
      (
        [
          'never-met',
          'removed',
          'blocked',
          'deleted',
          'disabled-by-admin',
          'foreign-service',
          'opted-out',
        ] as const
      ).map((because) => [because, 12_345]),
    ),
    unreachableChannels: 12_345,
    guests: 12_345,
  };
  const all = described(announcement, { names, count, agreement: 'typed-count' });
  const choices = choicesOf(groups.map((userGroup) => ({ userGroup, hasChannels: true })));
  const form = {
    fields: { ...content, audience },
    choices,
    problems: ['outdated', 'link-invalid', 'audience-gone'],
    announcement,
    hasTemplates: true,
  } as const;
  const rows = Array.from({ length: 5 }, () => announcement);

  it.each([
    ['announcement', announcementCard({ ...announcement, repeated: true, acknowledge: 'button' })],
    ['form', announcementFormCard(form, personal)],
    ['form in a dialog', announcementFormCard(form, inDialog)],
    ['preview', announcementPreviewCard({ described: all, problem: 'wrong' }, personal)],
    ['preview in a dialog', announcementPreviewCard({ described: all, problem: 'outdated' }, inDialog)],
    ['question for the time', announcementScheduleCard({ described: all, problem: 'wrong' }, inDialog)],
    [
      'question for confirmation',
      announcementStateCard({ ...all, announcement: { ...announcement, ...awaiting } }, personal),
    ],
    [
      'list',
      announcementListCard({ kind: 'listed', rows, total: 200, page: 2, pages: 40, now: 0 }, personal),
    ],
  ])('stays below 25 KB in the %s', (_, card) => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
  });

  it('keeps every choice that was made among those that fit, and says how many are missing', () => {
    const card = announcementFormCard(form, personal);
    const { choices: shown = [], value } = inputOf(card, 'audience');

    expect(String(value).split(',')).toHaveLength(40);
    expect(JSON.stringify(shown)).toContain(String(groups.at(-1)?.id));
    expect(wordsOf(card)).toContain('weitere Gruppen passen nicht in diese Liste.');
  });
});

describe('the form', () => {
  const empty = { title: '', text: '', acknowledgement: false, audience: [] };
  const groups = [
    { userGroup: aUserGroup({ id: g1 }), hasChannels: true },
    { userGroup: aUserGroup({ id: userGroupId('g2'), name: 'Akte' }), hasChannels: false },
  ];

  it('offers everybody, groups with their channels where they have some, districts and communes', () => {
    const card = announcementFormCard({ fields: empty, choices: choicesOf(groups) }, personal);

    expect(titlesOf(card, 'audience').slice(0, 6)).toEqual([
      'Alle Mitglieder',
      'Organisationsteam',
      'Telefonie (Mitglieder)',
      'Telefonie (Kanäle und Chats)',
      'Akte (Mitglieder)',
      'Hochsauerlandkreis',
    ]);
    expect(titlesOf(card, 'communes')).toContain('Hemer');
    expect(inputOf(card, 'audience')).toMatchObject({ isMultiSelect: true });
  });

  it('has three inputs and the rest behind "Mehr angeben", unless something of it is filled in', () => {
    const choices = choicesOf(groups);
    const closed = announcementFormCard({ fields: empty, choices }, personal);
    const open = announcementFormCard({ fields: { ...empty, link: 'x' }, choices }, personal);
    const visible = (card: unknown) => elementsOf(card).find(({ id }) => id === 'more')?.['isVisible'];

    expect([visible(closed), visible(open)]).toEqual([false, true]);
    expect(buttonNamed(closed, 'Mehr angeben')).toMatchObject({ type: 'Action.ToggleVisibility' });
  });

  it('has no "Mehr angeben" any more once that is open', () => {
    const card = announcementFormCard({ fields: empty, choices: choicesOf(groups) }, personal);
    const around = elementsOf(card).find(
      ({ type, actions }) => type === 'ActionSet' && JSON.stringify(actions).includes('Mehr angeben'),
    );

    expect(around).toMatchObject({
      id: 'more-button',
      actions: [
        {
          targetElements: [
            { elementId: 'more', isVisible: true },
            { elementId: 'more-button', isVisible: false },
          ],
        },
      ],
    });
  });

  it('offers templates only where there are some, without checking the fields', () => {
    const choices = choicesOf([]);
    const titles = (hasTemplates: boolean) =>
      buttonsOf(announcementFormCard({ fields: empty, choices, hasTemplates }, personal)).map(
        ({ title }) => title,
      );

    expect(titles(false)).not.toContain('Aus einer Vorlage');
    expect(titles(true)).toContain('Aus einer Vorlage');
  });

  it('opens as a dialog from a shared place, and sends the same from there as from the chat', () => {
    const choices = choicesOf([]);
    const announcement = anAnnouncement({ ...draft, version: 3 });
    const [inChat, asDialog] = [personal, inDialog].map((surface) =>
      buttonNamed(announcementFormCard({ fields: empty, choices, announcement }, surface), 'Vorschau'),
    );

    const data = { announcementId: 'a1', version: 3 };
    expect(inChat).toMatchObject({ verb: 'announcement.change', data });
    expect(asDialog).toMatchObject({ data: { verb: 'announcement.change', ...data } });
    expect(
      buttonNamed(openAnnouncementFormCard({ shared: true, dialogs: true }), 'Formular öffnen'),
    ).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' }, verb: 'announcement.offerForm' },
    });
  });
});

describe('what is drawn before it is sent', () => {
  const content = {
    title: 'Titel',
    text: 'Eins\nzwei\n\ndrei',
    link: 'https://www.example.org/',
    acknowledgement: true,
  };
  const announcement = anAnnouncement({ ...draft, content });

  it('is what is delivered, but for the button "Gelesen", of which a preview only speaks', () => {
    const delivered = announcementCard({ ...announcement, acknowledge: 'button' });
    const preview = announcementPreviewCard({ described: described(announcement) }, personal);
    const upper = elementsOf(preview).find(({ type }) => type === 'Container')?.['items'];

    const same = delivered.body.slice(0, 5);
    expect(Array.isArray(upper) && upper.slice(0, 5)).toEqual(same);
    expect(buttonsOf(preview).map(({ title }) => title)).not.toContain('Gelesen');
    expect(wordsOf(preview)).toContain('Darunter steht bei den Empfängern der Knopf „Gelesen“.');
  });

  it('tells every reason why somebody is not reached, in words', () => {
    const unreachable = new Map<NotReached, number>([
      ['never-met', 12],
      ['removed', 1],
      ['blocked', 2],
      ['opted-out', 1],
    ]);
    const count = { ...described(announcement).count, unreachable, unreachableChannels: 1, guests: 2 };
    const preview = announcementPreviewCard({ described: described(announcement, { count }) }, personal);

    expect(wordsOf(preview)).toContain(
      '17\nnicht erreichbar\nNicht erreichbar: 12 haben die App noch nicht · 1 hat die App entfernt · 2 haben mich blockiert · 1 möchte keine Benachrichtigungen · in einem Kanal oder Chat bin ich nicht mehr.',
    );
    expect(wordsOf(preview)).toContain('Zwei Gäste bekommen sie nicht: Gäste sind keine Mitglieder.');
  });

  it.each([
    [0, 'Fragen konnte ich noch niemanden: Sonst hat mir aus dem Organisationsteam niemand geschrieben.'],
    [1, 'Gefragt ist eine andere Person aus dem Organisationsteam; sie bestätigt,'],
    [3, 'Gefragt sind drei Personen aus dem Organisationsteam; eine davon bestätigt,'],
  ])('tells its author when %i of the others could be asked to confirm it', (asked, sentence) => {
    const waiting = described({ ...announcement, ...awaiting }, { asked });

    expect(wordsOf(announcementStateCard(waiting, personal))).toContain(sentence);
  });

  it('says when it will go out after the confirmation, also when that time has passed', () => {
    const at = (sendAt: number | undefined, now: number) => {
      const state = {
        kind: 'awaiting-confirmation',
        askedAt: 1,
        ...(sendAt !== undefined && { sendAt }),
      } as const;
      const own = { isAuthor: false, mayConfirm: true };
      return wordsOf(
        announcementStateCard(described({ ...announcement, state }, { now, own }), personal, {
          posted: true,
        }),
      );
    };
    const monday = Date.UTC(2026, 10, 23, 9);

    expect(at(undefined, 0)).toContain('Nach der Bestätigung geht es sofort hinaus.');
    expect(at(monday, 0)).toContain(
      'Nach der Bestätigung geht es hinaus am Montag, 23. November 2026 um 10:00 Uhr.',
    );
    expect(at(monday, monday)).toContain('Das ist vorbei: Nach der Bestätigung geht es sofort hinaus.');
  });
});

function inputOf(card: unknown, id: string): Readonly<Record<string, unknown>> {
  return elementsOf(card).find((element) => element['id'] === id) ?? {};
}

function titlesOf(card: unknown, id: string): readonly unknown[] {
  const { choices } = inputOf(card, id);
  return elementsOf(choices).map(({ title }) => title);
}

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}

import { describe, expect, it } from 'vitest';
import { announcementLimits } from '../../src/domain/announcement.ts';
import { checkContent, hostOf, isSameContent } from '../../src/domain/announcement-content.ts';

const typed = { title: 'Einladung', text: 'Wir treffen uns.' };

describe('what is typed into an announcement', () => {
  it('is cleaned of what can hide or turn words around (fault 35)', () => {
    const checked = checkContent({
      title: '  Einla\u202edung\u0000 ',
      text: 'Wir\r\ntreffen\u200b uns.\n\n\n\nBis dann.',
      link: ' https://www.example.org/a?b=1#c ',
      acknowledgement: 'true',
    });

    expect(checked).toMatchObject({
      kind: 'valid',
      content: {
        title: 'Einladung',
        text: 'Wir\ntreffen uns.\n\nBis dann.',
        link: 'https://www.example.org/a?b=1#c',
        acknowledgement: true,
      },
    });
  });

  it('is cut to its limits, visibly', () => {
    const { fields } = checkContent({ title: 'x'.repeat(10_000), text: 'x'.repeat(10_000) });

    expect([fields.title.length, fields.text.length]).toEqual([
      announcementLimits.title,
      announcementLimits.text,
    ]);
    expect([fields.title.at(-1), fields.text.at(-1)]).toEqual(['…', '…']);
  });

  it('has no link and asks for no "Gelesen" unless that was typed', () => {
    expect(checkContent({ ...typed, link: ' ', acknowledgement: 'false' })).toEqual({
      kind: 'valid',
      content: { ...typed, acknowledgement: false },
      fields: { ...typed, acknowledgement: false },
    });
  });

  it('says everything that is wrong at once, and keeps all of it', () => {
    expect(checkContent({ title: ' … ', text: '', link: 'http://x.example' })).toEqual({
      kind: 'invalid',
      problems: ['title-missing', 'text-missing', 'link-invalid'],
      fields: { title: '…', text: '', link: 'http://x.example', acknowledgement: false },
    });
  });

  it.each([
    'http://www.example.org',
    'www.example.org',
    'javascript:alert(1)',
    'https://',
    'https:///www.example.org',
    'https://user@www.example.org',
    'https://user:secret@www.example.org',
    'https://www.example.org@evil.example',
    'https:\\\\www.example.org',
    'https://www.example.org/ a',
    'ftp://www.example.org',
    'data:text/html,x',
    'https://www.exa\u202emple.org',
    `https://www.example.org/${'x'.repeat(announcementLimits.link)}`,
  ])('the link "%s" is refused (fault 44)', (link) => {
    expect(checkContent({ ...typed, link })).toMatchObject({ kind: 'invalid', problems: ['link-invalid'] });
  });

  it('shows where a link leads, look-alike letters in the open', () => {
    const checked = checkContent({ ...typed, link: 'HTTPS://WWW.\u0435xample.org' });

    expect(checked.kind === 'valid' && hostOf(checked.content.link ?? '')).toBe('www.xn--xample-2of.org');
  });
});

it('two contents are the same when they say the same', () => {
  const content = { ...typed, link: 'https://www.example.org/', acknowledgement: true };

  expect(isSameContent(content, { ...content })).toBe(true);
  expect(isSameContent(content, { ...content, acknowledgement: false })).toBe(false);
  expect(isSameContent(content, { ...typed, acknowledgement: true })).toBe(false);
});

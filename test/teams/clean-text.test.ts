import { describe, expect, it } from 'vitest';

import { cleanText, maxTextLength } from '../../src/teams/clean-text.ts';

describe('the words of a Teams message', () => {
  it.each([
    ['Wer macht schon KI-Telefonassistenz?', 'Wer macht schon KI-Telefonassistenz?'],
    ['  viele   Leerzeichen\u00a0hier \t ', 'viele Leerzeichen hier'],
    ['<p>Wer macht <b>das</b>?</p>', 'Wer macht das?'],
    ['erste<br/>zweite<br>dritte', 'erste\nzweite\ndritte'],
    ['<div>erste</div><div>zweite</div>', 'erste\nzweite'],
    ['<at>Max Muster</at> macht das', 'Max Muster macht das'],
    ['K&ouml;ln &amp; Bonn &lt;3 &quot;gut&quot; &#246; &#xF6;', 'K\u00f6ln & Bonn <3 "gut" \u00f6 \u00f6'],
    ['unter 20.000 & < 5 > 3', 'unter 20.000 & < 5 > 3'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['x <- y > z &toString; &valueOf;', 'x <- y > z &toString; &valueOf;'],
    ['&unknown; &#99999999; &#x110000; &', '&unknown; &#99999999; &#x110000; &'],
    ['a\r\nb\rc\n\n\n\n\nd', 'a\nb\nc\n\nd'],
    ['Ko\u0308ln', 'K\u00f6ln'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['', ''],
    ['<p>&nbsp;</p>', ''],
  ])('are what was typed: %j', (markup, words) => {
    expect(cleanText(markup)).toBe(words);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001bb'],
    ['an encoded NUL', 'a&#0;b'],
    ['a zero-width space', 'a\u200bb'],
    ['a zero-width joiner', 'a\u200db'],
    ['a byte order mark', 'a\ufeffb'],
    ['a soft hyphen', 'a\u00adb'],
    ['a right-to-left override', 'a\u202eb'],
    ['an encoded right-to-left override', 'a&#x202e;b'],
    ['an isolate', 'a\u2067b'],
    ['a tag character', 'a\u{e0041}b'],
    ['a private-use character', 'a\ue000b'],
    ['an invisible letter', 'a\u3164b'],
  ])('lose %s', (_what, markup) => {
    expect(cleanText(markup)).toBe('ab');
  });

  it('keep no half of a surrogate pair', () => {
    const words = cleanText('a\ud800b');

    expect(words.isWellFormed()).toBe(true);
  });

  it('keep at most two accents on a letter', () => {
    expect(cleanText(`Z${'\u0300'.repeat(50)}algo`)).toBe('Z\u0300\u0300algo');
  });

  it('are cut at 4,000 characters, and not inside an emoji', () => {
    const words = cleanText(`${'x'.repeat(maxTextLength - 1)}\u{1f600}${'y'.repeat(100)}`);

    expect(words).toBe('x'.repeat(maxTextLength - 1));
  });

  it.each([
    ['opening brackets', '<'.repeat(262_000)],
    ['opening tags', '<a '.repeat(87_000)],
    ['ampersands', '&'.repeat(262_000)],
    ['spaces', ' '.repeat(262_000)],
    ['accents', '\u0300'.repeat(262_000)],
    ['line breaks', ' \n'.repeat(131_000)],
  ])('stay short when somebody sends only %s', (_what, markup) => {
    expect(cleanText(markup).length).toBeLessThanOrEqual(maxTextLength);
  });
});

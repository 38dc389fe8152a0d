/** Adaptive Card elements as plain JSON (schema 1.5, the highest that every Teams client draws), and the few shapes our cards are made of. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: 'de';
  /** Makes sense alone: it is what notifications and screen readers show. */
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
  readonly actions?: readonly Button[];
}

export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface Button {
  readonly type: 'Action.Execute' | 'Action.OpenUrl' | 'Action.Submit' | 'Action.ToggleVisibility';
  readonly title: string;
  readonly [property: string]: unknown;
}

export interface CardParts {
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Button[];
}

export function card({ fallbackText, body, actions = [] }: CardParts): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'de',
    fallbackText,
    msteams: { width: 'Full' },
    body,
    ...(actions.length > 0 && { actions }),
  };
}

/** The first line: the answer in one sentence of ours. */
export function heading(sentence: string): Element {
  return {
    type: 'TextBlock',
    text: sentence,
    size: 'Medium',
    weight: 'Bolder',
    wrap: true,
    style: 'heading',
  };
}

/** A sentence of ours. Never for words that people typed: markdown in it is live. */
export function text(sentence: string, style: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'TextBlock', text: sentence, wrap: true, ...style };
}

export function smallText(sentence: string, style: Readonly<Record<string, unknown>> = {}): Element {
  return text(sentence, { isSubtle: true, size: 'Small', ...style });
}

export interface TextRun {
  readonly text: string;
  readonly [style: string]: unknown;
}

/** Words that people typed, literally: nothing in a text run is markdown. */
export function literal(runs: readonly TextRun[], style: Readonly<Record<string, unknown>> = {}): Element {
  const inlines = runs.map((run) => ({ type: 'TextRun', ...run, text: breakable(run.text) }));
  return { type: 'RichTextBlock', inlines, ...style };
}

/** Letters or digits without a space between them; nothing in an address, a link or a name is as long. */
const endlessWord = /(?:[\p{L}\p{N}]\p{M}*){31,}/gu;
const lettersToBreakAfter = /(?:[\p{L}\p{N}]\p{M}*){15}(?=[\p{L}\p{N}])/gu;

/** Renderers break a text block anywhere, but a text run only between words (adaptivecards 3.0.6): an endless word would stick out. */
function breakable(words: string): string {
  return words.replace(endlessWord, (word) => word.replace(lettersToBreakAfter, '$&\u200B'));
}

/** A part of the card below a line. */
export function section(items: readonly Element[], style: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'Container', separator: true, spacing: 'Medium', items, ...style };
}

/** A whole row as a button, with a quiet "›" at the right. */
export function pressableRow(
  items: readonly Element[],
  action: Button,
  style: Readonly<Record<string, unknown>> = {},
): Element {
  const columns = [
    { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'Center',
      items: [{ type: 'TextBlock', text: '›', size: 'ExtraLarge', isSubtle: true }],
    },
  ];
  return section([{ type: 'ColumnSet', columns }], { selectAction: action, ...style });
}

const buttonsInARow = 3;
/** Letters that fit beside each other on a phone. */
const lettersInARow = 26;

/** Buttons within the body, as many beside each other as a phone has room for. */
export function buttonRows(buttons: readonly Button[]): readonly Element[] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row !== undefined && row.length < buttonsInARow && letters([...row, button]) <= lettersInARow) {
      row.push(button);
    } else {
      rows.push([button]);
    }
  }
  return rows.map((actions) => ({ type: 'ActionSet', spacing: 'Small', actions }));
}

function letters(buttons: readonly Button[]): number {
  return buttons.reduce((sum, { title }) => sum + title.length, 0);
}

export function openUrl(title: string, url: string, tooltip?: string): Button {
  return { type: 'Action.OpenUrl', title, url, ...(tooltip !== undefined && { tooltip }) };
}

/** What a client would draw as something else than words, in whatever somebody typed. */
export const naughty = {
  line: '[Klick](https://evil.example) ![x](https://evil.example/x.png) <at>alle</at> **fett**',
  lines: [
    '# Groß',
    '- [Klick](javascript:alert(1)) <https://evil.example>',
    '=HYPERLINK("https://evil.example";"Klick")',
    '<img src=x onerror=alert(1)> <b>fett</b> &#64;alle &lt;at&gt;',
    '[Chat](https://teams.microsoft.com/l/chat/0/0?users=evil.example)',
  ].join('\n'),
} as const;

const markers = /evil\.example|<at>|&#64;|alert\(1\)|\*\*fett\*\*|=HYPERLINK/;
/** Drawn as they are, whatever stands in them. */
const plainFields = new Set(['fallbackText', 'summary', 'altText', 'tooltip', 'placeholder']);

export interface LiveWords {
  readonly path: string;
  readonly value: string;
}

/** Every place of an activity or answer where words that people typed would be more than words. */
export function findLiveWords(value: unknown, path = '', parent: Fields = {}): LiveWords[] {
  if (typeof value === 'string') {
    return markers.test(value) && !isPlain(path, parent) ? [{ path, value }] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => findLiveWords(item, `${path}.${index}`, parent));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const fields: Fields = Object.fromEntries(Object.entries(value));
  const type = String(fields['type']);
  const isPicture = /^(?:Image|ImageSet|Media)$/.test(type);
  const mentions = typeof fields['msteams'] === 'object' && 'entities' in Object(fields['msteams']);
  const own = isPicture || mentions ? [{ path, value: type }] : [];
  // What a button carries comes back to us and is drawn nowhere.
  const drawn = Object.entries(fields).filter(([name]) => name !== 'data');
  return [...own, ...drawn.flatMap(([name, field]) => findLiveWords(field, `${path}.${name}`, fields))];
}

type Fields = Readonly<Record<string, unknown>>;

function isPlain(path: string, parent: Fields): boolean {
  const name = path.split('.').at(-1) ?? '';
  const type = String(parent['type']);
  return (
    plainFields.has(name) ||
    (type === 'TextRun' && name === 'text') ||
    (type.startsWith('Input.') && (name === 'value' || name === 'choices')) ||
    (type.startsWith('Action.') && name === 'title') ||
    (type === 'Action.OpenUrl' && name === 'url') ||
    // What a list below the compose box shows is escaped, and markdown is none there.
    (/^[.]offers[.]\d+[.](?:title|line)$/.test(path) && !/<[a-z/!?]/i.test(String(parent[name]))) ||
    (path.includes('.choices.') && (name === 'title' || name === 'value')) ||
    (name === 'text' && parent['textFormat'] === 'plain')
  );
}

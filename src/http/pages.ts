import type { UsedModels } from '../texts/model-privacy-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import type { Page } from './server.ts';

/** The pages for people outside Teams, by path. No script, no foreign resource. */
export function createPages(
  questionRetentionDays: number,
  used: UsedModels,
): Readonly<Record<string, () => Page>> {
  const { home, privacy, terms } = pageTexts;
  return {
    '/': () => toPage(home.title, home.paragraphs),
    '/datenschutz': () => toPage(privacy.title, privacy.paragraphs(questionRetentionDays, used)),
    '/nutzung': () => toPage(terms.title, terms.paragraphs),
  };
}

const style = `:root{color-scheme:light dark;font:17px/1.55 system-ui,sans-serif}body{max-width:40rem;margin:0 auto;padding:1.5rem}
nav a{margin-right:1.2rem}h1{font-size:1.6rem;line-height:1.25}`;

function toPage(title: string, paragraphs: readonly string[]): Page {
  const { nav, product } = pageTexts;
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(`${title} – ${product}`)}</title><style>${style}</style></head>
<body><nav><a href="/">${nav.home}</a><a href="/datenschutz">${nav.privacy}</a><a href="/nutzung">${nav.terms}</a></nav>
<main><h1>${escapeHtml(title)}</h1>
${body}</main></body></html>
`,
  };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

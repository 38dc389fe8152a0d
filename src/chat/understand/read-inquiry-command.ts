import { inquiryLimits } from '../../domain/inquiry.ts';
import { cleanWords, hasLetters } from '../../domain/typed-words.ts';
import { capitalise } from '../../texts/format.ts';
import {
  askingVerbs,
  communityNouns,
  framingWords,
  imperatives,
  listingWords,
  manyInquiries,
  oneInquiry,
  ownWords,
  sendingWords,
} from './inquiry-words.ts';
import { toWords } from './message-words.ts';
import type { Word } from './message-words.ts';

/** What somebody wants with inquiries. */
export type InquiryIntent =
  /** `asked`: the question that followed. */
  | { readonly kind: 'new-inquiry'; readonly asked?: string }
  | { readonly kind: 'own-inquiries' | 'inquiries' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning =
  | 'community'
  | 'one'
  | 'many'
  | 'imperative'
  | 'asking'
  | 'sending'
  | 'own'
  | 'listing'
  | 'framing';

const tables: readonly (readonly [Meaning, readonly string[]])[] = [
  ['community', communityNouns],
  ['one', oneInquiry],
  ['many', manyInquiries],
  ['imperative', imperatives],
  ['asking', askingVerbs],
  ['sending', sendingWords],
  ['own', ownWords],
  ['listing', listingWords],
  ['framing', framingWords],
];

/**
 * A message that is about inquiries and nothing else: "Community fragen", "Meine Anfragen", "Anfragen"; or one that begins so and goes
 * on with the question: "Frag die Community: wer nutzt Drohnen?". One unknown word makes it a question: "Wer beantwortet Anfragen mit KI?".
 */
export function readInquiryCommand(message: string): InquiryIntent | undefined {
  const words = toWords(message);
  return readWhole(words) ?? readBeginning(words, message);
}

function readWhole(words: readonly Word[]): InquiryIntent | undefined {
  const meanings = words.map(meaningsOf);
  if (words.length > longestCommand || meanings.some((some) => some.length === 0)) {
    return undefined;
  }
  const says = (meaning: Meaning) => meanings.some((some) => some.includes(meaning));
  if (says('community') && (says('imperative') || says('asking')) && !says('listing') && !says('own')) {
    return { kind: 'new-inquiry' };
  }
  if (says('own') && (says('one') || says('many'))) {
    return { kind: 'own-inquiries' };
  }
  if (says('one')) {
    return { kind: says('listing') ? 'inquiries' : 'new-inquiry' };
  }
  if (says('many')) {
    return { kind: says('sending') ? 'new-inquiry' : 'inquiries' };
  }
  return undefined;
}

/** Behind "Frag die Community" anything may follow; behind "Community fragen" a colon tells the question apart. */
function readBeginning(words: readonly Word[], message: string): InquiryIntent | undefined {
  const community = words
    .slice(0, longestCommand)
    .findIndex((word) => meaningsOf(word).includes('community'));
  if (community < 0) {
    return undefined;
  }
  const isCalled = words.slice(0, community).some((word) => meaningsOf(word).includes('imperative'));
  for (const end of [community + 2, community + 1]) {
    const head = words.slice(0, end);
    const last = head.at(-1);
    const rest = last === undefined ? '' : message.slice(last.end);
    const asked = rest.replace(/^[\s:,;.!–-]+/u, '');
    const isApart = /^\s*:/.test(rest);
    const isFramed = head.some(({ folded }) => ['an', 'in'].includes(folded));
    if (
      readWhole(head)?.kind === 'new-inquiry' &&
      hasLetters(asked) &&
      !isFramed &&
      (isApart || (isCalled && end === community + 1))
    ) {
      return {
        kind: 'new-inquiry',
        asked: capitalise(cleanWords(asked, { atMost: inquiryLimits.question })),
      };
    }
  }
  return undefined;
}

function meaningsOf({ folded }: Word): readonly Meaning[] {
  return tables.filter(([, known]) => known.includes(folded)).map(([meaning]) => meaning);
}

import type { Deps } from '../../deps.ts';
import type { InquiryId } from '../../domain/ids.ts';
import { checkInquiry } from '../../domain/inquiry-form.ts';
import type { InquiryFields, InquiryProblem, TypedInquiry } from '../../domain/inquiry-form.ts';
import { draftInquiry as toDraft } from '../../domain/inquiry-steps.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import type { CommunityChannel } from '../../domain/user-group.ts';
import { toShown } from './inquiry-results.ts';
import type { GoneInquiry, InquiryDone } from './inquiry-results.ts';
import { checkWay, ownCommune } from './offer-inquiry.ts';
import type { InquiryObstacle } from './offer-inquiry.ts';

export type DraftInquiryResult =
  | (InquiryDone<'drafted'> & { readonly channels: readonly CommunityChannel[] })
  | {
      readonly kind: 'invalid';
      readonly inquiryId: InquiryId;
      readonly problems: readonly InquiryProblem[];
      readonly fields: InquiryFields;
      readonly commune?: string;
      readonly channels: readonly CommunityChannel[];
    }
  | { readonly kind: 'sent' }
  | InquiryObstacle
  | GoneInquiry;

/** "Vorschau": keeps what was typed as a draft of the asker's own, or says what is wrong with it. */
export async function draftInquiry(
  deps: Pick<Deps, 'clock' | 'inquiries' | 'logger' | 'operator' | 'userGroupChannels'>,
  request: { readonly asker: Asker; readonly inquiryId: InquiryId; readonly typed: TypedInquiry },
): Promise<DraftInquiryResult> {
  const { asker, inquiryId } = request;
  const way = await checkWay(deps, asker);
  if (way.kind !== 'free') {
    return way;
  }
  const { memberId, channels } = way;
  const checked = checkInquiry(request.typed);
  if (checked.kind === 'invalid') {
    const { problems, fields } = checked;
    return { kind: 'invalid', inquiryId, problems, fields, ...ownCommune(deps, asker), channels };
  }
  const draft = toDraft(inquiryId, checked.fields, {
    by: memberId,
    communeId: asker.communeId,
    now: deps.clock.now(),
  });
  const kept = await keep(deps, draft);
  if (kept === undefined || kept.by !== memberId) {
    return { kind: 'gone' };
  }
  return kept.state.kind === 'draft'
    ? { kind: 'drafted', shown: toShown(deps, asker, { inquiry: kept, answers: [] }), channels }
    : { kind: 'sent' };
}

/** The draft as it is kept now; of what was sent meanwhile, and of what others wrote, nothing is changed. */
async function keep({ inquiries }: Pick<Deps, 'inquiries'>, draft: Inquiry): Promise<Inquiry | undefined> {
  if ((await inquiries.add(draft)) === 'added') {
    return draft;
  }
  const replaced = await inquiries.change(draft.id, ({ inquiry }) =>
    inquiry.state.kind === 'draft' && inquiry.by === draft.by ? { inquiry: draft } : undefined,
  );
  return replaced ?? inquiries.find(draft.id);
}

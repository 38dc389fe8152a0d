import type { Deps } from '../../deps.ts';
import type { InquiryId } from '../../domain/ids.ts';
import type { InquiryAnswer } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import { checkAsker, findShown } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry, InquiryDone, ShownInquiry } from './inquiry-results.ts';

export type ShowInquiryResult = InquiryDone<'shown'> | GoneInquiry | DeniedInquiry;

/** An inquiry with its answers. What is posted in the community's channels every member may read. */
export async function showInquiry(
  deps: Pick<Deps, 'inquiries' | 'logger' | 'operator'>,
  { asker, inquiryId }: { readonly asker: Asker; readonly inquiryId: InquiryId },
): Promise<ShowInquiryResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, inquiryId);
  return shown === undefined ? { kind: 'gone' } : { kind: 'shown', shown };
}

export type FindForRegistrationResult =
  | { readonly kind: 'found'; readonly shown: ShownInquiry; readonly answer: InquiryAnswer }
  /** Somebody else's answer; organisers alone register what others do. */
  | { readonly kind: 'not-responsible' }
  | GoneInquiry
  | DeniedInquiry;

/** The answer that becomes a use case: by whoever gave it, and by organisers. */
export async function findForRegistration(
  deps: Pick<Deps, 'inquiries' | 'logger' | 'operator'>,
  request: { readonly asker: Asker; readonly inquiryId: InquiryId; readonly number: number },
): Promise<FindForRegistrationResult> {
  const result = await showInquiry(deps, request);
  if (result.kind !== 'shown') {
    return result;
  }
  const { shown } = result;
  const answer = shown.answers.find(({ number }) => number === request.number);
  if (answer === undefined) {
    return { kind: 'gone' };
  }
  const { viewer } = shown;
  return viewer.isOrganiser || answer.by === viewer.memberId
    ? { kind: 'found', shown, answer }
    : { kind: 'not-responsible' };
}

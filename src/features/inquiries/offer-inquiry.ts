import type { Deps } from '../../deps.ts';
import { inquiryId } from '../../domain/ids.ts';
import type { InquiryId, MemberId } from '../../domain/ids.ts';
import { isOpen, mostOpenInquiries } from '../../domain/inquiry.ts';
import type { InquiryFields } from '../../domain/inquiry-form.ts';
import type { Asker } from '../../domain/member.ts';
import type { CommunityChannel } from '../../domain/user-group.ts';
import { checkAsker, organises } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry } from './inquiry-results.ts';

/** Why nothing can be asked at this moment. */
export type InquiryObstacle =
  | DeniedInquiry
  /** Organisers are told how to set one up. */
  | { readonly kind: 'no-channel'; readonly organises: boolean }
  | { readonly kind: 'too-many' };

export interface OfferedInquiryForm {
  readonly kind: 'offered';
  /** The draft will have it, so that sending the form twice makes one. */
  readonly inquiryId: InquiryId;
  /** What stands in it: of a draft that is changed. */
  readonly fields?: InquiryFields;
  readonly commune?: string;
  readonly channels: readonly CommunityChannel[];
}

type OfferDeps = Pick<Deps, 'ids' | 'inquiries' | 'logger' | 'operator' | 'userGroupChannels'>;

/** An empty form, unless there is something in the way. */
export async function offerInquiryForm(
  deps: OfferDeps,
  { asker }: { readonly asker: Asker },
): Promise<OfferedInquiryForm | InquiryObstacle> {
  const checked = await checkWay(deps, asker);
  if (checked.kind !== 'free') {
    return checked;
  }
  return {
    kind: 'offered',
    inquiryId: inquiryId(deps.ids.next()),
    ...ownCommune(deps, asker),
    channels: checked.channels,
  };
}

/** The form with what stands in the draft. */
export async function offerInquiryChange(
  deps: OfferDeps,
  { asker, inquiryId: id }: { readonly asker: Asker; readonly inquiryId: InquiryId },
): Promise<OfferedInquiryForm | InquiryObstacle | GoneInquiry | { readonly kind: 'sent' }> {
  const checked = await checkWay(deps, asker);
  if (checked.kind !== 'free') {
    return checked;
  }
  const inquiry = await deps.inquiries.find(id);
  if (inquiry === undefined || inquiry.by !== checked.memberId) {
    return { kind: 'gone' };
  }
  if (inquiry.state.kind !== 'draft') {
    return { kind: 'sent' };
  }
  const { question, more, named } = inquiry;
  return {
    kind: 'offered',
    inquiryId: id,
    fields: { question, named, ...(more !== undefined && { more }) },
    ...ownCommune(deps, asker),
    channels: checked.channels,
  };
}

/** Whether the member may ask, has room for another question, and there is somewhere to post it. */
export async function checkWay(
  deps: Pick<Deps, 'inquiries' | 'logger' | 'userGroupChannels'>,
  asker: Asker,
): Promise<
  | InquiryObstacle
  | {
      readonly kind: 'free';
      readonly memberId: MemberId;
      readonly channels: readonly CommunityChannel[];
    }
> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const channels = await deps.userGroupChannels.ofCommunity();
  if (channels.length === 0) {
    return { kind: 'no-channel', organises: organises(asker) };
  }
  const open = (await deps.inquiries.ofAsker(permission.memberId)).filter(isOpen);
  return open.length >= mostOpenInquiries
    ? { kind: 'too-many' }
    : { kind: 'free', memberId: permission.memberId, channels };
}

export function ownCommune(
  { operator }: Pick<Deps, 'operator'>,
  { communeId }: Asker,
): { readonly commune?: string } {
  const commune = communeId === undefined ? undefined : operator.current().communes.get(communeId);
  return commune === undefined ? {} : { commune: commune.name };
}

import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { changeDraft, createDraft, hasWords, keepDraftsMs } from '../../domain/announcement-steps.ts';
import { announcementId } from '../../domain/ids.ts';
import type { AnnouncementId, MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { retractConfirmation } from './ask-for-confirmation.ts';
import type { DeniedAnnouncement, DescribedAs, GoneAnnouncement } from './announcement-results.ts';
import { checkForm } from './check-form.ts';
import type { FormDeps, InvalidForm, TypedForm } from './check-form.ts';
import { describeAnnouncement } from './describe-announcement.ts';
import type { DescribeAnnouncementDeps } from './describe-announcement.ts';
import { findAnnouncement } from './find-announcement.ts';

export type DraftDeps = FormDeps &
  DescribeAnnouncementDeps &
  Pick<Deps, 'announcements' | 'broadcasts' | 'clock' | 'ids'>;

export type DraftAnnouncementResult = DescribedAs<'drafted'> | InvalidForm | DeniedAnnouncement;

/** The form becomes a draft. Sent twice, it is one draft. */
export async function draftAnnouncement(
  deps: DraftDeps,
  request: { readonly asker: Asker; readonly typed: TypedForm },
): Promise<DraftAnnouncementResult> {
  const { asker } = request;
  const checked = await checkForm(deps, asker, request.typed);
  if (checked.kind !== 'valid') {
    return checked;
  }
  const { memberId } = checked;
  const now = deps.clock.now();
  let draft = await findSame(deps, memberId, checked);
  if (draft === undefined) {
    draft = createDraft(announcementId(deps.ids.next()), checked, memberId, now);
    await deps.announcements.add(draft, now + keepDraftsMs);
  }
  return { kind: 'drafted', described: await describeAnnouncement(deps, asker, draft) };
}

/** Teams repeats what was sent with a new id. */
async function findSame(
  { announcements }: Pick<Deps, 'announcements'>,
  member: MemberId,
  words: Pick<Announcement, 'content' | 'audience'>,
): Promise<Announcement | undefined> {
  const own = await announcements.ofMember(member);
  return own.map(({ value }) => value).find((one) => one.state.kind === 'draft' && hasWords(one, words));
}

export type ChangeAnnouncementResult =
  | DescribedAs<'changed'>
  | (InvalidForm & {
      /** As it is now. */
      readonly announcement: Announcement;
    })
  | { readonly kind: 'under-way'; readonly announcement: Announcement }
  | GoneAnnouncement
  | DeniedAnnouncement;

/** The author's new words; `version` is the one whose words stood in the form. What was planned or asked for is taken back by it. */
export async function changeAnnouncement(
  deps: DraftDeps,
  request: {
    readonly asker: Asker;
    readonly announcementId: AnnouncementId;
    readonly version: number;
    readonly typed: TypedForm;
  },
): Promise<ChangeAnnouncementResult> {
  const { asker, version, typed } = request;
  for (;;) {
    const found = await findAnnouncement(deps, asker, request.announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    const { value: announcement, etag } = found.stored;
    if (announcement.by !== found.memberId) {
      return { kind: 'gone' };
    }
    const checked = await checkForm(deps, asker, typed);
    if (checked.kind === 'denied') {
      return checked;
    }
    if (checked.kind === 'invalid') {
      return { ...checked, announcement };
    }
    const now = deps.clock.now();
    const outcome = changeDraft(announcement, checked, { version, now });
    switch (outcome.kind) {
      case 'under-way':
        return { kind: 'under-way', announcement };
      case 'outdated': {
        const { fields, choices } = checked;
        return { kind: 'invalid', problems: ['outdated'], fields, choices, announcement };
      }
      case 'unchanged':
        return { kind: 'changed', described: await describeAnnouncement(deps, asker, announcement) };
      case 'changed': {
        const { announcement: changed } = outcome;
        if ((await deps.announcements.replace(changed, etag, now + keepDraftsMs)) === 'replaced') {
          await retractConfirmation(deps, announcement);
          return { kind: 'changed', described: await describeAnnouncement(deps, asker, changed) };
        }
      }
    }
  }
}

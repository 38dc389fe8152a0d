import { z } from 'zod';
import { announcementId, userGroupId } from '../domain/ids.ts';
import { TypedField } from './typed-field.ts';

const AnnouncementKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(announcementId);
const UserGroupKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(userGroupId);

const TemplateKey = z.string().regex(/^[^/\\?#]{1,60}$/);

const version = z.number().int().positive();
const one = { announcementId: AnnouncementKey };
/** The draft whose words were seen: nobody sends or confirms what they have not read. */
const seen = { ...one, version };

/** What is typed into the form. Fields with several choices are joined with commas, as Teams sends them; empty ones may be missing. */
const AnnouncementForm = z.object({
  title: TypedField,
  text: TypedField,
  link: TypedField,
  acknowledgement: TypedField,
  audience: TypedField,
  communes: TypedField,
});

/** What buttons about announcements ask for. Variants are added, never changed. */
export const announcementActions = [
  z.object({ verb: z.literal('announcement.list'), page: z.number().int().positive().max(1000) }),
  /** The form: empty, for a user group, or from a template. */
  z.object({
    verb: z.literal('announcement.offerForm'),
    userGroupId: UserGroupKey.exactOptional(),
    templateId: TemplateKey.exactOptional(),
  }),
  /** The form to the preview. */
  AnnouncementForm.extend({ verb: z.literal('announcement.draft') }),
  z.object({ verb: z.literal('announcement.showDraft'), ...one }),
  z.object({ verb: z.literal('announcement.offerChange'), ...one }),
  AnnouncementForm.extend({ verb: z.literal('announcement.change'), ...seen }),
  /** Now, or when date (`2026-11-22`) and time (`14:30`) say so; `count` is typed where one organiser is alone. */
  z.object({ verb: z.literal('announcement.send'), ...seen, count: TypedField }),
  z.object({ verb: z.literal('announcement.offerSchedule'), ...seen }),
  z.object({
    verb: z.literal('announcement.schedule'),
    ...seen,
    date: TypedField,
    time: TypedField,
    count: TypedField,
  }),
  z.object({ verb: z.literal('announcement.confirm'), ...seen }),
  z.object({ verb: z.literal('announcement.discard'), ...one }),
  z.object({ verb: z.literal('announcement.keepTemplate'), ...one }),
  z.object({ verb: z.literal('announcement.listTemplates') }),
  z.object({ verb: z.literal('announcement.removeTemplate'), templateId: TemplateKey }),
  z.object({ verb: z.literal('announcement.report'), ...one }),
  z.object({ verb: z.literal('announcement.cancel'), ...one }),
  z.object({ verb: z.literal('announcement.repeatUnclear'), ...one }),
  z.object({ verb: z.literal('announcement.showCommunes'), ...one }),
  z.object({ verb: z.literal('announcement.offerCorrection'), ...one }),
  AnnouncementForm.extend({ verb: z.literal('announcement.correct'), ...seen }),
  z.object({ verb: z.literal('announcement.askToWithdraw'), ...one }),
  z.object({ verb: z.literal('announcement.withdraw'), ...one }),
  z.object({ verb: z.literal('announcement.acknowledge'), ...one }),
] as const;

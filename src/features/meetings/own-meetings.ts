import type { MemberId } from '../../domain/ids.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { forgetAnswer, forgetInTasks } from './forget-answers.ts';

/** What a member answered to meetings, and what they told the organisers. Erased, their seats go to those who wait. */
export function ownRsvpsSource(deps: CarryOutMeetingDeps): PersonalDataSource {
  const { meetings } = deps;
  return {
    kind: 'rsvps',
    async read(member) {
      const own = await meetings.rsvpsOf(member);
      return Promise.all(
        own.map(async (rsvp) => {
          const { meetingId, communeId, answer, waitingNumber, guests, details, name, at } = rsvp;
          return {
            meeting: (await meetings.find(meetingId))?.title,
            rsvpAnswer: answer && `rsvp-${answer}`,
            waits: waitingNumber === undefined ? undefined : true,
            guests,
            guestName: name,
            details: details.map(({ question, text }) => ({ question, text })),
            communeId,
            answeredAt: at,
            checkedInAt: rsvp.checkedInAt,
            feedbackGiven: rsvp.feedbackGiven,
          };
        }),
      );
    },
    async erase(member) {
      let erased = 0;
      // Again until none is left: they may just have answered.
      for (;;) {
        const own = await meetings.rsvpsOf(member);
        for (const { meetingId } of own) {
          await forgetAnswer(deps, meetingId, member);
        }
        if (own.length === 0) {
          await forgetInTasks(deps, member);
          return erased;
        }
        erased += own.length;
      }
    },
  };
}

/** What a member planned. Erased, drafts are gone, and meetings that others can see stay as the community's, without the person. */
export function ownMeetingsSource(deps: CarryOutMeetingDeps): PersonalDataSource {
  const { meetings } = deps;
  return {
    kind: 'meetings',
    async read(member) {
      return (await meetings.ofAuthor(member)).map(
        ({ title, description, userGroupId, startsAt, endsAt, place, questions, createdAt, state }) => ({
          title,
          description,
          userGroupId,
          startsAt,
          endsAt,
          address: place.address,
          link: place.link,
          questions,
          createdAt,
          meetingState: `meeting-${state.kind}`,
        }),
      );
    },
    async erase(member) {
      const own = await meetings.ofAuthor(member);
      for (const { id } of own) {
        if ((await meetings.removeDraft(id)) === 'absent') {
          await forgetAuthor(deps, id, member);
        }
      }
      await forgetInTasks(deps, member);
      return own.length;
    },
  };
}

async function forgetAuthor(
  { clock, meetings }: CarryOutMeetingDeps,
  id: Parameters<typeof meetings.find>[0],
  member: MemberId,
): Promise<void> {
  await meetings.change(id, {}, clock.now(), ({ meeting }) => {
    const { by, ...rest } = meeting;
    return by === member ? { meeting: rest } : undefined;
  });
}

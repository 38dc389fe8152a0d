import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { forgetParticipation } from '../../domain/topic-votes.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';

type OwnDeps = ChangeTopicDeps & Pick<Deps, 'voteReservations'>;

/** What a member proposed. Erased, the request stays as the community's, without the person. */
export function ownTopicRequestsSource(deps: OwnDeps): PersonalDataSource {
  return {
    kind: 'topic-requests',
    async read(member) {
      return (await deps.topicRequests.ofAuthor(member)).map(
        ({ title, question, tags, userGroupId, createdAt, state }) => ({
          title,
          question,
          tags,
          userGroupId,
          createdAt,
          topicState: `topic-${state.kind}`,
        }),
      );
    },
    async erase(member) {
      const own = await deps.topicRequests.ofAuthor(member);
      for (const { id } of own) {
        await changeTopic(deps, id, {}, ({ request }) => {
          const { by, ...rest } = request;
          return by === member ? { request: rest } : undefined;
        });
      }
      await forgetDecider(deps, member);
      return own.length;
    },
  };
}

/** Whoever changed something that is still being told would be left out of telling: nothing is sent to them any more anyway. */
async function forgetDecider(deps: OwnDeps, member: MemberId): Promise<void> {
  for (const { id } of await deps.topicRequests.undone()) {
    await changeTopic(deps, id, {}, ({ request }) =>
      request.untold.some(({ except }) => except === member)
        ? { request: { ...request, untold: request.untold.map((one) => withoutDecider(one, member)) } }
        : undefined,
    );
  }
}

function withoutDecider(untold: TopicRequest['untold'][number], member: MemberId) {
  return untold.except === member ? { number: untold.number } : untold;
}

/** Votes, follows and offers to report, and votes that are just being given. Erased, the votes count no more. */
export function ownParticipationsSource(deps: OwnDeps): PersonalDataSource {
  return {
    kind: 'topic-participations',
    async read(member) {
      const own = await deps.topicRequests.participationsOf(member);
      const reserved = await deps.voteReservations.ofMember(member);
      const participations = await Promise.all(
        own.map(async ({ topicRequestId, votedAt, followsSince, offer }) => ({
          topic: await titleOf(deps, topicRequestId),
          votedAt,
          followedAt: followsSince,
          offeredAt: offer?.at,
          communeId: offer?.communeId,
          text: offer?.text,
        })),
      );
      const reservations = await Promise.all(
        reserved.map(async ({ topicRequestId, at }) => ({
          topic: await titleOf(deps, topicRequestId),
          reservedAt: at,
        })),
      );
      return [...participations, ...reservations];
    },
    async erase(member) {
      let erased = 0;
      // Again until none is left: a vote may just have been moved to another request.
      for (;;) {
        const own = await deps.topicRequests.participationsOf(member);
        if (own.length === 0) {
          return erased + (await deps.voteReservations.eraseOf(member));
        }
        for (const { topicRequestId, memberId } of own) {
          await changeTopic(deps, topicRequestId, { member }, ({ request, participation }) =>
            participation === undefined
              ? undefined
              : {
                  request: forgetParticipation(request, participation),
                  participation: { topicRequestId, memberId },
                },
          );
        }
        erased += own.length;
      }
    },
  };
}

/** What a member wrote about requests. Erased, it is gone. */
export function ownTopicCommentsSource(deps: OwnDeps): PersonalDataSource {
  return {
    kind: 'topic-comments',
    async read(member) {
      const own = await deps.topicRequests.commentsOf(member);
      return Promise.all(
        own.map(async ({ topicRequestId, communeId, at, text }) => ({
          topic: await titleOf(deps, topicRequestId),
          text,
          communeId,
          createdAt: at,
        })),
      );
    },
    async erase(member) {
      const own = await deps.topicRequests.commentsOf(member);
      for (const { topicRequestId, number } of own) {
        await changeTopic(deps, topicRequestId, { comment: number }, ({ request, comment }) =>
          comment === undefined
            ? undefined
            : { request: { ...request, comments: request.comments - 1 }, comment: { removed: comment } },
        );
      }
      return own.length;
    },
  };
}

/** Questions to a member whether they would report, and those that an organiser sent. Erased, the former are gone, and the latter name nobody. */
export function ownTopicInvitationsSource(deps: OwnDeps): PersonalDataSource {
  const { topicRequests } = deps;
  return {
    kind: 'topic-invitations',
    async read(member) {
      const [got, sent] = await Promise.all([
        topicRequests.invitationsOf(member),
        topicRequests.invitationsBy(member),
      ]);
      const own = await Promise.all(
        got.map(async ({ topicRequestId, useCaseId, askedAt, answer, answeredAt }) => ({
          topic: await titleOf(deps, topicRequestId),
          invitationRole: 'invited',
          useCaseId,
          askedAt,
          invitationAnswer: answer,
          answeredAt,
        })),
      );
      const asked = await Promise.all(
        sent.map(async ({ topicRequestId, useCaseId, askedAt }) => ({
          topic: await titleOf(deps, topicRequestId),
          invitationRole: 'inviting',
          useCaseId,
          askedAt,
        })),
      );
      return [...own, ...asked];
    },
    async erase(member) {
      const got = await topicRequests.invitationsOf(member);
      for (const { topicRequestId, number } of got) {
        await changeTopic(deps, topicRequestId, { invitation: number }, ({ request, invitation }) =>
          invitation === undefined ? undefined : { request, invitation: { removed: invitation } },
        );
      }
      const sent = await topicRequests.invitationsBy(member);
      for (const { topicRequestId, number } of sent) {
        await changeTopic(deps, topicRequestId, { invitation: number }, ({ request, invitation }) => {
          if (invitation === undefined) {
            return undefined;
          }
          const { askedBy: _, ...rest } = invitation;
          return { request, invitation: rest };
        });
      }
      return got.length + sent.length;
    },
  };
}

async function titleOf({ topicRequests }: ChangeTopicDeps, id: TopicRequestId): Promise<string | undefined> {
  return (await topicRequests.find(id))?.title;
}

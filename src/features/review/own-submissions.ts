import type { Deps } from '../../deps.ts';
import type { MemberId, SubmissionId } from '../../domain/ids.ts';
import type { Submission, SubmissionState } from '../../domain/submission.ts';
import type { JsonObject } from '../../ports/document-store.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import { expiryOf, tellGone } from './carry-out-submission.ts';

type SourceDeps = Pick<Deps, 'submissions' | 'broadcasts' | 'clock'>;

/**
 * What a member handed in, and what they decided as an organiser. Their own submissions go, published or not; what was published stays
 * as the community's use case. Of their decisions it stays what was decided, without them.
 */
export function ownSubmissionsSource(deps: SourceDeps): PersonalDataSource {
  return {
    kind: 'submissions',
    async read(id) {
      const [own, decided] = await findAll(deps, id);
      return [
        ...own.map((submission) => describe(submission, 'submitted')),
        ...decided.map((submission) => describe(submission, 'decided')),
      ];
    },
    async erase(id) {
      const [own, decided] = await findAll(deps, id);
      for (const submission of own) {
        await deps.submissions.remove(submission.id);
        await tellGone(deps, submission);
      }
      for (const submission of decided) {
        await forgetDecider(deps, submission.id, id);
      }
      return own.length + decided.length;
    },
  };
}

async function findAll(
  { submissions }: SourceDeps,
  member: MemberId,
): Promise<readonly [readonly Submission[], readonly Submission[]]> {
  const own = (await submissions.ofMember(member)).map(({ value }) => value);
  const decided = (await submissions.decidedBy(member)).map(({ value }) => value);
  return [own, decided.filter(({ by }) => by !== member)];
}

/** Of what others handed in, the own decision alone. */
function describe(submission: Submission, submissionRole: 'submitted' | 'decided'): JsonObject {
  const { content, submittedAt, typed, state } = submission;
  return {
    title: content.title,
    submissionRole,
    submissionState: state.kind,
    ...(submissionRole === 'submitted'
      ? { submittedAt, typed: { ...typed } }
      : { decidedAt: 'at' in state ? state.at : undefined, remark: remarkOf(state) }),
  };
}

function remarkOf(state: SubmissionState): string | undefined {
  if (state.kind === 'asked') {
    return state.question;
  }
  return state.kind === 'returned' ? state.reason : undefined;
}

async function forgetDecider(
  { submissions, clock }: SourceDeps,
  id: SubmissionId,
  member: MemberId,
): Promise<void> {
  for (;;) {
    const stored = await submissions.find(id);
    if (stored === undefined || !('by' in stored.value.state) || stored.value.state.by !== member) {
      return;
    }
    const { by: _, ...state } = stored.value.state;
    const nameless = { ...stored.value, state };
    if ((await submissions.replace(nameless, stored.etag, expiryOf(nameless, clock.now()))) === 'replaced') {
      return;
    }
  }
}

import { forgetAsker } from '../../domain/inquiry-steps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import { removeAnswer } from './answer-inquiry.ts';
import { carryOut } from './carry-out-inquiry.ts';
import type { CarryOutDeps } from './carry-out-inquiry.ts';

/**
 * What a member asked the community. Erased, a draft goes; what was posted stays as the community's question, without the person, their
 * commune and what they wrote besides.
 */
export function ownInquiriesSource(deps: CarryOutDeps): PersonalDataSource {
  const { inquiries } = deps;
  return {
    kind: 'inquiries',
    async read(member) {
      return (await inquiries.ofAsker(member)).map(
        ({ question, more, communeId, createdAt, sentAt, state }) => ({
          question,
          more,
          communeId,
          createdAt,
          sentAt,
          inquiryState: state.kind,
        }),
      );
    },
    async erase(member) {
      const own = await inquiries.ofAsker(member);
      for (const { id } of own) {
        await inquiries.remove(id, ({ state }) => state.kind === 'draft');
        const left = await inquiries.change(id, ({ inquiry }) => ({ inquiry: forgetAsker(inquiry) }));
        if (left !== undefined) {
          await carryOut(deps, id);
        }
      }
      return own.length;
    },
  };
}

/** What a member answered to others. Erased, it is gone, and posted cards follow. */
export function ownInquiryAnswersSource(deps: CarryOutDeps): PersonalDataSource {
  const { inquiries } = deps;
  return {
    kind: 'inquiry-answers',
    async read(member) {
      const answers = await inquiries.answersOf(member);
      return Promise.all(
        answers.map(async ({ inquiryId, answer }) => ({
          inquiry: (await inquiries.find(inquiryId))?.question,
          answerKind: answer.kind,
          stage: answer.stage,
          text: answer.text,
          communeId: answer.communeId,
          answeredAt: answer.at,
        })),
      );
    },
    async erase(member) {
      const answers = await inquiries.answersOf(member);
      for (const { inquiryId, answer } of answers) {
        await removeAnswer(deps, { inquiryId, by: member, kind: answer.kind });
      }
      return answers.length;
    },
  };
}

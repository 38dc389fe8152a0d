import { z } from 'zod';
import { communeId, storedMemberId, submissionId, useCaseId } from '../domain/ids.ts';
import type { MemberId, SubmissionId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { isOpen } from '../domain/submission.ts';
import type { Submission } from '../domain/submission.ts';
import { isUseCaseField, knownFields } from '../domain/use-case-form.ts';
import { newUseCase } from '../domain/use-case.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { toMemberKey } from './member-key.ts';
import { useCaseDocument } from './use-case-document.ts';
import type { Stored } from './use-cases.ts';
import { removeDocument } from './remove-document.ts';

export const submissionCollection: Collection = {
  name: 'submissions',
  indexes: ['memberKey', 'deciderKey', 'openSince', 'isUntold'],
};

const time = z.number().int();
const member = z.string().transform(storedMemberId);
const step = { at: time, by: member.exactOptional() };

const submissionDocument = defineDocument({
  name: 'submission',
  version: 1,
  schema: z.object({
    id: z.string().transform(submissionId),
    origin: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('new') }),
      z.object({ kind: z.literal('change'), useCaseId: z.string().transform(useCaseId) }),
    ]),
    /** The content as a document of its own kind, with its version: it is upgraded like every use case. */
    useCase: z.record(z.string(), z.json()),
    changed: z.array(z.string()),
    typed: z.record(z.string(), z.string()),
    by: member,
    communeId: z.string().transform(communeId).exactOptional(),
    organiser: z.literal(true).exactOptional(),
    submittedAt: time,
    round: z.number().int().positive(),
    version: z.number().int().positive(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('waiting') }),
      z.object({ kind: z.literal('asked'), question: z.string(), ...step }),
      z.object({ kind: z.literal('returned'), reason: z.string(), ...step }),
      z.object({ kind: z.literal('publishing'), ...step }),
      z.object({
        kind: z.literal('published'),
        useCaseId: z.string().transform(useCaseId),
        version: z.number().int().positive(),
        ...step,
      }),
      z.object({ kind: z.literal('withdrawn'), at: time }),
    ]),
    /** The hash under which everything of a member is found. */
    memberKey: z.string(),
    /** The same for the organiser who decided last. */
    deciderKey: z.string().exactOptional(),
    /** Of those that organisers have to look at: when they were handed in. */
    openSince: time.exactOptional(),
    isUntold: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

/** Open ones that are listed, and untold ones that are seen to at once. */
const mostAtOnce = 500;

/** Every submission. Each is an aggregate of its own, so its partition is its id. */
export class Submissions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: SubmissionId): Promise<Stored<Submission> | undefined> {
    const document = await this.#store.get(submissionCollection, { partition: id, id });
    return document && toStored(document);
  }

  async add(submission: Submission): Promise<'added' | 'exists'> {
    const { id } = submission;
    const outcome = await this.#store.transact(submissionCollection, id, [
      { kind: 'create', id, body: toBody(submission) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** `conflict`: somebody else was faster; read again and decide again. Without `expiresAt` it is kept. */
  async replace(submission: Submission, etag: string, expiresAt?: Instant): Promise<'replaced' | 'conflict'> {
    const { id } = submission;
    const body = toBody(submission);
    const outcome = await this.#store.transact(submissionCollection, id, [
      { kind: 'replace', id, etag, body, ...(expiresAt !== undefined && { expiresAt }) },
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  async remove(id: SubmissionId): Promise<'removed' | 'absent'> {
    return removeDocument(this.#store, submissionCollection, { partition: id, id });
  }

  /** What organisers have to look at, the oldest first. */
  async open(): Promise<readonly Submission[]> {
    const { documents } = await this.#store.query(submissionCollection, {
      orderBy: { field: 'openSince', direction: 'ascending' },
      limit: mostAtOnce,
    });
    return documents.map((document) => toStored(document).value);
  }

  /** Of whose last step somebody is still to be told. */
  async untold(): Promise<readonly Submission[]> {
    const { documents } = await this.#store.query(submissionCollection, {
      where: { isUntold: true },
      limit: mostAtOnce,
    });
    return documents.map((document) => toStored(document).value);
  }

  ofMember(id: MemberId): Promise<readonly Stored<Submission>[]> {
    return this.#all({ memberKey: toMemberKey(id).id });
  }

  /** Those about which this organiser decided last. */
  decidedBy(id: MemberId): Promise<readonly Stored<Submission>[]> {
    return this.#all({ deciderKey: toMemberKey(id).id });
  }

  async #all(where: NonNullable<Query['where']>): Promise<readonly Stored<Submission>[]> {
    const documents = await Array.fromAsync(everyDocument(this.#store, submissionCollection, { where }));
    return documents.map(toStored);
  }
}

function toBody({ content, adopter, untold, ...submission }: Submission) {
  const { id, by, state, submittedAt, changed, typed } = submission;
  const named = { id: useCaseId(id), title: content.title, summary: content.summary };
  const adopters = adopter === undefined ? [] : [adopter];
  const useCase = { ...newUseCase(named, submittedAt), ...content, adopters };
  const decider = 'by' in state ? state.by : undefined;
  return submissionDocument.toBody({
    ...submission,
    // Of plain JSON as it is.
    useCase: z.record(z.string(), z.json()).parse(useCaseDocument.toBody(useCase)),
    changed: [...changed],
    typed: { ...typed },
    memberKey: toMemberKey(by).id,
    ...(decider !== undefined && { deciderKey: toMemberKey(decider).id }),
    ...(isOpen(submission) && { openSince: submittedAt }),
    ...(untold && { isUntold: true }),
  });
}

function toStored({ body, etag }: StoredDocument): Stored<Submission> {
  const {
    memberKey: _m,
    deciderKey: _d,
    openSince: _o,
    isUntold,
    useCase,
    changed,
    typed,
    ...rest
  } = submissionDocument.parse(body);
  const {
    id: _i,
    adopters: [adopter],
    reportedAdopters: _ra,
    interests: _in,
    interestsReported: _ir,
    archived: _a,
    example: _e,
    provenance: _p,
    ...content
  } = useCaseDocument.parse(useCase);
  const value: Submission = {
    ...rest,
    content,
    ...(adopter !== undefined && { adopter }),
    // A field that the form no longer has is left out.
    changed: changed.filter(isUseCaseField),
    typed: knownFields(typed),
    untold: isUntold === true,
  };
  return { value, etag };
}

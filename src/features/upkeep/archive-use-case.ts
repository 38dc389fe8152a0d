import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Permission } from '../../domain/permissions.ts';
import { longestArchiveReason } from '../../domain/remark.ts';
import { cleanWords } from '../../domain/typed-words.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { endQuestions } from '../freshness/ask-contact.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import type { NotShown } from '../use-cases/show-use-case.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';

export type NotKept =
  | NotShown
  | { readonly kind: 'not-allowed'; readonly because: (Permission & { kind: 'denied' })['because'] };

/** How it is now. */
export type KeepResult =
  | { readonly kind: 'archived'; readonly useCase: UseCase }
  | { readonly kind: 'active'; readonly useCase: UseCase }
  | NotKept;

type KeepDeps = Pick<Deps, 'useCases' | 'clock' | 'logger'>;

interface KeepRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
}

/** The use case that the asker may archive or restore, as it is now. */
export async function findKept(deps: KeepDeps, request: KeepRequest): Promise<KeepResult> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  const permission = may(request.asker, 'change-use-case', useCase);
  if (permission.kind === 'denied') {
    deps.logger.warn('use-case.denied', { action: 'change-use-case', because: permission.because });
    return { kind: 'not-allowed', because: permission.because };
  }
  return toKept(useCase);
}

/** No longer found, shown or counted, nor asked about. Doing it twice does it once: the first reason stays. */
export async function archiveUseCase(
  deps: KeepDeps & Pick<Deps, 'broadcasts'>,
  { reason: typed = '', ...request }: KeepRequest & { readonly reason?: string },
): Promise<KeepResult> {
  const { clock, useCases } = deps;
  const reason = cleanWords(typed, { atMost: longestArchiveReason, lines: true });
  let before: UseCase | undefined;
  const result = await change(deps, request, 'archived', () =>
    useCases.change(request.useCaseId, (useCase) => {
      if (
        useCase.archived !== undefined ||
        may(request.asker, 'change-use-case', useCase).kind === 'denied'
      ) {
        return undefined;
      }
      before = useCase;
      const at = clock.now();
      const why = reason === '' ? {} : { reason };
      return {
        useCase: { ...useCase, archived: { at, ...why } },
        entry: { at, by: toChangedBy(request.asker), change: { kind: 'archived', ...why } },
      };
    }),
  );
  if (before !== undefined) {
    await endQuestions(deps, before);
  }
  return result;
}

/** It is found again as it was. */
export async function restoreUseCase(deps: KeepDeps, request: KeepRequest): Promise<KeepResult> {
  const { clock, useCases } = deps;
  return change(deps, request, 'active', () =>
    useCases.change(request.useCaseId, ({ archived, ...useCase }) =>
      archived === undefined || may(request.asker, 'change-use-case', useCase).kind === 'denied'
        ? undefined
        : {
            useCase,
            entry: { at: clock.now(), by: toChangedBy(request.asker), change: { kind: 'restored' } },
          },
    ),
  );
}

/** Once; when somebody else was faster, it is as they left it. */
async function change(
  deps: KeepDeps,
  request: KeepRequest,
  wanted: 'archived' | 'active',
  write: () => Promise<UseCase | undefined>,
): Promise<KeepResult> {
  const found = await findKept(deps, request);
  if (found.kind === wanted || (found.kind !== 'archived' && found.kind !== 'active')) {
    return found;
  }
  const useCase = await write();
  return useCase === undefined ? findKept(deps, request) : toKept(useCase);
}

function toKept(useCase: UseCase): KeepResult {
  return useCase.archived === undefined ? { kind: 'active', useCase } : { kind: 'archived', useCase };
}

import type { Instant, PartialDate } from './instant.ts';
import { isInFuture, parsePartialDate } from './partial-date.ts';
import { entryLimits, ruleOf } from './use-case-form.ts';
import type { TypedUseCase, UseCaseField, UseCaseProblem } from './use-case-form.ts';
import { readWebAddress } from './web-address.ts';
import { parseNumber } from './written-numbers.ts';

type SimpleProblem = Exclude<UseCaseProblem, { readonly problem: 'too-long' }>['problem'];

/** Reads one field after the other and notes what is wrong; a field with a problem reads as empty. */
export class FormReader {
  readonly problems: UseCaseProblem[] = [];
  readonly #typed: TypedUseCase;

  constructor(typed: TypedUseCase) {
    this.#typed = typed;
  }

  report(field: UseCaseField, problem: SimpleProblem): undefined {
    this.problems.push({ field, problem });
  }

  text(field: UseCaseField): string | undefined {
    const text = this.#typed[field];
    if (text === undefined || text === '') {
      return undefined;
    }
    const over = text.length - ruleOf(field).atMost;
    if (over > 0) {
      this.problems.push({ field, problem: 'too-long', over });
      return undefined;
    }
    return text;
  }

  /** 0 or more. */
  number(field: UseCaseField): number | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : (parseNumber(text) ?? this.report(field, 'bad-number'));
  }

  /** Of something that has happened. */
  date(field: UseCaseField, now: Instant): PartialDate | undefined {
    const text = this.text(field);
    if (text === undefined) {
      return undefined;
    }
    const date = parsePartialDate(text);
    if (date === undefined) {
      return this.report(field, 'bad-date');
    }
    return isInFuture(date, now) ? this.report(field, 'future-date') : date;
  }

  oneOf<Choice extends string>(field: UseCaseField, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(field);
    return text === undefined
      ? undefined
      : (choices.find((choice) => choice === text) ?? this.report(field, 'bad-choice'));
  }

  someOf<Choice extends string>(field: UseCaseField, choices: readonly Choice[]): readonly Choice[] {
    const parts = this.#parts(field, ',');
    const chosen = choices.filter((choice) => parts.includes(choice));
    if (parts.some((part) => !choices.some((choice) => choice === part))) {
      this.report(field, 'bad-choice');
    }
    return chosen;
  }

  /** One entry in each line. */
  lines(field: UseCaseField): readonly string[] {
    return this.#entries(field, '\n');
  }

  /** Like `lines`, where two may be the same. */
  rows(field: UseCaseField): readonly string[] {
    return this.#checked(field, this.#parts(field, '\n'));
  }

  tags(field: UseCaseField): readonly string[] {
    return this.#entries(field, /[,;\n]/);
  }

  address(field: UseCaseField): string | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : (readWebAddress(text) ?? this.report(field, 'bad-url'));
  }

  addresses(field: UseCaseField): readonly string[] {
    const read = this.lines(field).map(readWebAddress);
    const addresses = read.filter((address) => address !== undefined);
    if (addresses.length < read.length) {
      this.report(field, 'bad-url');
    }
    return [...new Set(addresses)];
  }

  #entries(field: UseCaseField, separator: string | RegExp): readonly string[] {
    return this.#checked(field, [...new Set(this.#parts(field, separator))]);
  }

  #checked(field: UseCaseField, entries: readonly string[]): readonly string[] {
    const isTooMuch =
      entries.length > entryLimits.entries || entries.some(({ length }) => length > entryLimits.characters);
    if (isTooMuch) {
      this.report(field, 'too-many');
    }
    return isTooMuch ? [] : entries;
  }

  #parts(field: UseCaseField, separator: string | RegExp): readonly string[] {
    const parts = this.text(field)?.split(separator) ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }
}

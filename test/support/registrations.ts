import type { AppParts } from '../../src/app.ts';
import { memberId, tenantId } from '../../src/domain/ids.ts';
import type { UseCaseId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { anna, buttonNamed, buttonsOf, tenant, TestBot, wordsOf } from './conversation.ts';
import { asBerta, berta, pressed, said } from './user-groups.ts';

export const bertasId = memberId(tenantId(tenant), berta.aadObjectId);
export const publishAtOnce = { REVIEW: 'off' };
export const musterstadt = '99001001';
export const probstadt = '99001005';

/** What somebody types into the form; the rest is there already. */
export const typed = {
  title: 'Bienenzählung im Stadtpark',
  summary: 'Kameras an den Bienenstöcken zählen, wie viele Bienen ein- und ausfliegen.',
  stage: 'pilot',
};

/** Anna organises; Berta is a member and works for Musterstadt. */
export async function startWithMember(
  environment: Readonly<Record<string, string>> = {},
  parts: AppParts = {},
): Promise<TestBot> {
  const bot = await TestBot.start({ ORGANISERS: anna.aadObjectId, ...environment }, parts);
  bot.connector.members.set(berta.id, {
    ...berta,
    email: 'berta@musterstadt.example.org',
    tenantId: tenant,
    userRole: 'user',
  });
  await bot.say('Hallo', 'personal', asBerta);
  await bot.press(pressed('commune.choose', { commune: musterstadt }), 'personal', {}, asBerta);
  return bot;
}

/** What stands in the inputs of a card: what a client sends when nothing is touched. */
export function inputsOf(value: unknown): Record<string, string> {
  const inputs: Record<string, string> = {};
  collect(value, inputs);
  return inputs;
}

function collect(value: unknown, inputs: Record<string, string>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, inputs);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const type = fields.get('type');
  const id = fields.get('id');
  if (typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string') {
    const filled = fields.get('value');
    inputs[id] = typeof filled === 'string' ? filled : '';
  }
  for (const field of fields.values()) {
    collect(field, inputs);
  }
}

type Inputs = Readonly<Record<string, unknown>>;

/** The form as it opens for Berta. */
export function openedForm(bot: TestBot, more: Inputs = asBerta) {
  return said(bot, 'Anwendungsfall eintragen', 'personal', more);
}

/** Presses a button of a form as a client does: with everything that stands in the inputs. */
export function sent(
  bot: TestBot,
  form: unknown,
  inputs: Inputs = {},
  more: Inputs = asBerta,
  title = 'Weiter',
) {
  return bot.press(buttonNamed(form, title), 'personal', { ...inputsOf(form), ...inputs }, more);
}

/** What members entered, without what came with the demo. */
export async function entered(bot: TestBot): Promise<readonly UseCase[]> {
  const all = await Array.fromAsync(bot.app.deps.useCases.all(), ({ value }) => value);
  return all.filter(({ provenance }) => provenance.createdBy !== undefined);
}

/** Asks until the index has followed the store. */
export async function found(bot: TestBot, question: string, expected: string): Promise<void> {
  while (!wordsOf(await said(bot, question, 'personal', asBerta)).includes(expected)) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

/** Berta's own, published; its id. */
export async function ownUseCase(bot: TestBot): Promise<UseCaseId> {
  await registered(bot);
  const [useCase] = await entered(bot);
  if (useCase === undefined) {
    throw new Error('nothing was entered');
  }
  return useCase.id;
}

/** The form with a use case that is there. */
export function changeOpened(bot: TestBot, useCaseId: string) {
  return bot.press(pressed('registration.offerChange', { useCaseId }), 'personal', {}, asBerta);
}

/** Fills in the form and comes to the card where it is checked. */
export async function checked(bot: TestBot, inputs: Inputs = typed, more: Inputs = asBerta) {
  return sent(bot, await openedForm(bot, more), inputs, more);
}

/** "Eintragen". */
export function submitted(bot: TestBot, card: unknown, more: Inputs = asBerta, title = 'Eintragen') {
  return bot.press(buttonNamed(card, title), 'personal', {}, more);
}

/** Fills in the form and enters it; returns what comes back. */
export async function registered(bot: TestBot, inputs: Inputs = typed, more: Inputs = asBerta) {
  return submitted(bot, await checked(bot, inputs, more), more);
}

/** The draft that a card is about. */
export function draftIdOf(card: unknown): string {
  const id = buttonsOf(card)
    .map(({ data }) => data?.['draftId'])
    .find((one) => typeof one === 'string');
  return id ?? '';
}

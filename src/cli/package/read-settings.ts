import { packageTexts } from '../../texts/package-texts.ts';

/** What stands for the placeholders `${{…}}` of the manifest. */
export interface PlaceholderValues {
  readonly BOT_ID: string;
  /** Without a slash at its end. */
  readonly PUBLIC_URL: string;
  readonly PUBLIC_HOST: string;
  readonly APP_VERSION: string;
}

export type ReadSettingsResult =
  | { readonly kind: 'settings'; readonly values: PlaceholderValues }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sampleId = '00000000-0000-0000-0000-000000000000';
/** Teams compares three numbers; a suffix such as "-beta" is none of them. */
const threeNumbers = /^\d+\.\d+\.\d+$/;

/** Reads what the package needs: the bot's id and address; its credentials are no business of Teams administrators. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): ReadSettingsResult {
  const botId = environment['BOT_ID']?.trim() ?? '';
  const publicUrl = environment['PUBLIC_URL']?.trim() ?? '';
  const problems = [findIdProblem(botId), findUrlProblem(publicUrl), findVersionProblem(version)];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) {
    return { kind: 'problems', problems: found };
  }
  const { origin, host } = new URL(publicUrl);
  return {
    kind: 'settings',
    values: { BOT_ID: botId, PUBLIC_URL: origin, PUBLIC_HOST: host, APP_VERSION: version },
  };
}

function findIdProblem(botId: string): string | undefined {
  if (botId === '') {
    return packageTexts.missingSetting('BOT_ID', '1b2c3d4e-0000-4000-8000-000000000000');
  }
  if (botId === sampleId) {
    return packageTexts.botIdSample;
  }
  return guid.test(botId) ? undefined : packageTexts.botIdWrong;
}

/** The bot serves its pages at the root, so an address with a path would lead to none of them. */
function findUrlProblem(publicUrl: string): string | undefined {
  if (publicUrl === '') {
    return packageTexts.missingSetting('PUBLIC_URL', 'https://bot.example.org');
  }
  const url = URL.parse(publicUrl);
  const isGood = url !== null && url.protocol === 'https:' && url.href === `${url.origin}/`;
  return isGood ? undefined : packageTexts.publicUrlWrong;
}

function findVersionProblem(version: string): string | undefined {
  return threeNumbers.test(version) ? undefined : packageTexts.versionWrong(version);
}

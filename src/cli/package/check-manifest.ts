import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { packageTexts } from '../../texts/package-texts.ts';

/** The schema lets 12 pass, Teams shows 10: learn.microsoft.com, "Create prompt suggestions". */
const commandsAtMost = 10;

const Version = z.object({ manifestVersion: z.string() });
const Manifest = z.object({
  bots: z.array(
    z.object({
      scopes: z.array(z.string()),
      commandLists: z
        .array(z.object({ scopes: z.array(z.string()), commands: z.array(z.unknown()) }))
        .default([]),
    }),
  ),
  supportsChannelFeatures: z.string().optional(),
});

/** Everything that keeps Teams from taking a manifest, one line each: its schema first, then the rules that no schema holds. */
export function checkManifest(manifest: unknown): readonly string[] {
  const version = Version.safeParse(manifest).data?.manifestVersion ?? '';
  const schema = findSchema(version);
  if (schema === undefined) {
    return [packageTexts.unknownSchema(version)];
  }
  const ajv = new Ajv.default({
    allErrors: true,
    strictTypes: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const validate = ajv.compile(schema);
  if (!validate(manifest)) {
    return [...new Set((validate.errors ?? []).map(toLine))];
  }
  return checkRules(Manifest.parse(manifest));
}

/** The schema that `@microsoft/app-manifest` brings for this version: no network is asked. */
function findSchema(version: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\d+\.\d+$/.test(version)) {
    return undefined;
  }
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  try {
    const text = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}

function toLine({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath === '' ? '/' : instancePath;
  const details = new Map<string, unknown>(Object.entries(params));
  const detail = (name: string) => String(details.get(name));
  switch (keyword) {
    case 'required':
      return packageTexts.fieldMissing(path, detail('missingProperty'));
    case 'additionalProperties':
      return packageTexts.fieldUnknown(path, detail('additionalProperty'));
    case 'maxLength':
      return packageTexts.tooLong(path, detail('limit'));
    case 'maxItems':
      return packageTexts.tooMany(path, detail('limit'));
    default:
      return packageTexts.breaksSchema(path, keyword);
  }
}

function checkRules({ bots, supportsChannelFeatures }: z.output<typeof Manifest>): readonly string[] {
  const problems: string[] = [];
  for (const { scopes, commandLists } of bots) {
    for (const scope of scopes) {
      const lists = commandLists.filter((list) => list.scopes.includes(scope));
      if (lists.flatMap(({ commands }) => commands).length > commandsAtMost) {
        problems.push(packageTexts.tooManyCommands(scope, commandsAtMost));
      }
    }
    // Teams refuses the upload since manifest 1.25; the field covers shared and private channels too.
    if (scopes.includes('team') && supportsChannelFeatures === undefined) {
      problems.push(packageTexts.channelFeaturesMissing);
    }
  }
  return problems;
}

import { packageTexts } from '../../texts/package-texts.ts';
import type { PlaceholderValues } from './read-settings.ts';

export interface FilledManifest {
  readonly manifest: unknown;
  readonly problems: readonly string[];
}

/** Puts the values in the place of `${{NAME}}` in every text of the manifest. Throws `SyntaxError` when it is no JSON. */
export function fillPlaceholders(template: string, values: PlaceholderValues): FilledManifest {
  const known = new Map<string, string>(Object.entries(values));
  const unknown = new Set<string>();
  const fill = (text: string) =>
    text.replaceAll(/\$\{\{(.*?)\}\}/g, (placeholder, name: string) => {
      const value = known.get(name);
      if (value === undefined) {
        unknown.add(name);
      }
      return value ?? placeholder;
    });
  const manifest: unknown = JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  );
  return { manifest, problems: [...unknown].map(packageTexts.unknownPlaceholder) };
}

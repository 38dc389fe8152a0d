import type { Activity } from 'botbuilder';

/** What of an entity is more than its type; Teams reads labels, citations and the place in a stream from it. */
export type Entity = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * The stock connector client leaves of each entity its type, text and mention alone (botframework-connector 4.23.3: the mapper `Entity` has no
 * additional properties), so that no label, citation or stream would ever arrive. Entities therefore travel in the channel data, which is left
 * as it is, and `putEntities` puts them into their place when the request is written.
 */
export function withEntities(
  activity: Partial<Activity>,
  entities: readonly Entity[],
  channelData: Readonly<Record<string, unknown>> = {},
): Partial<Activity> {
  return { ...activity, channelData: { ...channelData, [key]: entities } };
}

const key = 'entitiesAsGiven';

/** The body of a request with the entities in their place; every other body as it is. */
export function putEntities(body: unknown): unknown {
  if (typeof body !== 'string' || !body.includes(`"${key}"`)) {
    return body;
  }
  const activity: unknown = JSON.parse(body);
  if (
    !isRecord(activity) ||
    !isRecord(activity['channelData']) ||
    !Array.isArray(activity['channelData'][key])
  ) {
    return body;
  }
  const { [key]: entities, ...channelData } = activity['channelData'];
  const { channelData: _, ...rest } = activity;
  return JSON.stringify({
    ...rest,
    entities,
    ...(Object.keys(channelData).length > 0 && { channelData }),
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

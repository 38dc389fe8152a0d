import { minuteMs } from '../domain/instant.ts';
import type { TeamsActivity } from './activity.ts';
import { placeChangeOf } from './place-change.ts';

const rememberedConversations = 1_000;

/**
 * Teams tells of an installation twice (`installationUpdate` and `conversationUpdate`), and not always before the
 * removal that followed it. The latest event of a conversation counts, and one addition is news once.
 */
export class Installations {
  readonly #latest = new Map<string, { readonly at: number; readonly change: 'installed' | 'removed' }>();

  /** False for an addition that was told before, or that a later removal has undone. True for everything else. */
  isNews(activity: TeamsActivity): boolean {
    const change = placeChangeOf(activity)?.sign;
    if (change !== 'installed' && change !== 'removed') {
      return true;
    }
    const { id } = activity.conversation;
    const at = Date.parse(activity.timestamp ?? '');
    const latest = this.#latest.get(id);
    if (latest !== undefined && at < latest.at && change !== latest.change) {
      return false;
    }
    this.#remember(id, { at, change });
    return latest?.change !== change || Math.abs(at - latest.at) > minuteMs;
  }

  #remember(
    conversation: string,
    event: { readonly at: number; readonly change: 'installed' | 'removed' },
  ): void {
    this.#latest.delete(conversation);
    this.#latest.set(conversation, event);
    for (const oldest of this.#latest.keys()) {
      if (this.#latest.size <= rememberedConversations) {
        return;
      }
      this.#latest.delete(oldest);
    }
  }
}

import type { TopicRequestId } from '../../domain/ids.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { SearchDocument, SearchEngine, SearchResult } from '../../search/search-engine.ts';
import type { CreateEngine } from '../ask/use-case-catalogue.ts';

/** Requests that go into a new engine before other work has its turn again: a few milliseconds. */
const rebuiltAtOnce = 50;

/**
 * Every topic request in memory, and the index over them. Follows the store: what another process writes is here within seconds. Lists and
 * searches read it; decisions never do.
 */
export class TopicCatalogue {
  readonly #createEngine: CreateEngine;
  readonly #requests = new Map<string, TopicRequest>();
  /** Ids are given once: what was read before it went is not put again. */
  readonly #removed = new Set<string>();
  #engine: SearchEngine;
  /** The engine that is being filled while the other one serves. */
  #nextEngine: SearchEngine | undefined;
  #revision = 0;

  constructor(createEngine: CreateEngine, synonyms: readonly (readonly string[])[]) {
    this.#createEngine = createEngine;
    this.#engine = createEngine(synonyms);
  }

  /** Counts the changes of what is in it. */
  get revision(): number {
    return this.#revision;
  }

  /** All of them, in no order. */
  all(): Iterable<TopicRequest> {
    return this.#requests.values();
  }

  find(id: TopicRequestId): TopicRequest | undefined {
    return this.#requests.get(id);
  }

  /** An older version than the known one changes nothing: whoever writes one may put it at once, and the feed brings it again. */
  put(request: TopicRequest): void {
    const known = this.#requests.get(request.id);
    if (this.#removed.has(request.id) || (known !== undefined && known.version >= request.version)) {
      return;
    }
    this.#requests.set(request.id, request);
    this.#revision += 1;
    const document = toSearchDocument(request);
    const version = JSON.stringify(document.fields);
    for (const engine of [this.#engine, this.#nextEngine]) {
      // A vote changes none of its words.
      if (engine !== undefined && engine.versionOf(request.id) !== version) {
        engine.put(document, version);
      }
    }
  }

  remove(id: string): void {
    this.#removed.add(id);
    this.#revision += Number(this.#requests.delete(id));
    this.#engine.remove(id);
    this.#nextEngine?.remove(id);
  }

  /** The best first; `accept` says which of them may be found. */
  search(text: string, accept: (request: TopicRequest) => boolean, limit: number): SearchResult {
    return this.#engine.search({
      text,
      offset: 0,
      limit,
      accept: (id) => {
        const request = this.#requests.get(id);
        return request !== undefined && accept(request);
      },
    });
  }

  /** Takes over other synonyms: a new engine is filled bit by bit while the old one answers. A later call wins. */
  async rebuild(synonyms: readonly (readonly string[])[]): Promise<void> {
    const next = this.#createEngine(synonyms);
    this.#nextEngine = next;
    let count = 0;
    for (const request of this.#requests.values()) {
      const document = toSearchDocument(request);
      next.put(document, JSON.stringify(document.fields));
      count += 1;
      if (count % rebuiltAtOnce === 0) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      if (this.#nextEngine !== next) {
        return;
      }
    }
    this.#engine = next;
    this.#nextEngine = undefined;
  }
}

/** The words by which a request is found, in the fields that use cases have. */
function toSearchDocument({ id, title, question, tags, state }: TopicRequest): SearchDocument {
  const result = state.kind === 'treated' ? state.result.text : '';
  return {
    id,
    fields: {
      title,
      keywords: tags.join(', '),
      text: [question ?? '', result].filter((text) => text !== '').join('\n'),
    },
  };
}

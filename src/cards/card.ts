/** Adaptive Card elements as plain JSON, and the few shapes all our cards are made of. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: 'de';
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
  readonly actions: readonly Button[];
}

export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface Button {
  readonly type: 'Action.Execute' | 'Action.OpenUrl' | 'Action.Submit';
  readonly title: string;
  readonly [property: string]: unknown;
}

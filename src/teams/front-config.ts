/** What the front needs of the configuration. */
export interface FrontConfig {
  readonly mode: 'playground' | 'teams';
  /** Of answers that a model has composed. */
  readonly sensitivityLabel?: string;
  /** Present in `teams` mode. */
  readonly credentials?: {
    readonly id: string;
    readonly type: 'SingleTenant' | 'UserAssignedMsi';
    readonly tenantId: string;
    readonly password?: string;
  };
}

/**
 * Property tests try the same cases in every run, so that a failure can be repeated and says something about the change. Others are tried
 * with another `PROPERTY_SEED`.
 */
export const propertySeed = Number(process.env['PROPERTY_SEED'] ?? 20_261_123);

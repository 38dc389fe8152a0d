import fc from 'fast-check';

/**
 * Property tests try the same cases in every run, so that a failure can be repeated and says something about the change. Others are tried
 * with another `PROPERTY_SEED`.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });

import { readFileSync } from 'node:fs';
import { readCommunes } from '../../src/store/operator/read-communes.ts';

const file = new URL('../../src/store/operator/defaults/communes.csv', import.meta.url);

/** The communes that the product ships with. */
export const shippedCommunes = readCommunes('communes.csv', readFileSync(file, 'utf8'));

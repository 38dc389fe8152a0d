import { expect, it } from 'vitest';
import { memberId, objectIdOf, tenantId, tenantOf } from '../../src/domain/ids.ts';

it('a member id is made of the tenant and the object id, whatever the case of the latter, and gives both back', () => {
  const anna = memberId(tenantId('t1'), '0F-Anna');

  expect(tenantOf(anna)).toBe('t1');
  expect(objectIdOf(anna)).toBe('0f-anna');
});

import { describe, expect, it } from 'vitest';

import { VirtualTime } from '../support/virtual-time.ts';

const start = Date.UTC(2026, 10, 22, 9);

describe('virtual time', () => {
  it('calls in the order of the appointments, and not what was cancelled', async () => {
    const time = new VirtualTime(start);
    const calls: string[] = [];
    time.after(200, () => calls.push(`c ${time.now() - start}`));
    time.after(100, () => calls.push(`a ${time.now() - start}`));
    time.after(100, () => calls.push(`b ${time.now() - start}`));
    const cancel = time.after(150, () => calls.push('cancelled'));
    time.after(100, () => cancel());

    await time.run(() => calls.length === 3);

    expect(calls).toEqual(['a 100', 'b 100', 'c 200']);
  });

  it('says so when there is nothing to wait for', async () => {
    await expect(new VirtualTime(start).run(() => false)).rejects.toThrow('Nothing is left');
  });
});

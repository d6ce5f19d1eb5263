import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../components/app/one-at-a-time.ts';

describe('what is asked again and again', () => {
  it('never has two questions under way, and ends with the answer to the last', async () => {
    const answers: (() => void)[] = [];
    const shown: number[] = [];
    let asked = 0;
    const ask = oneAtATime(async () => {
      asked += 1;
      const mine = asked;
      await new Promise<void>((resolve) => answers.push(resolve));
      shown.push(mine);
    });
    const first = ask();
    const burst = [ask(), ask(), ask()];
    expect(asked).toBe(1);
    answers[0]?.();
    await first;
    await expect.poll(() => asked).toBe(2);
    answers[1]?.();
    await Promise.all(burst);
    expect(shown).toEqual([1, 2]);
  });

  it('goes on after a question that failed', async () => {
    let asked = 0;
    const ask = oneAtATime(async () => {
      asked += 1;
      if (asked === 1) throw new Error('lost');
    });
    const first = ask();
    const second = ask();
    await expect(first).rejects.toThrow('lost');
    await second;
    expect(asked).toBe(2);
  });
});

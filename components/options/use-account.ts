import type { AccountView } from '../../utils/model/account.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useAnswer } from '../app/use-answer.ts';

export interface KnownAccount {
  /** The account on a feed server, null where there is none; undefined until that is known. */
  readonly account: AccountView | null | undefined;
  readonly problem: Problem | null;
}

/** The account, asked for anew after every change, and when one of `about` changes. */
export function useAccount(about: readonly unknown[] = []): KnownAccount {
  const { value, problem } = useAnswer(async (surface) => {
    const answer = await surface.account();
    // Wrapped, since none is an answer too.
    return answer.ok ? { ok: true, value: { account: answer.value } } : answer;
  }, about);
  return { account: value?.account, problem };
}

/** Whether it waits for something that only the reader can give or say. */
export function waitsForReader({ standing, vanished, refused }: AccountView): boolean {
  return standing !== 'ready' || vanished > 0 || refused.length > 0;
}

import type { Account } from "../../ports/forge.ts";

/** As GitHub tells whose something is; the SDK reads a number that is too large for one as a bigint. */
export interface ToldAccount {
  readonly login: string;
  readonly id: number | bigint;
}

export function accountOf({ login, id }: ToldAccount): Account {
  return { login, id: Number(id) };
}

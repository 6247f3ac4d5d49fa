import type { Verdict } from "../gate/verdict.ts";
export type Looked = Verdict;

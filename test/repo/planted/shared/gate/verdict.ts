export type Verdict = import("../ledger/entry.ts").Entry;

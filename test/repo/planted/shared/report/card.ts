import { append } from "../ledger/append.ts";
import type { Entry } from "../ledger/entry.ts";
export const card = (entry: Entry) => append(entry);

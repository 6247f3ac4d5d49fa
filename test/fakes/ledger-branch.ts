import { createHash } from "node:crypto";
import type { LedgerBranch, LedgerChange } from "../../shared/ports/ledger-branch.ts";

export interface MemoryBranch extends LedgerBranch {
  readonly files: Map<string, Uint8Array>;
}

/** A ledger's branch in memory, held to the real one by one contract. */
export function memoryBranch(): MemoryBranch {
  const files = new Map<string, Uint8Array>();
  let commit: string | null = null;
  return {
    place: "local",
    files,
    async fetch() {
      const now = new Map(files);
      return {
        commit,
        names: [...now.keys()].filter((name) => !name.includes("/")).toSorted(),
        read: async (name) => now.get(name),
      };
    },
    async push(change: LedgerChange) {
      if (change.parent !== commit) return "rejected";
      files.set(change.name, change.bytes);
      commit = createHash("sha1").update(`${commit}${change.message}`).update(change.bytes).digest("hex");
      return "pushed";
    },
  };
}

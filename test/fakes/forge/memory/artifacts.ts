import { writeFileSync } from "node:fs";
import type { RunArtifacts } from "../../../../shared/ports/run-artifact.ts";
import type { ForgeState } from "../state.ts";
import { missing, tooLarge } from "./refusal.ts";

export function artifactsOf({ runs, artifacts }: ForgeState): RunArtifacts {
  return {
    run: async (id) => runs.find((each) => each.id === id),
    runs: async (commit) => runs.filter((each) => each.commit === commit).toSorted((a, b) => b.id - a.id),
    list: async (run) =>
      artifacts
        .filter((each) => each.run === run)
        .map(({ archive: _, ...artifact }) => artifact)
        .toSorted((a, b) => b.id - a.id),
    download: async (id, { path, maxBytes }) => {
      const found = artifacts.find((each) => each.id === id);
      if (found === undefined || found.isExpired) return missing(`artifact ${id}`);
      if (found.archive.length > maxBytes) throw tooLarge(`artifact ${id}`, maxBytes);
      writeFileSync(path, found.archive, { flag: "wx" });
    },
  };
}

import { describe, expect, test } from "vitest";
import { passFromStatus, writePassStatus } from "../../shared/report/pass-status.ts";
import { storyWords } from "../../shared/report/story.ts";
import { storyteller } from "../../shared/rollout/storyteller/storyteller.ts";
import { HEAD } from "../fakes/forge/state.ts";
import { memoryBranch } from "../fakes/ledger-branch.ts";
import { recordedLog } from "../fakes/log.ts";
import { DIGEST, entry, share } from "../shared/ledger/entries.ts";
import type { ForgeWorld, ForgeWorlds } from "./forge-world.ts";

const at = (second: number) => `2026-03-01T10:00:0${second}.000Z`;
const STORY = [
  entry({ time: at(1), event: "intent" }),
  entry({ time: at(2), event: "shifted", after: [share(DIGEST.one, 10)] }),
  entry({ time: at(3), event: "healthy", after: [share(DIGEST.one, 100)] }),
  entry({ time: at(4), event: "frozen", reason: "somebody moved traffic" }),
];

/** What a rollout says of itself, told twice: by a run, and by the next one that cannot know what was told. */
export function storyContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: the story of a rollout`, () => {
    test("is told once, however often it is told", async () => {
      const laid = await world();
      expect(await tell(laid)).toEqual([]);
      const before = structuredClone([laid.state.comments, laid.state.deployments, laid.state.issues]);
      expect(await tell(laid)).toEqual([]);
      expect([laid.state.comments, laid.state.deployments, laid.state.issues]).toEqual(before);
      expect([laid.state.comments.length, laid.state.issues.length]).toEqual([2, 1]);
    });

    test("begins with a pass on record that a status can name", async () => {
      const { forge } = await world();
      const ledger = memoryBranch();
      const record = { schema: "model-release/pass/v1", releases: [] } as const;
      await writePassStatus({ commit: HEAD, status: "pass", record, runUrl: "https://x.test/1" }, { forge, ledger });
      const readFile = async ({ path }: { path: string }) => ledger.files.get(path);
      const { statuses } = forge;
      const identity = () => forge.identity();
      expect(await passFromStatus(HEAD, { statuses, identity, readFile })).toEqual(record);
    });
  });
}

async function tell({ forge }: ForgeWorld): Promise<readonly string[]> {
  const { log, infos } = recordedLog();
  const teller = storyteller([], { forge, log, sleep: () => new Promise(() => {}), words: storyWords(null) });
  for (const line of STORY) {
    await teller.tell(line);
    await teller.finish(1);
  }
  return infos;
}

import { expect, test } from "vitest";
import type { Chain } from "../../shared/ledger/chain.ts";
import { championOf } from "../../shared/ledger/history.ts";
import { laidStory, type Story } from "../actions/promote/story.ts";
import { PACKAGES, pythonWithClients } from "../official/python.ts";
import { type EndpointView, openView, type View } from "../official/view.ts";

const SLOW = { timeout: 300_000 };
const PARENT = "projects/p/locations/europe-west4";
const [ENDPOINT, STAGING] = ["123456789", "234567890"] as const;
const PROBED = { steps: [50, 100], bakeSeconds: 1, minSamples: 30, telemetry: "probes" };
const off = { level: "off" };
/** Scores are judged: nothing is asked on a staging endpoint before. */
const CANARY = {
  rollout: PROBED,
  gates: { quality: off, slices: off, latency: off, throughput: off },
  target: { kind: "vertex", project: "p", region: "europe-west4", endpoint: ENDPOINT, bucket: "models" },
};

const python = pythonWithClients();

if (python === null) {
  test.skip(`Google's Python client sees what the ledger says (needs MODEL_RELEASE_PYTHON, a Python with ${PACKAGES.join(" ")})`, () => {});
} else {
  test("Google's Python client sees what the ledger says, after each story", SLOW, async () => {
    const story = await laidStory();
    using viewer = openView(python, { address: story.emulator.vertex, parent: PARENT, ids: [ENDPOINT, STAGING] });
    const look = async () => ({ seen: await viewer.look(), told: toldBy(await ledger(story)) });

    await story.merge("1.0.0");
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
    const first = await look();
    expect(seenOf(first.seen)).toEqual(first.told);

    await story.merge("1.1.0");
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
    const second = await look();
    expect(seenOf(second.seen)).toEqual(second.told);
    expect(second.told.traffic).not.toEqual(first.told.traffic);

    story.git("revert", "--no-edit", "HEAD");
    story.push();
    expect(await story.promote()).toMatchObject({ outcome: "healthy" });
    const back = await look();
    expect(seenOf(back.seen)).toEqual(back.told);
    expect(back.told.traffic).toEqual(first.told.traffic);

    await story.merge("1.2.0", { mood: "answers all alike", changes: CANARY });
    expect(await story.promote("--evidence", "out")).toMatchObject({
      outcome: "bad",
      reason: expect.stringContaining("scores were 0"),
    });
    const restored = await look();
    expect(seenOf(restored.seen)).toEqual(restored.told);
    expect(restored.told.traffic).toEqual(first.told.traffic);
    expect(restored.told.versions).toHaveLength(3);
  });
}

/** An endpoint and its registry by digests: what a ledger and a cloud can be compared in. */
interface Stand {
  /** By deployed models' ids. */
  readonly traffic: Readonly<Record<string, number>>;
  readonly deployed: Readonly<Record<string, string>>;
  readonly staging: EndpointView;
  /** Each once. */
  readonly versions: readonly string[];
  readonly champion: readonly string[];
}

async function ledger(story: Story): Promise<Chain> {
  return JSON.parse((await story.run("history", "--json")).printed);
}

/** Who serves, who served before and stands by, and what was ever registered. */
function toldBy(chain: Chain): Stand {
  const { after } = chain.at(-1)!;
  const champion = championOf(chain)!;
  return {
    traffic: Object.fromEntries(after.map(({ deployedModelId, percent }) => [deployedModelId, percent])),
    deployed: Object.fromEntries(
      [...champion.before, ...champion.after].map(({ deployedModelId, digest }) => [deployedModelId, digest!]),
    ),
    staging: { deployed: {}, traffic: {} },
    versions: chain.flatMap(({ event, digest }) => (event === "registered" ? [digest] : [])).toSorted(),
    champion: [champion.digest],
  };
}

function seenOf({ endpoints, versions }: View): Stand {
  const digestOf = (artifact = ""): string => `sha256:${artifact.replace(/\/$/, "").split("/").at(-1)}`;
  const { deployed, traffic } = endpoints[ENDPOINT]!;
  return {
    traffic,
    deployed: Object.fromEntries(
      Object.entries(deployed).map(([id, version]) => [id, digestOf(versions[version]?.artifact)]),
    ),
    staging: endpoints[STAGING]!,
    versions: Object.values(versions)
      .map(({ artifact }) => digestOf(artifact))
      .toSorted(),
    champion: Object.values(versions)
      .filter(({ aliases }) => aliases.includes("champion"))
      .map(({ artifact }) => digestOf(artifact)),
  };
}

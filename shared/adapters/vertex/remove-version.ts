import type { VersionReference } from "../../ports/endpoint.ts";
import type { Outcome, Running } from "../../ports/outcome.ts";
import { attempts, type Ground, MAX_RESENDS, pause, refusalOf } from "./ground.ts";
import { listVersions } from "./list-versions.ts";
import { versionName } from "./names.ts";
import { follow, untilSettled } from "./operations.ts";

/** Deletes a version. To delete it twice is to delete it once. */
export async function removeVersion(
  version: VersionReference,
  waitMs: number,
  ground: Ground,
): Promise<Outcome<null> | Running> {
  const name = versionName(version);
  for (let tries = 0; ; tries++) {
    const called = await attempts(
      "deleteModelVersion",
      async (options) => {
        const [operation] = await (await ground.clients.models()).deleteModelVersion({ name }, options);
        return operation.name ?? null;
      },
      ground,
    );
    if (called.kind === "answered") return await gone({ version, operation: called.value, waitMs }, ground);
    const outcome = refusalOf(called.fault, "deleteModelVersion", name);
    // What is absent now was still listed when the answer of the first attempt was lost: that attempt removed it.
    if (tries > 0 && outcome.kind === "absent") return { kind: "done", value: null };
    if (outcome.kind !== "ambiguous") return outcome;
    const left = await isListed(version, ground);
    if (left.kind === "done" && !left.value) return { kind: "done", value: null };
    if (left.kind !== "done" || tries === MAX_RESENDS) return outcome;
    await pause(tries, ground);
  }
}

interface Removal {
  readonly version: VersionReference;
  readonly operation: string | null;
  readonly waitMs: number;
}

function gone({ version, operation, waitMs }: Removal, ground: Ground): Promise<Outcome<null> | Running> {
  const followed = { name: operation, method: "deleteModelVersion", subject: versionName(version) } as const;
  return untilSettled({
    waitMs,
    ground,
    follow: (leftMs) => follow({ ...followed, leftMs }, ground),
    readBack: async () => {
      const left = await isListed(version, ground);
      if (left.kind !== "done") return left;
      return left.value ? "not yet" : { kind: "done", value: null };
    },
  });
}

async function isListed({ model, version }: VersionReference, ground: Ground): Promise<Outcome<boolean>> {
  const listed = await listVersions(model, ground);
  if (listed.kind !== "done") return listed;
  return { kind: "done", value: listed.value.some(({ reference }) => reference.version === version) };
}

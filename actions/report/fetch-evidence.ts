import { Failure, toFailure } from "../../shared/failure.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { RunArtifact } from "../../shared/ports/run-artifact.ts";
import type { Unpack } from "../../shared/ports/unpack.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { inWalkOrder, MOST_FILES } from "./given-evidence.ts";
import type { Subject } from "./subject.ts";

export interface FetchPorts {
  readonly forge: Forge;
  readonly log: Log;
  readonly unpack: Unpack;
  readonly makeFolder: (path: string) => Promise<void>;
  /** A folder that is gone with what it is asked for. */
  readonly scratch: () => Promise<AsyncDisposable & { readonly folder: string }>;
}

const FILE = "evidence.json";
const FIX = "Run `validate` at this head: it keeps its evidence with the run.";
const MAX_ARCHIVE_BYTES = 64 * 2 ** 20;
const MAX_BYTES = 128 * 2 ** 20;
/** Every push and every review of a head is a run of each workflow. */
const MOST_RUNS = 30;

/** The evidence that another run of this head has kept, laid into a folder that is made for it. */
export async function fetchEvidence(
  { head, measuredBy }: Subject,
  { artifact, into }: { readonly artifact: string; readonly into: string },
  ports: FetchPorts,
): Promise<void> {
  const found = await artifactOf(artifact, await runsOf(head, measuredBy, ports.forge), ports.forge);
  if (found === undefined) throw refused(`no run of ${head.slice(0, 12)} has kept an artifact ${quote(artifact)}`);
  ports.log.info(`The evidence is that of run ${found.run}, from its artifact ${quote(artifact)}.`);
  await using scratch = await ports.scratch();
  const archive = `${scratch.folder}/artifact.zip`;
  await ports.forge.artifacts.download(found.id, { path: archive, maxBytes: MAX_ARCHIVE_BYTES });
  await ports.makeFolder(into);
  try {
    await unpackEvidence(archive, into, ports.unpack);
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code !== "download-refused") throw thrown;
    throw refused(`the artifact ${quote(artifact)} of run ${found.run} ${message.replace(archive, "").trim()}`, thrown);
  }
}

/** Which commit a run was for is the forge's word: an artifact says what it likes. */
async function runsOf(head: string, measuredBy: number | null, { artifacts }: Forge): Promise<readonly number[]> {
  if (measuredBy === null) return (await artifacts.runs(head)).slice(0, MOST_RUNS).map(({ id }) => id);
  const run = await artifacts.run(measuredBy);
  return run?.commit === head ? [run.id] : [];
}

async function artifactOf(
  name: string,
  runs: readonly number[],
  { artifacts }: Forge,
): Promise<RunArtifact | undefined> {
  for (const run of runs) {
    const kept = (await artifacts.list(run)).find((each) => each.name === name && !each.isExpired);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Names in an archive could lead anywhere: each file has a folder of a number, in the order of `validate`. */
async function unpackEvidence(archive: string, into: string, unpack: Unpack): Promise<void> {
  const names: string[] = [];
  const request = { archive, into, maxBytes: MAX_BYTES, progress: () => {} };
  await unpack({ ...request, target: (member) => keepName(member, names) });
  if (names.length > MOST_FILES) throw refused(`the artifact holds ${names.length} files of evidence`);
  const places = new Map(
    names.toSorted(inWalkOrder).map((name, index) => [name, `${String(index + 1).padStart(3, "0")}/${FILE}`]),
  );
  await unpack({ ...request, target: (member) => places.get(member) ?? null });
}

function keepName(member: string, names: string[]): null {
  if (member === FILE || member.endsWith(`/${FILE}`)) names.push(member);
  return null;
}

function refused(what: string, cause?: unknown): Failure {
  return new Failure("evidence-missing", what, { fix: FIX, cause });
}

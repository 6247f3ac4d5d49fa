import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { type Emulator, startEmulator } from "../../shared/emulator/emulator.ts";
import { silentLog } from "../fakes/log.ts";
import { makeBucket, makeEndpoint, REGION } from "../laid-cloud.ts";
import { TARGET_HERE } from "./here.ts";

/** What the examples name as theirs. */
const PROJECT = "my-project";
const { endpoint: ENDPOINT, stagingEndpoint: STAGING } = TARGET_HERE;
const BUCKET = "my-models";

/** The cloud of the examples, with endpoints that serve nothing yet. */
export interface ExampleCloud extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Percents by the release's title, as `spend 1.0.0`. */
  served(): Promise<Readonly<Record<string, number>>>;
  /** Gives all traffic to the one model that is deployed with that title, as a person in the console may. */
  shiftByHand(title: string): Promise<void>;
  /** The writes to the endpoint in production since the last time that somebody asked. */
  writes(): readonly string[];
}

export async function exampleCloud(): Promise<ExampleCloud> {
  const emulator = await startEmulator({ plan: {}, runtime: embeddedRuntime(localFiles()), log: silentLog });
  await makeBucket(emulator, PROJECT, BUCKET);
  for (const id of [ENDPOINT, STAGING]) await makeEndpoint(emulator, PROJECT, id);
  const name = `projects/${PROJECT}/locations/${REGION}/endpoints/${ENDPOINT}`;
  const address = `http://${emulator.vertex}/v1/${name}`;
  const told = async () => (await send("GET", address)) as Told;
  let seen = 0;
  return {
    emulator,
    served: async () => sharesOf(await told()),
    async shiftByHand(title) {
      const { deployedModels = [] } = await told();
      const id = deployedModels.find(({ displayName }) => titleOf(displayName) === title)!.id;
      await send("PATCH", `${address}?updateMask=trafficSplit`, { trafficSplit: { [id]: 100 } });
    },
    writes() {
      const entries = emulator.requests();
      const made = entries
        .slice(seen)
        .filter(({ isMutation, resource }) => isMutation && resource.endsWith(`/${ENDPOINT}`));
      seen = entries.length;
      return made.map(({ method }) => method);
    },
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}

interface Told {
  readonly trafficSplit?: Readonly<Record<string, number>>;
  readonly deployedModels?: readonly { readonly id: string; readonly displayName: string }[];
}

function sharesOf({ trafficSplit = {}, deployedModels = [] }: Told): Readonly<Record<string, number>> {
  const titles = new Map(deployedModels.map(({ id, displayName }) => [id, titleOf(displayName)]));
  const shares = Object.entries(trafficSplit).filter(([, percent]) => percent > 0);
  return Object.fromEntries(shares.map(([id, percent]) => [titles.get(id) ?? id, percent]));
}

/** Without its digest. */
function titleOf(displayName: string): string {
  return displayName.split(" sha256", 1)[0]!;
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

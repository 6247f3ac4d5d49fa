import type { EndpointState, Split } from "../../ports/endpoint.ts";
import type { NotDone, Outcome } from "../../ports/outcome.ts";
import { attempts, type EndpointGround, MAX_RESENDS, outcomeOf, pause, READ_BACK_MS, refusalOf } from "./ground.ts";
import { readEndpoint } from "./read-endpoint.ts";

interface Shared {
  readonly split: Split;
  readonly etag: string;
  /** Written as a label, so that the endpoint changes with an equal split too: nobody says that its etag would. */
  readonly mark: string | null;
}

const MARK = "release-fence";

/** One write of the whole split, bound to what was read before it, and seen at the endpoint afterwards. */
export async function share(wish: Shared, endpoint: EndpointGround): Promise<Outcome<EndpointState>> {
  const { split, etag, mark } = wish;
  const problem = splitProblem(split, etag);
  if (problem !== null) {
    return { kind: "refused", reason: "invalid", message: problem, fix: "Share 100 % among deployed models." };
  }
  const { name, clients } = endpoint;
  const change = mark === null ? UNMARKED : await marked(mark, endpoint);
  if ("kind" in change) return change;
  for (let tries = 0; ; tries++) {
    const called = await attempts(
      "updateEndpoint",
      async (options) => {
        const { labels, paths } = change;
        const request = {
          endpoint: { name, trafficSplit: { ...split }, ...labels, etag },
          updateMask: { paths: [...paths] },
        };
        await (await clients.endpoints()).updateEndpoint(request, options);
      },
      endpoint,
    );
    const outcome = called.kind === "answered" ? null : asConflict(refusalOf(called.fault, "updateEndpoint", name));
    // From the second attempt on, whoever wrote first may have been ourselves.
    const mayBeOurs = outcome === null || outcome.kind === "ambiguous" || (outcome.kind === "conflict" && tries > 0);
    if (!mayBeOurs) return outcome;
    const withinMs = outcome === null ? READ_BACK_MS : 0;
    const seen = await seenAt({ ...wish, withinMs }, endpoint);
    if (seen !== "as before") return seen;
    const lost = outcome ?? { kind: "ambiguous", message: `${name} does not show the split that was written` };
    if (outcome === null || tries === MAX_RESENDS) return lost;
    // The etag lets it be applied once at most, even if the first is still on its way.
    await pause(tries, endpoint);
  }
}

/** What is written beside the split. */
interface Change {
  readonly labels: { readonly labels?: Readonly<Record<string, string>> };
  readonly paths: readonly string[];
}

const UNMARKED: Change = { labels: {}, paths: ["traffic_split"] };

/** All labels are written at once: those of others stay as they are, or the etag has changed. */
async function marked(mark: string, endpoint: EndpointGround): Promise<Change | NotDone> {
  const { name, clients } = endpoint;
  const called = await attempts(
    "getEndpoint",
    async (options) => {
      const [told] = await (await clients.endpoints()).getEndpoint({ name }, options);
      return told.labels ?? {};
    },
    endpoint,
  );
  const read = outcomeOf(called, "getEndpoint", name);
  if (read.kind !== "done") return read;
  return { labels: { labels: { ...read.value, [MARK]: mark } }, paths: ["traffic_split", "labels"] };
}

function splitProblem(split: Split, etag: string): string | null {
  if (etag === "") return "A split without an etag would overwrite whatever is there.";
  const percents = Object.entries(split);
  // Ours have at most 10 digits; those that the platform makes up for others have 19.
  const odd = percents.find(([id, percent]) => !/^\d{1,20}$/.test(id) || !Number.isInteger(percent) || percent < 0);
  if (odd !== undefined) return `The split gives ${JSON.stringify(odd[0])} ${odd[1]} %.`;
  const total = percents.reduce((sum, [, percent]) => sum + percent, 0);
  return percents.length === 0 || total === 100 ? null : `The split sums to ${total} %.`;
}

/** A stale etag is ABORTED or FAILED_PRECONDITION: Vertex AI documents neither. */
function asConflict(outcome: NotDone): NotDone {
  const isConflict = outcome.kind === "refused" && outcome.reason === "state";
  return isConflict ? { kind: "conflict", message: outcome.message } : outcome;
}

interface Written extends Shared {
  readonly withinMs: number;
}

/** What the endpoint shows: the split, what somebody else wrote, or still what was there before. */
async function seenAt(
  { split, etag, mark, withinMs }: Written,
  endpoint: EndpointGround,
): Promise<Outcome<EndpointState> | "as before"> {
  const endMs = endpoint.pace.nowMs() + withinMs;
  for (let tries = 0; ; tries++) {
    const read = await readEndpoint(endpoint);
    if (read.kind !== "done")
      return { kind: "ambiguous", message: `It was written, but not read back: ${read.message}` };
    const isNew = read.value.etag !== etag;
    // An equal split was there before it was written: only what changed with it tells that it was.
    if (isSameSplit(read.value.split, split) && (mark === null || isNew)) return read;
    if (isNew) {
      return {
        kind: "conflict",
        message: `${endpoint.name} was changed by somebody else: it shows ${shown(read.value.split)}`,
      };
    }
    if (endpoint.pace.nowMs() >= endMs) return "as before";
    await pause(tries, endpoint);
  }
}

function isSameSplit(one: Split, other: Split): boolean {
  return shown(one) === shown(other);
}

function shown(split: Split): string {
  const parts = Object.entries(split).filter(([, percent]) => percent > 0);
  const sorted = parts.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([id, percent]) => `${id}: ${percent} %`).join(", ") || "no traffic";
}

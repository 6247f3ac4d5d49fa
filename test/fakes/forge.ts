import { Failure } from "../../shared/failure.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import { artifactsOf } from "./forge/memory/artifacts.ts";
import { checksOf, deploymentsOf, statusesOf } from "./forge/memory/checks.ts";
import { commentsOf, issuesOf } from "./forge/memory/comments.ts";
import { pullRequestsOf } from "./forge/memory/pull-requests.ts";
import { tooLarge } from "./forge/memory/refusal.ts";
import { type ForgeState, forgeState } from "./forge/state.ts";

export interface FakeForge extends Forge {
  readonly state: ForgeState;
  /** What was asked, in order, as in `comments.create`. */
  readonly calls: string[];
  /** What calls of that name end with, until it is taken away. */
  readonly failing: Map<string, Failure>;
}

/** A forge in memory, held to the same contract as GitHub's adapter. */
export function fakeForge(laid: Partial<ForgeState> = {}): FakeForge {
  const state = forgeState(laid);
  const calls: string[] = [];
  const failing = new Map<string, Failure>();
  const watched = <T extends object>(area: string, functions: T): T => watch(functions, { area, calls, failing });
  return {
    ...watched("forge", {
      identity: async () => state.self,
      readFile: async (place: { ref: string; path: string }, maxBytes: number) => readFile(state, place, maxBytes),
    }),
    repository: state.repository,
    pullRequests: watched("pullRequests", pullRequestsOf(state)),
    comments: watched("comments", commentsOf(state)),
    checks: watched("checks", checksOf(state)),
    statuses: watched("statuses", statusesOf(state)),
    artifacts: watched("artifacts", artifactsOf(state)),
    deployments: watched("deployments", deploymentsOf(state)),
    issues: watched("issues", issuesOf(state)),
    state,
    calls,
    failing,
  };
}

interface Watch {
  readonly area: string;
  readonly calls: string[];
  readonly failing: ReadonlyMap<string, Failure>;
}

function watch<T extends object>(functions: T, { area, calls, failing }: Watch): T {
  const entries = Object.entries(functions).map(([name, act]) => {
    const call = `${area}.${name}`;
    const watched = async (...parameters: unknown[]): Promise<unknown> => {
      calls.push(call);
      const failure = failing.get(call);
      if (failure !== undefined) throw failure;
      return act(...parameters);
    };
    return [name, watched];
  });
  return Object.fromEntries(entries) as T;
}

function readFile(
  { files }: ForgeState,
  { ref, path }: { readonly ref: string; readonly path: string },
  maxBytes: number,
): Uint8Array | undefined {
  const content = files[ref]?.[path];
  if (content === undefined) return undefined;
  if (content === null) throw new Failure("file-refused", `${path} is a folder`, { fix: "Name a plain file." });
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (bytes.length <= maxBytes) return new Uint8Array(bytes);
  throw tooLarge(path, maxBytes);
}

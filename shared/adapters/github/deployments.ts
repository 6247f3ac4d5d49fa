import type { Deployment, DeploymentRequest, DeploymentStatus, Deployments } from "../../ports/deployment.ts";
import { quote } from "../../schema/phrases.ts";
import { accountOf, type ToldAccount } from "./account.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { unlessUnknown } from "./failures.ts";
import { all, PER_PAGE } from "./pages.ts";

interface Told {
  readonly id: number | bigint;
  readonly sha: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly creator: ToldAccount | null;
}

interface ToldStatus {
  readonly state: string;
  readonly description: string;
  readonly log_url?: string;
}

export function deploymentsOf(connection: Connection): Deployments {
  const { within, place } = connection;
  return {
    list: (environment) =>
      within({ what: `read the deployments to ${quote(environment)}`, needs: "deployments: read" }, (ask) =>
        unlessUnknown(newest(ask, place, { environment })),
      ),
    create: (request) => {
      const what = `record the deployment of ${request.commit.slice(0, 12)} to ${quote(request.environment)}`;
      return within({ what, needs: "deployments: write" }, (ask) => unlessUnknown(create(ask, connection, request)));
    },
    tell: (id, status) =>
      within({ what: `tell how deployment ${id} goes on`, needs: "deployments: write" }, async (ask) => {
        await ask("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
          ...place,
          deployment_id: id,
          state: status.state === "inProgress" ? "in_progress" : status.state,
          description: status.description,
          ...(status.logUrl !== null && { log_url: status.logUrl }),
        });
      }),
    statuses: (id) =>
      within({ what: `read how deployment ${id} went on`, needs: "deployments: read" }, async (ask) => {
        const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
        const told = await all(ask, ask(route, { ...place, deployment_id: id, per_page: PER_PAGE }), "statuses");
        return told.map(statusOf);
      }),
  };
}

interface Wanted {
  readonly environment: string;
  readonly sha?: string;
}

async function newest(ask: Ask, place: Connection["place"], wanted: Wanted): Promise<readonly Deployment[]> {
  const route = "GET /repos/{owner}/{repo}/deployments";
  const { data } = await ask(route, { ...place, ...wanted, per_page: PER_PAGE });
  return data.map(deploymentOf).toSorted((a, b) => b.id - a.id);
}

async function create(ask: Ask, { place, pause }: Connection, request: DeploymentRequest): Promise<Deployment> {
  const { environment, commit, description, payload, isProduction } = request;
  const asked = { environment, description, payload, ref: commit, production_environment: isProduction };
  return createOnce({
    pause,
    create: async () => {
      // Our own checks have decided: GitHub shall neither wait for others nor merge the default branch first.
      const alone = { auto_merge: false, required_contexts: [], request: { retries: 0 } };
      const { data } = await ask("POST /repos/{owner}/{repo}/deployments", { ...place, ...asked, ...alone });
      return deploymentOf(data as Told);
    },
    find: async () =>
      (await newest(ask, place, { environment, sha: commit })).find(
        (each) => each.payload === payload && each.description === description,
      ),
  });
}

function deploymentOf({ id, sha, environment, description, payload, creator }: Told): Deployment {
  return {
    id: Number(id),
    environment,
    commit: sha,
    description: description ?? "",
    payload: typeof payload === "string" ? payload : JSON.stringify(payload, plainNumber),
    author: creator && accountOf(creator),
  };
}

/** The SDK reads a whole number that is too large for one as a bigint, which JSON cannot hold. */
function plainNumber(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function statusOf({ state, description, log_url }: ToldStatus): DeploymentStatus {
  const known = state === "in_progress" ? "inProgress" : state === "pending" ? "queued" : state;
  return { state: known as DeploymentStatus["state"], description, logUrl: log_url || null };
}

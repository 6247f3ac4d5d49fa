import type { Forge } from "../../ports/forge.ts";
import { artifactsOf } from "./artifacts.ts";
import { checksOf } from "./checks.ts";
import { commentsOf } from "./comments.ts";
import { connect, type GitHubSettings } from "./connection.ts";
import { readFile } from "./contents.ts";
import { deploymentsOf } from "./deployments.ts";
import { identityOf } from "./identity.ts";
import { issuesOf } from "./issues.ts";
import { pullRequestsOf } from "./pull-requests.ts";
import { statusesOf } from "./statuses.ts";

/** GitHub, its Enterprise Server, or a forge that speaks like them. Nothing is asked before the first call. */
export function gitHubForge(settings: GitHubSettings): Forge {
  const connection = connect(settings);
  const identity = identityOf(connection);
  return {
    repository: settings.repository,
    identity,
    readFile: (place, maxBytes) => readFile(connection, place, maxBytes),
    pullRequests: pullRequestsOf(connection),
    comments: commentsOf(connection, identity),
    checks: checksOf(connection),
    statuses: statusesOf(connection),
    artifacts: artifactsOf(connection),
    deployments: deploymentsOf(connection),
    issues: issuesOf(connection, identity),
  };
}

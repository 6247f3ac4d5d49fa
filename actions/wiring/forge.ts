import type { GitHubSettings } from "../../shared/adapters/github/connection.ts";
import { Failure } from "../../shared/failure.ts";
import type { Forge } from "../../shared/ports/forge.ts";

type Environment = NodeJS.ProcessEnv;

/** The forge as the job's own variables name it; a variable that is set to nothing is none. */
export async function openForge(env: Environment, token: string): Promise<Forge> {
  const { gitHubForge } = await withoutEvent(env, () => import("../../shared/adapters/github/forge.ts"));
  return gitHubForge(settingsOf(env, token));
}

/** Where links of the forge's own begin. */
export function serverUrlOf(env: Environment): string {
  return addressOf(env, "GITHUB_SERVER_URL", "https://github.com");
}

function settingsOf(env: Environment, token: string): GitHubSettings {
  return {
    repository: env.GITHUB_REPOSITORY ?? "",
    token,
    apiUrl: addressOf(env, "GITHUB_API_URL", "https://api.github.com"),
    graphqlUrl: addressOf(env, "GITHUB_GRAPHQL_URL", "https://api.github.com/graphql"),
  };
}

/** Without a name and a password that somebody wrote into it: it is shown to people. */
function addressOf(env: Environment, name: string, usual: string): string {
  const text = env[name] || usual;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  throw new Failure("usage", `${name} is no address of a forge`, {
    fix: `Set ${name} to an address such as ${usual}.`,
  });
}

/**
 * The toolkit reads the event's file while it is loaded, and a file that is no JSON ends the process then. Whoever needs
 * the event reads it, and says what is wrong with it.
 */
async function withoutEvent<T>(env: Environment, load: () => Promise<T>): Promise<T> {
  const { GITHUB_EVENT_PATH } = env;
  delete env.GITHUB_EVENT_PATH;
  try {
    return await load();
  } finally {
    if (GITHUB_EVENT_PATH !== undefined) env.GITHUB_EVENT_PATH = GITHUB_EVENT_PATH;
  }
}

import { Failure } from "../../../shared/failure.ts";
import type { Identity, PredictionHosts } from "../../../shared/ports/prediction-hosts.ts";
import type { HttpTarget } from "../../../shared/ports/traffic.ts";
import type { CommandPorts, Invocation } from "./command.ts";

const MAX_REQUEST_BYTES = 2 ** 26;
const MAX_AUTHORITIES_BYTES = 2 ** 22;

/** A Vertex AI endpoint by its own name. */
const ENDPOINT = /^(?:vertex:\/\/)?projects\/([^/]+)\/locations\/([^/]+)\/endpoints\/([^/:]+)(?::predict)?$/;

export function isServer(operand: string): boolean {
  return /^(?:https?|vertex):\/\//i.test(operand) || ENDPOINT.test(operand);
}

export interface Server {
  readonly target: HttpTarget;
  /** Who we are to it, where that is Google's to know; to be let go of after the last request. */
  readonly identity: Identity | null;
}

/** A server, asked as TensorFlow Serving and Vertex AI are: by the request that was given, else by GET. */
export async function serverTarget(
  { operands, options }: Invocation,
  concurrency: number,
  ports: CommandPorts,
): Promise<Server> {
  const hosts = await ports.predictionHosts();
  const url = urlOf(operands[0]!, hosts);
  requireNoModelOptions(options);
  const body = await bodyFor(url, options, ports);
  const type = body === null ? {} : { "Content-Type": "application/json" };
  const trust = await trustOf(options, ports);
  const given = givenToken(options, ports);
  const identity = given === null ? await identityFor(url, trust, hosts) : null;
  const target: HttpTarget = {
    kind: "http",
    url: url.href,
    method: body === null ? "GET" : "POST",
    headers: { Accept: "*/*", ...type, ...(given === null ? {} : { Authorization: given }) },
    ...(identity === null ? {} : { authorization: identity.authorization }),
    bodies: body === null ? [] : [body],
    concurrency,
    trust,
  };
  return { target, identity };
}

type Options = Invocation["options"];

function urlOf(text: string, hosts: PredictionHosts): URL {
  const [, project, region, endpoint] = ENDPOINT.exec(text) ?? [];
  if (endpoint !== undefined) return new URL(hosts.predictUrl({ project: project!, region: region!, endpoint }));
  const url = URL.parse(text);
  if (url !== null && url.protocol === "vertex:") throw noEndpoint(text);
  if (url !== null && url.username === "" && url.password === "") return url;
  const message = url === null ? `"${text}" is no URL.` : "The URL holds a name or a password.";
  throw new Failure("usage", message, {
    fix: "Write it as http://HOST:PORT/v1/models/NAME:predict; a token goes in by --token-variable NAME.",
  });
}

function noEndpoint(text: string): Failure {
  return new Failure("usage", `"${text}" is no endpoint.`, {
    fix: "Write it as vertex://projects/PROJECT/locations/REGION/endpoints/NUMBER.",
  });
}

async function bodyFor(url: URL, options: Options, ports: CommandPorts): Promise<Uint8Array | null> {
  const input = options.get("input");
  if (typeof input === "string") {
    const body = await ports.readInput(input, MAX_REQUEST_BYTES);
    requireJson(body, input === "-" ? "The standard input" : input);
    return body;
  }
  if (!url.pathname.endsWith(":predict")) return null;
  throw new Failure("usage", `${url.pathname} is asked with a request, and there is none.`, {
    fix: "Give --input request.json.",
  });
}

function requireJson(body: Uint8Array, file: string): void {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new Failure("document-invalid", `${file} holds no JSON: ${(cause as Error).message}`, {
      fix: 'Give a request such as {"instances": [[1, 2]]}.',
      cause,
    });
  }
}

/** A token on a command line is in every list of processes: only the name of the variable that holds it is. */
function givenToken(options: Options, { variable }: CommandPorts): string | null {
  const name = options.get("token-variable");
  if (typeof name !== "string") return null;
  const token = variable(name);
  if (token !== undefined && token !== "") return `Bearer ${token}`;
  throw new Failure("usage", `The variable ${name} holds no token.`, { fix: `Set ${name}, or name another variable.` });
}

async function identityFor(url: URL, trust: HttpTarget["trust"], hosts: PredictionHosts): Promise<Identity | null> {
  if (!hosts.knowsUs(url)) return null;
  if (trust === "system") return await hosts.identity();
  throw new Failure("usage", `${url.host} is Google's, and would be told who you are on another's word.`, {
    fix: "Leave out --insecure and --ca.",
  });
}

async function trustOf(options: Options, { readInput }: CommandPorts): Promise<HttpTarget["trust"]> {
  const file = options.get("ca");
  if (typeof file !== "string") return options.has("insecure") ? "anyone" : "system";
  if (!options.has("insecure")) {
    return { authorities: new TextDecoder().decode(await readInput(file, MAX_AUTHORITIES_BYTES)) };
  }
  throw new Failure("usage", "--ca says whom to trust, and --insecure trusts anyone.", {
    fix: "Leave out one of them.",
  });
}

function requireNoModelOptions(options: Options): void {
  const misplaced = ["runtime", "signature"].find((name) => options.has(name));
  if (misplaced === undefined) return;
  throw new Failure("usage", `--${misplaced} is for a SavedModel: a server has chosen its own.`, {
    fix: `Leave out --${misplaced}.`,
  });
}

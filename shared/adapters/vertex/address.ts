import { Failure } from "../../failure.ts";

/** Where in Google Cloud a target lies. */
export interface Place {
  readonly project: string;
  readonly region: string;
}

/** Where Vertex AI's API is spoken. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** On this machine, in plain text and without credentials. */
  readonly isLocal: boolean;
}

/** Of these a host's name and a resource's are made: nothing else may get into them. */
const PROJECT = /^([a-z0-9.-]{1,100}:)?[a-z0-9-]{1,63}$/;
const REGION = /^[a-z][a-z0-9-]{0,31}$/;
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Google's own address in the region, or the emulator's where `MODEL_RELEASE_VERTEX_API` names one. */
export function vertexAddress({ region }: Place, api: string | undefined): Address {
  if (api === undefined || api === "")
    return { host: `${region}-aiplatform.googleapis.com`, port: 443, isLocal: false };
  const [, host = "", port = ""] = /^(.+):(\d{1,5})$/.exec(api) ?? [];
  if (isLoopback(host) && Number(port) >= 1 && Number(port) <= 65_535) {
    return { host, port: Number(port), isLocal: true };
  }
  throw new Failure(
    "usage",
    `MODEL_RELEASE_VERTEX_API is ${JSON.stringify(api)}, which is no address of this machine.`,
    {
      fix: "Set it to the emulator's 127.0.0.1:PORT, or remove it.",
    },
  );
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

export function checkedPlace({ project, region }: Place): Place {
  if (!PROJECT.test(project)) throw unusable("project", project);
  if (!REGION.test(region)) throw unusable("region", region);
  return { project, region };
}

function unusable(part: string, value: string): Failure {
  return new Failure("usage", `target.${part} is ${JSON.stringify(value.slice(0, 100))}, which cannot be one.`, {
    fix: `Set target.${part} to a ${part} of Google Cloud.`,
  });
}

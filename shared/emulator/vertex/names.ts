import { refusal } from "../status.ts";

/** Where things live: nothing of one region is seen in another. */
export interface Location {
  /** `projects/P/locations/L`. */
  readonly parent: string;
  readonly project: string;
  readonly region: string;
}

/** `projects/P/locations/L/endpoints/ID`, or a model with what stands behind its `@`. */
export interface ResourceName extends Location {
  readonly name: string;
  readonly id: string;
  /** A version's number or alias; null where the name has none. */
  readonly version: string | null;
}

const LOCATION = /^projects\/([^/@\s]{1,100})\/locations\/([a-z0-9-]{1,50})/;

export function locationOf(parent: string): Location {
  const [whole, project, region] = LOCATION.exec(parent) ?? [];
  if (whole !== parent || project === undefined || region === undefined) {
    throw refusal("INVALID_ARGUMENT", `Invalid resource name: "${parent}" is not projects/PROJECT/locations/LOCATION.`);
  }
  return { parent, project, region };
}

export function endpointName(name: string): ResourceName {
  return resourceName(name, "endpoints");
}

export function modelName(name: string): ResourceName {
  return resourceName(name, "models");
}

/** Any text is an id here: one that no resource can have is of none that is there. */
function resourceName(given: string, collection: string): ResourceName {
  const [whole = "", project, region] = LOCATION.exec(given) ?? [];
  const [, kind, ownId = "", version = null] =
    /^\/([a-z]+)\/([^/@]{1,200})(?:@([^/@]{1,200}))?$/.exec(given.slice(whole.length)) ?? [];
  const isRight = kind === collection && (version === null || collection === "models");
  if (project === undefined || region === undefined || !isRight) {
    const form = `projects/PROJECT/locations/LOCATION/${collection}/ID`;
    throw refusal("INVALID_ARGUMENT", `Invalid resource name: "${given.slice(0, 300)}" is not ${form}.`);
  }
  return { parent: whole, project, region, name: `${whole}/${collection}/${ownId}`, id: ownId, version };
}

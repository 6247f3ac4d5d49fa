import { Failure } from "../../failure.ts";

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The number or name that follows `endpoints/`, which becomes part of a resource's name and of a URL. */
export function checkedEndpoint(id: string): string {
  if (ID.test(id)) return id;
  throw new Failure("usage", `target.endpoint is ${JSON.stringify(id.slice(0, 100))}, which cannot be one.`, {
    fix: "Set target.endpoint to the endpoint's number, as Vertex AI shows it.",
  });
}

import { type Refusal, refusal } from "../status.ts";

const SHOWN = 80;

/** A value that its field cannot hold. */
export function misfit(field: string, value: unknown, wanted: string): Refusal {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, SHOWN);
  return badField(field, `Invalid value at '${field}': ${shown} is not ${wanted}.`);
}

/** A request of which one field is at fault, as Google's services detail it. */
export function badField(field: string, message: string): Refusal {
  const fieldViolations = [{ field, description: message }];
  return refusal("INVALID_ARGUMENT", message, [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations },
  ]);
}

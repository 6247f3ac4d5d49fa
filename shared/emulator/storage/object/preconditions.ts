import { refusal, refusedWith } from "../answer.ts";
import type { ObjectRecord } from "../state/record.ts";

/** The four that every verb takes; `Source` in their names makes them the source's of a copy. */
const NAMES = ["GenerationMatch", "GenerationNotMatch", "MetagenerationMatch", "MetagenerationNotMatch"] as const;

type Conditioned = Pick<ObjectRecord, "metageneration"> & Partial<Pick<ObjectRecord, "generation">>;

/**
 * All hold for what is there now, or it is refused. An object that is not there counts as generation 0. What asks only
 * to read is told by 304 that nothing is new, as the service does for the two negative ones.
 */
export function requireConditions(
  query: URLSearchParams,
  found: Conditioned | undefined,
  { of = "", reads = false }: { readonly of?: "" | "Source"; readonly reads?: boolean } = {},
): void {
  for (const name of NAMES) {
    const wanted = query.get(`if${of}${name}`);
    if (wanted === null) continue;
    if (!/^-?\d{1,19}$/.test(wanted)) throw refusal(400, "invalidParameter", `Invalid long value: '${wanted}'.`);
    if (holds(name, BigInt(wanted), found)) continue;
    if (reads && name.endsWith("NotMatch")) throw refusedWith({ status: 304 }, "Not Modified");
    throw refusal(412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
  }
}

function holds(name: (typeof NAMES)[number], wanted: bigint, found: Conditioned | undefined): boolean {
  switch (name) {
    case "GenerationMatch":
      return wanted === BigInt(found?.generation ?? 0);
    case "GenerationNotMatch":
      return wanted !== BigInt(found?.generation ?? 0);
    case "MetagenerationMatch":
      return found !== undefined && wanted === BigInt(found.metageneration);
    case "MetagenerationNotMatch":
      return found === undefined || wanted !== BigInt(found.metageneration);
  }
}

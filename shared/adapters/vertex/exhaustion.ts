import type { PlatformReason } from "../../ports/outcome.ts";
import type { Fault } from "./fault.ts";

const CAPACITY =
  /stock-?\s?out|out of capacity|insufficient (?:capacity|resources)|not enough (?:capacity|resources)|temporarily unavailable|does not have enough resources|resources? (?:are|is) (?:currently )?(?:un|not )available|ZONE_RESOURCE_POOL/i;
const RATE = /per[ _-]?(?:second|minute|user|day)|rate[ _-]?limit|too many requests|requests? per|qps|RATE_LIMIT/i;
const QUOTA = /quota|limit/i;

/**
 * One code says three things: too many calls, which a pause mends; a machine that nobody has left, which hot repeating
 * only makes worse; and a quota, which a person must raise. A quota counted by the minute is a rate.
 */
export function exhaustion({ message, reason }: Fault): Extract<PlatformReason, "capacity" | "rate" | "quota"> {
  const text = `${reason ?? ""} ${message}`;
  if (CAPACITY.test(text)) return "capacity";
  if (RATE.test(text)) return "rate";
  return QUOTA.test(text) ? "quota" : "rate";
}

import type { SafetyFinding } from "../../safety/finding.ts";
import { damaged, readAt } from "../bytes.ts";
import { type Content, extensionOf, nameOf } from "../content.ts";
import { scanKerasConfiguration } from "./configuration.ts";

const CONFIGURATIONS: ReadonlySet<string> = new Set(["config.json", "metadata.json"]);
const MAX_BYTES = 16 << 20;

/** Configurations inside a `.keras` archive; a loose one beside the graph is never loaded, so there only bytecode counts. */
export function findInKerasJson({ source, place }: Content): readonly SafetyFinding[] | null {
  if (extensionOf(place) !== ".json") return null;
  const isArchived = place.members.length > 0;
  const isConfiguration = isArchived && CONFIGURATIONS.has(nameOf(place));
  if (source.sizeBytes > MAX_BYTES) {
    if (isConfiguration) throw damaged("its configuration is longer than we read");
    return null;
  }
  const text = readAt(source, 0, source.sizeBytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  if (isConfiguration) return scanKerasConfiguration(text, { place, foreign: "refused" });
  if (!text.includes("class_name")) return [];
  const findings = scanKerasConfiguration(text, { place, foreign: isArchived ? "refused" : "tolerated" });
  return findings.filter((finding) => !finding.reason.startsWith("cannot be judged"));
}

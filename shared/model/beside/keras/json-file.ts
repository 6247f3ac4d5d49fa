import type { SafetyFinding } from "../../safety/finding.ts";
import { damaged, isDamage, readAt } from "../bytes.ts";
import { type Content, extensionOf, nameOf } from "../content.ts";
import { scanKerasConfiguration } from "./configuration.ts";
import { parsePythonJson } from "./json.ts";

const CONFIGURATIONS: ReadonlySet<string> = new Set(["config.json", "metadata.json"]);
const MAX_BYTES = 16 << 20;

/**
 * Configurations inside a `.keras` archive, or of a model that Keras saved as a folder; of any other JSON beside the graph
 * nothing is ever loaded, so there only bytecode counts.
 */
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
  if (!isArchived && nameOf(place) === "config.json" && isModel(text)) {
    return scanKerasConfiguration(text, { place, foreign: "refused" });
  }
  if (!text.includes("class_name")) return [];
  const findings = scanKerasConfiguration(text, { place, foreign: isArchived ? "refused" : "tolerated" });
  return findings.filter((finding) => !finding.reason.startsWith("cannot be judged"));
}

/** Others keep their settings in a `config.json` too. */
function isModel(text: string): boolean {
  try {
    const root = parsePythonJson(text);
    if (typeof root !== "object" || root === null) return false;
    return "class_name" in root && "config" in root && typeof root.config === "object";
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

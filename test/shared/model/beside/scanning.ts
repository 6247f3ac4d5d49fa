import { scanFiles } from "../../../../shared/model/beside/scan-files.ts";
import type { SafetyFinding } from "../../../../shared/model/safety/finding.ts";
import { fakeFiles } from "../../../fakes/files.ts";

/** The findings of an artifact that holds these files. */
export async function scanArtifact(contents: Record<string, Uint8Array | string>): Promise<readonly SafetyFinding[]> {
  const files = fakeFiles(Object.fromEntries(Object.entries(contents).map(([path, held]) => [`model/${path}`, held])));
  return scanFiles("model", await files.list("model"), files);
}

export async function scanBytes(path: string, bytes: Uint8Array | string): Promise<readonly SafetyFinding[]> {
  return scanArtifact({ [path]: bytes });
}

import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";
import type { Outcome } from "../../ports/outcome.ts";
import type { ModelVersion } from "../../ports/registry.ts";
import { attempts, type Ground, outcomeOf } from "./ground.ts";
import { modelVersion } from "./model-version.ts";

const PAGE_SIZE = 100;
/** More versions than any model has; a list without an end ends here. */
const MAX_PAGES = 200;

/** Every version of a model by its whole name, oldest first. */
export async function listVersions(name: string, ground: Ground): Promise<Outcome<readonly ModelVersion[]>> {
  const versions: ModelVersion[] = [];
  let pageToken = "";
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = outcomeOf(await listPage(name, pageToken, ground), "listModelVersions", name);
    // A model that was never registered has no versions.
    if (page.kind === "absent") return { kind: "done", value: [] };
    if (page.kind !== "done") return page;
    versions.push(...(page.value.models ?? []).map((told) => modelVersion(told, ground.place)));
    pageToken = page.value.nextPageToken ?? "";
    if (pageToken === "") return { kind: "done", value: versions.toSorted(byNumber) };
  }
  const message = `${name} has more than ${PAGE_SIZE * MAX_PAGES} versions`;
  return { kind: "refused", reason: "invalid", message, fix: "Delete versions that nobody needs." };
}

type Page = google.cloud.aiplatform.v1.IListModelVersionsResponse;

function listPage(name: string, pageToken: string, ground: Ground) {
  return attempts<Page>(
    "listModelVersions",
    async (options) => {
      const client = await ground.clients.models();
      const request = { name, pageSize: PAGE_SIZE, pageToken };
      const [, , page] = await client.listModelVersions(request, { ...options, autoPaginate: false });
      return page ?? {};
    },
    ground,
  );
}

function byNumber(one: ModelVersion, other: ModelVersion): number {
  return Number(one.reference.version) - Number(other.reference.version);
}

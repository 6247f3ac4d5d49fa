import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { exportVariable, getInput } from "@actions/core";

const audience = getInput("workload_identity_provider", { required: true });
// As the real one does: in the middle of the working folder.
const path = resolve("gha-creds-0123456789abcdef.json");
writeFileSync(path, JSON.stringify({ type: "external_account", audience: `//iam.googleapis.com/${audience}` }));
exportVariable("GOOGLE_APPLICATION_CREDENTIALS", path);
exportVariable("GOOGLE_CLOUD_PROJECT", getInput("project_id", { required: true }));

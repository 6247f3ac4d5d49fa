import type { Refused } from "../../ports/outcome.ts";
import type { Fault } from "./fault.ts";

const PERMISSION = /(?<![\w.@-])((?:aiplatform|artifactregistry|iam|monitoring|storage)\.(?!googleapis)\w+\.\w+)/;
const RESOURCE = /\bresource:? '?(?:\/\/[\w.-]+\/)?([\w@.:-]+\/[\w@.:/-]*[\w/-])/i;
const DISABLED = /SERVICE_DISABLED|has not been used in project|it is disabled/i;

/** The smallest of Google's own roles that holds a permission of this kind. */
const ROLES: readonly (readonly [prefix: string, role: string])[] = [
  ["iam.serviceAccounts.", "roles/iam.serviceAccountUser"],
  ["storage.objects.get", "roles/storage.objectViewer"],
  ["storage.objects.list", "roles/storage.objectViewer"],
  ["storage.", "roles/storage.objectUser"],
  ["monitoring.", "roles/monitoring.viewer"],
  ["artifactregistry.", "roles/artifactregistry.reader"],
  ["aiplatform.", "roles/aiplatform.user"],
];
const MONITORING = "roles/monitoring.viewer";
const VERTEX = "roles/aiplatform.user";

/** A denial that says which role is missing, and on what. */
export function denied(what: string, fault: Fault): Refused {
  if (DISABLED.test(`${fault.reason ?? ""} ${fault.message}`)) {
    const fix = "Enable the API that is named in the target's project.";
    return { kind: "refused", reason: "permission", message: `${what} was denied: ${fault.message}`, fix };
  }
  const permission = PERMISSION.exec(fault.message)?.[1] ?? null;
  const resource = RESOURCE.exec(fault.message)?.[1] ?? "the target's project";
  const role = roleFor(permission, what);
  const named = permission === null ? role : `${role} (it holds ${permission})`;
  return {
    kind: "refused",
    reason: "permission",
    message: `${what} was denied: ${fault.message}`,
    fix: `Grant ${named} on ${resource} to the identity that this job uses.`,
  };
}

function roleFor(permission: string | null, what: string): string {
  if (permission === null) return what.includes("telemetry") ? MONITORING : VERTEX;
  return ROLES.find(([prefix]) => permission.startsWith(prefix))?.[1] ?? VERTEX;
}

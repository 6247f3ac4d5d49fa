import { findSavedModels } from "../../shared/adapters/files/find-manifests.ts";
import type { Scaffold } from "../../shared/ports/scaffold.ts";
import { CODE_OWNERS, WORKFLOW } from "./minimal-example.ts";

/** What `init` lays into a model repository. */
export function scaffold(): Scaffold {
  return { workflow: WORKFLOW, codeOwners: CODE_OWNERS, savedModels: findSavedModels };
}

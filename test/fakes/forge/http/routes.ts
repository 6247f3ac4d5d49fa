import type { Routes } from "./answer.ts";
import { CHECK_ROUTES } from "./check-routes.ts";
import { COMMENT_ROUTES } from "./comment-routes.ts";
import { FILE_ROUTES } from "./file-routes.ts";
import { PULL_REQUEST_ROUTES } from "./pull-request-routes.ts";

/** What GitHub does with each request, as far as its description says. */
export const ROUTES: Routes = { ...PULL_REQUEST_ROUTES, ...COMMENT_ROUTES, ...CHECK_ROUTES, ...FILE_ROUTES };

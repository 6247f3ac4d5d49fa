import type { Plugin } from "rolldown";

/** A client that is made beside each of Google's, and only ever closed. */
const CLOSED = "class { close() { return Promise.resolve(); } }";
const REQUEST = "class { constructor(given) { Object.assign(this, given); } }";

const INSTEAD: Readonly<Record<string, string>> = {
  "src/iamService.js": `exports.IamClient = ${CLOSED};`,
  "src/locationService.js": `exports.LocationsClient = ${CLOSED};`,
  "protos/iam_service.js": "exports.google = {};",
  "protos/locations.js": "exports.google = {};",
  // Of a quarter of a megabyte the two messages that the library makes.
  "protos/operations.js": `exports.google = { longrunning: { CancelOperationRequest: ${REQUEST}, GetOperationRequest: ${REQUEST} } };`,
};

/** Leaves out what Google's clients bring for services that nobody here asks: their policies and their locations. */
export const withoutMixins: Plugin = {
  name: "without-mixins",
  load(id) {
    const [, path] = /\/google-gax\/build\/(.*)$/.exec(id) ?? [];
    const code = path === undefined ? undefined : INSTEAD[path];
    return code === undefined ? null : { code, moduleType: "js" };
  },
};

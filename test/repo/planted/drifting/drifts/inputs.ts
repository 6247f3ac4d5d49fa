export const INPUTS = { manifest: {}, "dryrun": {} };

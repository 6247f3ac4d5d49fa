export const INPUTS = { manifest: {}, "dry-run": {} };

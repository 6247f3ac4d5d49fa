import type { JudgedEffect } from "./effect.ts";

/** Operators whose arguments decide. */
export const JUDGED: Readonly<Record<JudgedEffect, string>> = {
  checkpoint: `
    DTensorRestoreV2 MergeV2Checkpoints Restore RestoreSlice RestoreV2 Save SaveSlices SaveV2
  `,
  table: `
    InitializeTableFromTextFile InitializeTableFromTextFileV2
  `,
  print: `
    PrintV2
  `,
  cache: `
    CacheDataset CacheDatasetV2
  `,
  option: `
    Copy CopyHost DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DecodeProtoV2
    EncodeProto FixedUnigramCandidateSampler
  `,
  compiled: `
    XlaCallModule
  `,
};

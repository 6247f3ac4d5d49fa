/**
 * Rows that are summed in ordinary doubles before their sum is added to that of the others. Shards are whole multiples of
 * it, and rows are always cut where it ends: so no bit of a sum depends on how they were handed over.
 */
export const BLOCK_ROWS = 8192;

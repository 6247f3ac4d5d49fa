/** Seeds that once found something: they are played first, for ever. */
export const FOUND_SEEDS: readonly number[] = [
  88, 109, 113, 118, 240, 255, 265, 294, 371, 397, 443, 449, 657, 681, 786, 879, 962, 1028, 1184, 1188, 1214, 1448,
  1658, 1938, 2282, 3191, 71750,
];

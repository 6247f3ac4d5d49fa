export const verdict = async () => import("../report/card.ts");

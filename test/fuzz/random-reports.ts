import { boundedness } from "../shared/report/bounded.ts";
import { randomReport } from "../shared/report/random-report.ts";
import { seeded } from "../shared/statistics/random.ts";

/** None is too long, whatever it holds, and none lacks its verdict or what is in its way. */
export function renderRandomReports(seed: number, cases: number): { readonly shortened: number } {
  const draw = seeded(seed);
  let shortened = 0;
  for (let run = 0; run < cases; run += 1) {
    const { faults, isShortened } = boundedness(randomReport(draw));
    if (faults.length > 0) throw new Error(`seed ${seed}, report ${run}: ${faults.slice(0, 5).join(", ")}`);
    shortened += isShortened ? 1 : 0;
  }
  return { shortened };
}

import type { ReleaseReport, Run } from "../../report.ts";
import { reproduceCommand } from "../../sections/reproduce.ts";
import { type Html, html, text } from "../markup.ts";

/** The same walk on a person's machine. */
export function reproduceContent(release: ReleaseReport, run: Run | null): Html {
  return html`<p>In a checkout of the head:</p>
<pre tabindex="0"><code>${text(reproduceCommand(release, run))}</code></pre>`;
}

import { type Html, html, text } from "./markup.ts";
import { contentSecurityPolicy, STYLESHEET } from "./stylesheet.ts";

/** What every page begins with: nothing is loaded, nothing is run, and whoever is linked to learns nothing of it. */
export function head(title: string, stylesheet: string = STYLESHEET): Html {
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(contentSecurityPolicy(stylesheet))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(title, 200)}</title>
<style>${stylesheet as Html}</style>
</head>`;
}

import { head } from "./head.ts";
import { type Html, html, text } from "./markup.ts";
import { facts } from "./parts.ts";
import { chapterArticle } from "./story/chapter.ts";
import { ledgerTable } from "./story/ledger-table.ts";
import type { Chapter, Story } from "./story/story.ts";
import { STORY } from "./story/style.ts";
import { timeline } from "./story/timeline.ts";
import { STYLESHEET } from "./stylesheet.ts";

const STYLE = `${STYLESHEET}${STORY}`;

/** One file that holds all it needs: it asks nobody for anything, and runs nothing. */
export function renderStory(story: Story): string {
  const { title, summary, headlines, chapters, chain } = story;
  return html`<!doctype html>
<html lang="en">
${head(title, STYLE)}
<body>
<a class="skip" href="#main">Skip to the story</a>
<header class="top"><h1>${text(title)}</h1></header>
${contents(chapters)}
<main id="main" tabindex="-1">
<section class="overview story" aria-labelledby="overview">
<h2 id="overview">At a glance</h2>
<p>${text(summary)}</p>
<div class="headlines">${facts(headlines.map(([name, value]) => [name, text(value)] as const))}</div>
${timeline(story)}
</section>
${chapters.map((chapter, index) => chapterArticle(chapter, index + 1))}
<article class="release" id="ledger" aria-labelledby="ledger-title">
<header><h2 id="ledger-title">The whole ledger</h2><p>A hash chain on a branch of the repository itself, and all that a run has to remember.</p></header>
<section>${ledgerTable("Every line, the oldest first", chain)}</section>
</article>
</main>
<footer class="bottom"><p>Written by model-release. This file loads nothing and runs nothing.</p></footer>
</body>
</html>
`;
}

function contents(chapters: readonly Chapter[]): Html {
  const links = chapters.map(
    ({ title }, index) => html`<li><a href="#s${index + 1}">${index + 1}. ${text(title)}</a></li>`,
  );
  return html`<nav class="contents" aria-label="Contents"><ul><li><a href="#overview">At a glance</a></li>${links}<li><a href="#ledger">The whole ledger</a></li></ul></nav>`;
}

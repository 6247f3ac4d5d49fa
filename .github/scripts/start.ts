import { join } from "node:path";

// npm start: the demo, as whoever installs the suite has it. The sources' own is `npm run -s model-release -- demo`.
process.argv.splice(2, 0, "demo");
await import(join(import.meta.dirname, "../../actions/dist/model-release.js"));

/** Colours by what they mean, light and dark; each text has a contrast of at least 4.5 to what it stands on. */
export const PALETTE = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --paper: #ffffff; --sunk: #eef0f4; --ink: #171a1f; --soft: #4f5865; --line: #d8dce3;
  --link: #1c56b0; --challenger: #1f5fbf; --champion: #a05a10; --positive: #0a7770; --negative: #7d4fa5;
  --pass: #12683a; --pass-tint: #e3f3e9; --fail: #ae241c; --fail-tint: #fbe8e6; --open: #7f5200; --open-tint: #fcf0d6;
  --shadow: 0 1px 2px rgb(20 25 35 / 6%), 0 4px 16px rgb(20 25 35 / 4%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1115; --paper: #161a20; --sunk: #1d222a; --ink: #e7eaee; --soft: #a9b2be; --line: #2d343e;
    --link: #8bb8ff; --challenger: #7db0ff; --champion: #e3a75c; --positive: #5ecdc4; --negative: #caa5ef;
    --pass: #6fd394; --pass-tint: #12291c; --fail: #ff9d93; --fail-tint: #361917; --open: #f0c063; --open-tint: #2f240d;
    --shadow: none;
  }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --paper: #ffffff; --sunk: #f2f3f5; --ink: #000000; --soft: #444b55; --line: #c4c9d1;
    --link: #000000; --challenger: #1f5fbf; --champion: #a05a10; --positive: #0a7770; --negative: #7d4fa5;
    --pass: #12683a; --pass-tint: #e3f3e9; --fail: #ae241c; --fail-tint: #fbe8e6; --open: #7f5200; --open-tint: #fcf0d6;
    --shadow: none;
  }
}
`;

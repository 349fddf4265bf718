/** The style of the sign-in page; the page's own tokens, repeated because nothing else is needed. */
export const signInCss = `:root {
  color-scheme: light dark;
  --accent: oklch(0.5 0.13 205);
  --ink: oklch(0.24 0.015 245);
  --muted: oklch(0.48 0.015 245);
  --line: oklch(0.9 0.006 240);
  --canvas: oklch(0.985 0.002 230);
  --surface: white;
  --tint: oklch(0.95 0.025 205);
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: oklch(0.78 0.11 200);
    --ink: oklch(0.955 0.004 240);
    --muted: oklch(0.74 0.01 240);
    --line: oklch(0.31 0.01 240);
    --canvas: oklch(0.17 0.008 240);
    --surface: oklch(0.205 0.009 240);
    --tint: oklch(0.29 0.035 205);
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  align-content: center;
  background: var(--canvas);
  color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif;
}
main { width: min(560px, 100%); margin: 0 auto; padding: 32px 16px; }
h1 { margin: 0; font-size: 24px; line-height: 1.25; text-wrap: balance; }
.lead { margin: 8px 0 24px; color: var(--muted); }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 12px; }
button { font: inherit; text-align: start; cursor: pointer; }
.person {
  display: flex;
  gap: 16px;
  align-items: flex-start;
  width: 100%;
  padding: 16px;
  border: 1px solid var(--line);
  border-radius: 14px;
  background: var(--surface);
  color: inherit;
}
.person:hover { border-color: var(--accent); }
.act {
  display: block;
  max-width: 100%;
  min-height: 32px;
  margin-inline-start: 64px;
  padding: 4px 8px;
  border: 0;
  border-radius: 8px;
  background: none;
  color: var(--accent);
  font-size: 14px;
  overflow-wrap: anywhere;
}
.act:hover { text-decoration: underline; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.avatar {
  flex: none;
  display: grid;
  place-items: center;
  width: 40px;
  height: 40px;
  border-radius: 50%;
  background: var(--tint);
  color: var(--accent);
  font-size: 14px;
  font-weight: 600;
}
a.go {
  display: inline-block;
  padding: 8px 16px;
  border-radius: 8px;
  background: var(--accent);
  color: var(--surface);
  font-weight: 600;
  text-decoration: none;
}
a.go:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (pointer: coarse) {
  body { font-size: 16px; }
  .act, a.go { min-height: 44px; }
  a.go { padding-block: 10px; }
}
.who { min-width: 0; overflow-wrap: anywhere; }
.name { font-weight: 600; margin-inline-end: 6px; }
.username { color: var(--muted); font-size: 14px; }
.story { display: block; font-size: 14px; color: var(--muted); }
`;

// What the build writes before static/sw.js (app/build/page.py): path below the page -> SHA-256, that
// of the page by ''.
declare const sums: Record<string, string>;

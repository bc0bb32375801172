// Bundles modules into one script. Usage: node script.cjs JOB.json.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

/** @type {{ vendor: string, modules: Record<string, string>, entry: string, out: string }} */
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
// esbuild for browsers: it needs no other program and touches no file.
Object.assign(globalThis, { self: globalThis });
const esbuild = require(path.join(job.vendor, "browser.min.js"));
const NAMESPACE = "page";

const modules = {
  name: "modules",
  /** @param {EsbuildHooks} build */
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path: name, kind }) => {
      if (name in job.modules) return { path: name, namespace: NAMESPACE };
      if (kind === "dynamic-import") return { path: name, external: true };
      return { errors: [{ text: `there is no module ${name}` }] };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => (
      { contents: job.modules[name] }
    ));
  },
};

async function main() {
  const wasmModule = await WebAssembly.compile(fs.readFileSync(path.join(job.vendor, "esbuild.wasm")));
  await esbuild.initialize({ wasmModule, worker: false });
  const { outputFiles, warnings } = await esbuild.build({
    stdin: { contents: job.entry },
    plugins: [modules],
    bundle: true,
    charset: "ascii",
    // PyScript waits where only a module may, so all of it becomes the body of a function.
    format: "esm",
    banner: { js: '"use strict";(async () => {' },
    footer: { js: "})();" },
    // The script has no URL of its own: it is part of the page.
    define: { "import.meta.url": "location.href", "import.meta": "{}" },
    legalComments: "inline",
    logLevel: "silent",
    write: false,
  });
  if (warnings.length) throw { errors: warnings };
  fs.writeFileSync(job.out, outputFiles[0].contents);
}

main().then(() => process.exit(0), (error) => {
  const [first] = error.errors ?? [];
  const { file, line, column } = first?.location ?? {};
  console.log(first ? `${file}:${line}:${column}: ${first.text}` : String(error));
  process.exit(1);
});

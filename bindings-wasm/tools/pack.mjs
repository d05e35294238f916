// Makes the npm package: optimises the modules, bundles the entries, writes the manifest, packs the
// tarball into `dist/` of the repository. `cargo run -p xtask -- npm` has to run before.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(here);
const generated = join(here, "js/generated");
const out = join(here, "pkg");
const dist = join(root, "dist");

/** The oldest browsers of VERSIONS.md, in esbuild's words. */
const TARGET = ["node20", "chrome115", "firefox115", "safari16.4"];

/** What Rust's own code uses; with more, wasm-opt would write what no platform reads yet. */
const FEATURES = [
	"bulk-memory",
	"bulk-memory-opt",
	"multivalue",
	"mutable-globals",
	"nontrapping-float-to-int",
	"reference-types",
	"sign-ext",
].map((feature) => `--enable-${feature}`);

function optimised(name) {
	const [from, to] = [join(generated, `${name}_bg.wasm`), join(generated, `${name}.opt.wasm`)];
	const tool = join(here, "node_modules/binaryen/bin/wasm-opt");
	const flags = ["-Oz", "--converge", "--strip-debug", "--strip-producers", ...FEATURES];
	execFileSync(process.execPath, [tool, from, "-o", to, ...flags], { stdio: "inherit" });
	execFileSync(join(root, "target/debug/xtask"), ["gzip", to], { stdio: "inherit" });
	const text = readFileSync(`${to}.gz`, "base64");
	writeFileSync(join(generated, `${name}.wasm.js`), `export default "${text}";\n`);
}

async function bundle(entry, name) {
	for (const [format, file] of [
		["esm", `${name}.js`],
		["cjs", `${name}.cjs`],
	]) {
		await build({
			entryPoints: [join(here, "js", entry)],
			outfile: join(out, file),
			bundle: true,
			minify: true,
			// People see them in the console and in stack traces.
			keepNames: true,
			// Node shows the line of an error that nobody caught: not one with the whole module in it.
			lineLimit: 200,
			format,
			target: TARGET,
			platform: "neutral",
			mainFields: ["module", "main"],
			legalComments: "none",
			charset: "utf8",
			logLevel: "warning",
		});
	}
}

function types(name) {
	const text = readFileSync(join(generated, `${name}.d.ts`), "utf8");
	writeFileSync(join(out, `${name}.d.ts`), text.replaceAll("@@INDEX@@", "./index.js"));
	writeFileSync(join(out, `${name}.d.cts`), text.replaceAll("@@INDEX@@", "./index.cjs"));
}

function entry(name) {
	return {
		import: { types: `./${name}.d.ts`, default: `./${name}.js` },
		require: { types: `./${name}.d.cts`, default: `./${name}.cjs` },
	};
}

function manifest() {
	const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
	const fact = (key) => cargo.match(new RegExp(`^${key} = "(.*)"`, "m"))[1];
	return {
		name: "interserver-client",
		version: fact("version"),
		description:
			"Unofficial client for the InterServer hosting API: VPSs, DNS, billing, tickets. For browsers and Node",
		keywords: ["interserver", "hosting", "vps", "dns", "soap", "api", "client", "webassembly"],
		license: "MIT OR Apache-2.0",
		repository: { type: "git", url: `git+${fact("repository")}.git`, directory: "bindings-wasm" },
		type: "module",
		sideEffects: false,
		main: "./index.cjs",
		module: "./index.js",
		types: "./index.d.ts",
		exports: {
			".": entry("index"),
			"./sandbox": entry("sandbox"),
			"./package.json": "./package.json",
		},
		engines: { node: ">=20" },
	};
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
mkdirSync(dist, { recursive: true });
for (const name of ["client", "sandbox"]) optimised(name);
await bundle("client.js", "index");
await bundle("sandbox.js", "sandbox");
types("index");
types("sandbox");
writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join(root, file), join(out, file));
if (existsSync(join(here, "README.md"))) cpSync(join(here, "README.md"), join(out, "README.md"));
const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", dist], {
	cwd: out,
	encoding: "utf8",
	shell: process.platform === "win32",
});
const listing = JSON.parse(packed);
const { filename, size } = Object.values(listing)[0];
const gzipped = gzipSync(readFileSync(join(out, "index.js")), { level: 9 }).length;
console.log(`dist/${filename}: ${size} bytes; index.js gzipped: ${gzipped} bytes`);

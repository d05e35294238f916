// The examples, each as a person would start it, on the sandbox.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";

const source = join(import.meta.dirname, "../../examples/node");
// A copy beside the unpacked package, so that its name leads there.
const folder = join(import.meta.dirname, "node_modules/.examples");
cpSync(source, folder, { recursive: true });
after(() => rmSync(folder, { recursive: true }));

const expected = {
	"inventory-csv.mjs": [
		[],
		/^module,id,label,status,ip\n"vps","10001","web1\.example\.com","active","198\.51\.100\.11"\n/,
	],
	"restart.mjs": [["web1.example.com"], /^web1\.example\.com is running\n$/],
	"unpaid.mjs": [[], /^vps\t\d+\t\d{4}-\d\d-\d\d\t\d+\.\d\d\n[\s\S]*total\t\t\t\d+\.\d\d\n$/],
	"dns-challenge.mjs": [
		["1", "shop.example.com", "token"],
		/^added record (\d+)\ndeleted record \1\n$/,
	],
	"buy.mjs": [
		["new.example.com", "aB3$efgh", "--yes"],
		/costs \d+\.\d\d USD\nordered; to be paid: \d+\n$/,
	],
	"ticket.mjs": [["Hello", "Is it down?"], /^Hello: 2 messages\n$/],
	"open-tickets.mjs": [["2"], /^\d+\t\S+Z\t.*\n\d+\t\S+Z\t.*\n$/],
	"backup.mjs": [[], /^10001\tweb1\.example\.com\tqueued\n/],
	"zone.mjs": [
		["fresh-example.net", "203.0.113.5"],
		/fresh-example\.net\tMX\tmail\.fresh-example\.net\n/,
	],
	"raw.mjs": [["api_vps_get_service", "id=10001"], /"vps_id": 10001,/],
};

test("each example is run", () => {
	const files = readdirSync(source).filter((name) => name !== "client.mjs");
	assert.deepEqual(files.sort(), Object.keys(expected).sort());
});

for (const [file, [given, output]] of Object.entries(expected)) {
	test(file, async () => {
		const script = [join(folder, file), ...given, "--sandbox"];
		const { stdout } = await promisify(execFile)(process.execPath, script);
		assert.match(stdout, output);
	});
}

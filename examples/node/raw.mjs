// Any function by its wire name: node raw.mjs api_vps_get_service id=10001 [--sandbox]

import { connect, given } from "./client.mjs";

const [name, ...pairs] = given;
const client = await connect();
const value = await client.call(name, Object.fromEntries(pairs.map((pair) => pair.split("="))));
console.log(JSON.stringify(value, null, 2));

// MiniSearch over texts and queries that jieba has cut: node minisearch.mjs FILE, with {"texts", "queries"}; prints
// what each query finds, the best first, and the size of all that a first query needs (gzip).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";

const { texts, queries } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const index = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" ") });
const started = process.cpuUsage();
index.addAll(texts.map((text, id) => ({ id, text })));
const { user, system } = process.cpuUsage(started);
const library = readFileSync(new URL("node_modules/minisearch/dist/umd/index.js", import.meta.url));
const bytes = gzipSync(library).length + gzipSync(JSON.stringify(index)).length;
const found = queries.map((query) => index.search(query, { combineWith: "AND" }).map(({ id }) => id));
process.stdout.write(JSON.stringify({ found, bytes, seconds: (user + system) / 1e6, memory: process.memoryUsage().rss }));

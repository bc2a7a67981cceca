// The obvious script in JavaScript: gray-matter, franc on title and body, JSON.
// Run with the folder of `node_modules`, the source and the output.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, source, output] = process.argv.slice(2);
const require = createRequire(path.join(modules, "index.js"));
const matter = require("gray-matter");
const { franc } = await import(pathToFileURL(path.join(modules, "node_modules", "franc", "index.js")));

const files = fs
  .readdirSync(source, { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .sort();
const lines = fs.openSync(output, "w");
for (const name of files) {
  try {
    const { data, content } = matter(fs.readFileSync(path.join(source, name), "utf8"));
    const title = String(data.title ?? "");
    const record = {
      path: name,
      title,
      title_language: franc(title),
      language: franc(content),
      date: data.date,
      author: data.author,
      content,
    };
    fs.writeSync(lines, JSON.stringify(record) + "\n");
  } catch (error) {
    console.error(name, error.name);
  }
}
fs.closeSync(lines);

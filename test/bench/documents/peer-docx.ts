import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { repeat } from "./repeat.ts";

/** The same Word file by docxtemplater, filling a prepared one: `<input>.docx` and `<input>.json`. */
const [, , input = ""] = argv;
await repeat(async () => {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import("docxtemplater"),
    import("pizzip"),
  ]);
  const template = readFileSync(`${input}.docx`);
  const values = JSON.parse(readFileSync(`${input}.json`, "utf8"));
  return () => {
    const file = new Docxtemplater(new PizZip(template));
    file.render(values);
    return file.getZip().generate({ type: "uint8array", compression: "DEFLATE" });
  };
});

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { repeat } from "./repeat.ts";

/** Our Word file, from the composed document. */
const [, , input = ""] = argv;
await repeat(async () => {
  const [{ writeDocx }, { gongwen }] = await Promise.all([
    import("../../../src/formats/docx/write.ts"),
    import("../../../src/formats/style.ts"),
  ]);
  const document = JSON.parse(readFileSync(input, "utf8"));
  return () => writeDocx(document, gongwen);
});

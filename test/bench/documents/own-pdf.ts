import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { repeat } from "./repeat.ts";

/** Our PDF, from the composed document. */
const [, , input = ""] = argv;
await repeat(async () => {
  const [{ writePdf }, { loadNodeFace }, { gongwen }] = await Promise.all([
    import("../../../src/formats/pdf/write.ts"),
    import("../../../src/formats/pdf/faces/node-faces.ts"),
    import("../../../src/formats/style.ts"),
  ]);
  const document = JSON.parse(readFileSync(input, "utf8"));
  return () => writePdf(document, gongwen, loadNodeFace);
});

import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { errorsOf } from "../check/check.ts";
import { composeExport } from "../document/compose-export.ts";
import { composeInfographic } from "../document/compose-infographic.ts";
import type { Document } from "../document/tree.ts";
import { fill } from "../edition/wording.ts";
import type { OutputFormat } from "../exchange/formats.ts";
import { leftOutWords } from "../exchange/left-out.ts";
import { isOutputFormat, outputFileName, outputFormats, writeOutput } from "../exchange/write.ts";
import type { OwnFace } from "../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../formats/style.ts";
import { editionsFor, isSameFile, readDraft, styleFor, writeOut } from "./files.ts";
import { type Options, readOptions, required } from "./options.ts";
import { isPicture, pictureKinds, writePictures } from "./pictures.ts";
import { CommandProblem, reasonOf } from "./problem.ts";

/**
 * `render draft.json --to FORMAT[,FORMAT] --out DIR [--style gongwen|tuwen|FILE] [--contents] [--without-draft] [--fonts DIR]`:
 * writes the documents and prints their paths. Those of a report with errors bear a stamp. Status 1 for these, for what
 * lacks characters, and where there is nothing to draw beside documents. What a kind of file cannot show is named. `svg`
 * and `png` are the picture of the year.
 */
export async function renderCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["to", "out", "style", "fonts"], {
    switches: ["contents", "without-draft"],
  });
  const editions = await editionsFor(options);
  const { draft, edition } = await readDraft(options.files[0], editions);
  const asked = required(options, "to").split(",");
  const pictures = asked.filter(isPicture);
  const formats = asked.filter((name) => !isPicture(name)).map(formatCalled);
  const directory = required(options, "out");
  const style = await styleFor(options);
  await mkdir(directory, { recursive: true }).catch((error: unknown) => {
    throw new CommandProblem(
      fill(wording.commandLine.cannotWrite, { file: directory, reason: reasonOf(error) }),
    );
  });
  const errors = errorsOf(edition, draft, editions);
  const document = composeExport(edition, draft, errors, {
    charts: style.charts,
    contents: options.values.contents === true,
    withoutDraft: options.values["without-draft"] === true,
  });
  const ownFaces = formats.includes("pdf") ? await ownFacesFor(options, style) : [];
  let isComplete = true;
  for (const format of formats) {
    const file = join(directory, outputFileName(document, format));
    if (isSameFile(file, options.files[0]))
      throw new CommandProblem(fill(wording.commandLine.ownInput, { file }));
    const output = await written(document, style, format, ownFaces);
    await writeOut(file, output.bytes);
    isComplete &&= output.isComplete;
    stdout.write(`${file}\n`);
    const words = leftOutWords(document, format);
    if (words !== "") stderr.write(`${fill(wording.commandLine.leftOut, { file: basename(file), words })}\n`);
  }
  if (pictures.length > 0) {
    const drawn = await writePictures(composeInfographic(edition, draft, errors), pictures, style, directory);
    if (drawn === "none" && formats.length === 0) return 2;
    isComplete &&= drawn === "all";
  }
  if (errors.length > 0) {
    const { stamp = "" } = document;
    stderr.write(`${fill(wording.commandLine.renderedWithErrors, { errors: errors.length, stamp })}\n`);
  }
  return errors.length > 0 || !isComplete ? 1 : 0;
}

async function ownFacesFor({ values }: Options, style: Style): Promise<readonly OwnFace[]> {
  if (typeof values.fonts !== "string") return [];
  return (await import("./fonts.ts")).ownFacesIn(values.fonts, style);
}

/** The file, and whether everything is shown in it that such a file can show. */
async function written(
  document: Document,
  style: Style,
  format: OutputFormat,
  ownFaces: readonly OwnFace[],
): Promise<{ readonly bytes: Uint8Array | string; readonly isComplete: boolean }> {
  if (format === "pdf") return (await import("./pdf.ts")).pdfOf(document, style, ownFaces);
  const noFace = () => Promise.reject(new Error("only PDF needs faces"));
  return { bytes: await writeOutput(document, style, format, noFace), isComplete: true };
}

/** What `--to` takes. */
export const renderKinds: readonly string[] = [...outputFormats, ...pictureKinds];

function formatCalled(name: string): OutputFormat {
  if (isOutputFormat(name)) return name;
  const values = { option: "--to", value: name, choices: renderKinds.join("、") };
  throw new CommandProblem(fill(wording.commandLine.unknownChoice, values));
}

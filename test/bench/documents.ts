import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { compose } from "../../src/document/compose.ts";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { edition2021, sample, samplePath } from "../fixtures/reports.ts";
import { readDocxTexts } from "../support/read-docx.ts";
import { compiled } from "./documents/compiled.ts";
import { templateOf } from "./documents/filled-template.ts";
import { chromium, libreOffice, type PrintPeer, sizeOf } from "./documents/print-peers.ts";
import { type Command, memoryOf, timeOf } from "./documents/processes.ts";
import type { Repeated } from "./documents/repeat.ts";
import { inTurn, median, timesOurs } from "./documents/samples.ts";

/**
 * The documents of the county report beside those of the programs that an office would use instead: time, memory
 * and size. Run by `npm run bench`; on a machine that does other things too, the ratios hold, the times do not.
 */
const rounds = Number(process.env.NIANBAO_BENCH_ROUNDS ?? 7);
const furtherRuns = "41";

const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
const input = join(folder, "report");
const root = fileURLToPath(new URL("../../", import.meta.url));
const draft = join(root, samplePath("qinghe-2025"));

const document = compose(edition2021, sample("qinghe-2025"));
const docx = await writeDocx(document, gongwen);
const { template, values } = templateOf(docx);
writeFileSync(`${input}.docx`, docx);
writeFileSync(`${input}.html`, writeHtml(document, gongwen));
writeFileSync(`${input}-composed.json`, JSON.stringify(document));
writeFileSync(`${input}-template.docx`, template);
writeFileSync(`${input}-template.json`, JSON.stringify(values));

const say = (line: string) => stdout.write(`${line}\n`);
const ms = (time: number) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const mb = (kb: number) => `${(kb / 1024).toFixed(0)} MB`;
const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** Runs a program that measures itself (see repeat.ts). */
function repeated(program: string, of: string): Repeated {
  const { stdout: printed, status } = spawnSync(execPath, [program, of, furtherRuns], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return JSON.parse(printed);
}

function sayRepeated(name: string, runs: readonly Repeated[]): void {
  const [first, warm] = [runs.map((run) => run.firstMs), runs.map((run) => run.warmMs)].map(median);
  const peak = median(runs.map((run) => run.peakKb));
  say(
    `  ${name}: first ${ms(first ?? 0)}, each further ${ms(warm ?? 0)}, ${mb(peak)}, ${kb(runs[0]?.bytes ?? 0)}`,
  );
}

async function compareWordFiles(): Promise<void> {
  const programs = [
    await compiled("test/bench/documents/own-docx.ts"),
    await compiled("test/bench/documents/peer-docx.ts"),
  ];
  const inputs = [`${input}-composed.json`, `${input}-template`];
  const runs: Repeated[][] = [[], []];
  await inTurn(
    rounds,
    programs.map((program, index) => async () => {
      const run = repeated(program, inputs[index] ?? "");
      runs[index]?.push(run);
      return run.firstMs;
    }),
  );
  const [own = [], peer = []] = runs;
  say(`\nThe Word file, ${Object.keys(values).length} figures and texts, ${rounds} rounds`);
  sayRepeated("ours, from nothing", own);
  sayRepeated("docxtemplater filling a prepared file", peer);
  const ratio = (of: (run: Repeated) => number) => timesOurs(own.map(of), peer.map(of)).toFixed(2);
  say(
    `  docxtemplater takes ${ratio((run) => run.firstMs)} times ours at first, ${ratio((run) => run.warmMs)} warm`,
  );
}

/** A peer that wrote something else would not be doing the same work. */
async function proveSameWords(): Promise<void> {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import("docxtemplater"),
    import("pizzip"),
  ]);
  const file = new Docxtemplater(new PizZip(Buffer.from(template)));
  file.render(values);
  const filled = file.getZip().generate({ type: "uint8array" });
  if (JSON.stringify(readDocxTexts(filled)) !== JSON.stringify(readDocxTexts(docx)))
    throw new Error("docxtemplater wrote other words than we");
}

async function comparePdfs(): Promise<void> {
  const out = join(folder, "ours");
  const sources: Command = { program: execPath, args: ["--import", "tsx", join(root, "src/cli/main.ts")] };
  const asCalled: Command = { program: execPath, args: [join(root, "bin/nianbao.mjs")] };
  const rendering = ({ program, args }: Command): Command => ({
    program,
    args: [...args, "render", draft, "--to", "pdf", "--out", out],
  });
  const peers = [libreOffice(`${input}.docx`, folder), chromium(`${input}.html`, folder)].filter(
    (peer) => peer !== undefined,
  );
  const commands = [rendering(asCalled), rendering(sources), ...peers.map((peer) => peer.once)];
  for (const command of commands) await timeOf(command);
  const times = await inTurn(
    rounds,
    commands.map((command) => () => timeOf(command)),
  );
  const names = [
    "our command line, as it is called",
    "its sources, not compiled (tsx)",
    ...peers.map(({ name }) => name),
  ];
  say(`\nThe PDF by a whole process, ${rounds} rounds`);
  for (const [index, command] of commands.entries()) {
    const memory = await memoryOf(command);
    const used = memory ? `, ${mb(memory.peakKb)} in the largest of ${memory.processes} processes` : "";
    const ratio = index < 2 ? "" : `, ${timesOurs(times[0] ?? [], times[index] ?? []).toFixed(2)} times ours`;
    say(`  ${names[index]}: ${ms(median(times[index] ?? []))}${ratio}${used}`);
  }
  sayMissing(peers);
  await compareFurther(peers, times);
}

async function compareFurther(peers: readonly PrintPeer[], whole: readonly number[][]): Promise<void> {
  const program = await compiled("test/bench/documents/own-pdf.ts");
  const own = Array.from({ length: 3 }, () => repeated(program, `${input}-composed.json`));
  const warm = median(own.map((run) => run.warmMs));
  say("\nEach further PDF in the same process");
  sayRepeated("ours", own);
  for (const [index, peer] of peers.entries()) {
    const further = await peer.further();
    const wholeMs = median(whole[index + 2] ?? []);
    say(
      `  ${peer.name}: ${ms(further)}, ${(further / warm).toFixed(1)} times ours; called anew for each ` +
        `${ms(wholeMs)}, ${(wholeMs / warm).toFixed(1)} times ours; ${kb(sizeOf(peer.pdf))}`,
    );
  }
}

function sayMissing(peers: readonly PrintPeer[]): void {
  for (const name of ["LibreOffice", "Chromium"]) {
    if (!peers.some((peer) => peer.name.includes(name))) say(`  ${name} is not installed`);
  }
}

try {
  await proveSameWords();
  await compareWordFiles();
  await comparePdfs();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

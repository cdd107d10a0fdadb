import type { Origin } from "../../../document/origin.ts";
import type { Note } from "../../../document/recognise/recognition.ts";
import { isInput } from "../../../edition/cells.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import { meet, type Piece, whereWords } from "../source/source.ts";
import type { Review } from "./review.ts";

/** What is chosen on either side: what is said of it, and what is marked on both. */
export type Choice = {
  readonly words: string;
  readonly cells: readonly string[];
  readonly origins: readonly Origin[];
  /** The side on which it was chosen; the other one follows. */
  readonly from: "source" | "report";
};

/** A cell of the report, and where its figure stands in the file. */
export function choiceOfCell(id: string, value: string, review: Review, edition: Edition): Choice {
  const cell = edition.cells.get(id);
  const place = cell ? placeOfCell(cell) : "";
  const read = review.cells.find((own) => own.id === id);
  const origins = read?.origins ?? [];
  const where = whereWords(review.source, origins);
  const at = where === "" ? "" : `（${where}）`;
  const as = value === "" ? "空白" : ` ${value}`;
  if (!read) return { words: `${place}：文件里没有读到，空着。`, cells: [id], origins, from: "report" };
  const text = read.text.trim() === "" ? "是空的" : `写的是“${inBrief(read.text)}”`;
  const end = isInput(cell) ? `，读作${as}。` : `，报告里由程序计算，是${as}。`;
  return { words: `${place}：文件里${text}${at}${end}`, cells: [id], origins, from: "report" };
}

/** A note, the cells that it names and where it stands in the file. */
export function choiceOfNote({ cells, origins, message }: Note, { source, cells: read }: Review): Choice {
  const behind = read.filter(({ id }) => cells.includes(id)).flatMap((cell) => cell.origins);
  const shown = origins.length > 0 ? origins : behind;
  const where = whereWords(source, shown);
  const words = shown.length > 0 ? `文件里标出了${where === "" ? "" : `（${where}）`}：` : "";
  return { words: `${words}${message}`, cells, origins: shown, from: "report" };
}

/** A piece of the file, and where it went. */
export function choiceOfPiece({ origin, text }: Piece, review: Review, edition: Edition): Choice {
  const cells = review.cells
    .filter(({ origins }) => origins.some((own) => meet(own, origin)))
    .map(({ id }) => id);
  const choice = { cells, origins: [origin], from: "source" as const };
  const said = `“${inBrief(text.trim())}”`;
  const places = cells.flatMap((id) => edition.cells.get(id) ?? []).map(placeOfCell);
  if (places.length > 0) return { ...choice, words: `${said}对应：${places.slice(0, 3).join("、")}。` };
  const own = review.texts.find((other) => meet(other.origin, origin));
  if (own) {
    const section = edition.sections.find(({ id }) => id === own.section);
    const name = section?.heading ?? section?.name ?? "报告开头的说明";
    return { ...choice, words: `${said}在“${name}”的文字里。` };
  }
  if (review.unplaced.some(({ origins }) => origins.some((other) => meet(other, origin))))
    return { ...choice, words: `${said}没有找到位置，不带过来。` };
  return { ...choice, words: `${said}不是填报的内容：标题、落款、行名和表头都按格式来。` };
}

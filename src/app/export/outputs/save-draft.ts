import type { Draft } from "../../../report/file/draft.ts";
import { draftFileName, serialiseDraft } from "../../../report/file/serialise.ts";
import { chooseOwnFile, type OwnFile, ownFileOf, tellOpenedFrom } from "../../keeping/own-file.ts";
import { saveBack, saveBackWords } from "../../keeping/save-back.ts";
import { spokenTime } from "../../spoken-time.ts";
import type { Work } from "../progress/work.ts";
import { saveDraftFile } from "./exporting.ts";

/** The draft to be saved, as it stands when it is written. */
export type Saved = { readonly id: string; readonly draft: () => Draft };

/** Saves the draft back into its file, or as a download where none was chosen; says what was done. */
export async function savedWords(saved: Saved): Promise<Work> {
  const file = await ownFileOf(saved.id);
  return file ? written(file, saved) : { words: `已存成文件 ${saveDraftFile(saved.draft())}` };
}

/** Asks for the file into which the draft is saved from now on, and saves it there; undefined when called off. */
export async function chosenWords(saved: Saved): Promise<Work | undefined> {
  const name = draftFileName(saved.draft());
  try {
    const file = await chooseOwnFile(saved.id, name);
    return file && (await written(file, saved));
  } catch (error) {
    return { words: saveBackWords(name, error), stays: true };
  }
}

/** What saving will do from now on, for a draft that was just opened from a file. */
export function openedWords(id: string): Work | undefined {
  const name = tellOpenedFrom(id);
  return name === undefined
    ? undefined
    : { words: `打开的是文件 ${name}，Ctrl+S 存回这个文件。第一次存时浏览器会问是否允许修改它，选允许。` };
}

async function written(file: OwnFile, saved: Saved, replacing = false): Promise<Work> {
  const { name } = file.handle;
  const another = { name: "另选一个文件…", act: () => chosenWords(saved) };
  try {
    if ((await saveBack(file, serialiseDraft(saved.draft()), replacing)) === "saved") {
      const until = file.lasts ? "以后 " : "在这个页面里，";
      return { words: `已存到文件 ${name}（${spokenTime(Date.now())}）。${until}Ctrl+S 都存到它。` };
    }
    const replace = { name: "用这里的内容替换", act: () => written(file, saved, true) };
    return { words: changedWords(name), stays: true, choices: [replace, another] };
  } catch (error) {
    return { words: saveBackWords(name, error), stays: true, choices: [another] };
  }
}

function changedWords(name: string): string {
  return `没有存到“${name}”：它在别处改过了，直接存会盖掉那边的改动。可以先用“更多”里的“打开文件…”看那边改了什么。`;
}

import type { Draft } from "../../../report/file/draft.ts";
import { draftFileName, serialiseDraft } from "../../../report/file/serialise.ts";
import { chooseOwnFile, type OwnFile, ownFileOf, saveBack, saveBackWords } from "../../keeping/own-file.ts";
import { spokenTime } from "../../spoken-time.ts";
import type { Work } from "../progress/work.ts";
import { saveDraftFile } from "./exporting.ts";

/** Saves the draft back into its file, or as a download where none was chosen; says what was done. */
export async function savedWords(id: string, draft: Draft): Promise<Work> {
  const file = ownFileOf(id);
  return file ? written(file, draft) : { words: `已存成文件 ${saveDraftFile(draft)}` };
}

/** Asks for the file into which the draft is saved from now on, and saves it there; undefined when called off. */
export async function chosenWords(id: string, draft: Draft): Promise<Work | undefined> {
  const name = draftFileName(draft);
  try {
    const file = await chooseOwnFile(id, name);
    return file && (await written(file, draft));
  } catch (error) {
    return { words: saveBackWords(name, error), stays: true };
  }
}

async function written(file: OwnFile, draft: Draft): Promise<Work> {
  try {
    await saveBack(file, serialiseDraft(draft));
    return { words: `已存到文件 ${file.name}（${spokenTime(Date.now())}）。在这个页面里，Ctrl+S 都存到它。` };
  } catch (error) {
    return { words: saveBackWords(file.name, error), stays: true };
  }
}

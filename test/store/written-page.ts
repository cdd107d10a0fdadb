import { builtinEditions } from "../../src/edition/builtin.ts";
import type { Edition } from "../../src/edition/read.ts";
import { createDraft } from "../../src/report/file/create.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { type Autosave, startAutosave } from "../../src/store/autosave.ts";
import { faultyStore } from "./faulty-store.ts";

const edition = builtinEditions.get("2021") as Edition;
const office = { name: "青禾县档案局", kind: "department", level: "county" } as const;
export const blank = createDraft(edition, 2025, office);

/** A page in which a clerk writes; `say` is one change, after which the draft's name says so. */
export function openPage(store = faultyStore(), page = "page-1", known?: number) {
  let draft: Draft = blank;
  const said: string[] = [];
  const autosave: Autosave = startAutosave(
    {
      id: "draft-1",
      stored: known === undefined ? undefined : { ...store.kept("draft-1"), revision: known },
    },
    draft,
    () => ({ draft, title: draft.organisation.name }),
    store.for(page),
    store.versions,
    () => said.push(autosave.current().state),
  );
  const change = (changed: Partial<Draft>): void => {
    draft = { ...draft, ...changed };
    autosave.changed();
  };
  return {
    store,
    autosave,
    said,
    change,
    type: (name: string) => change({ organisation: { ...office, name } }),
    keptName: () => JSON.parse(store.kept("draft-1").text).organisation.name,
  };
}

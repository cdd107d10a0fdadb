import { createContext, useContext } from "react";
import type { Selection } from "./selection.ts";

/** The block that is selected in the table a cell stands in. */
export const SelectionContext = createContext<Selection | undefined>(undefined);

export function useSelection(): Selection | undefined {
  return useContext(SelectionContext);
}

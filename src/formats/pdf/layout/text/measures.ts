import type { Style } from "../../../style.ts";
import type { Faces } from "../../faces/faces.ts";
import type { PageFrame } from "./page-frame.ts";

/** What every measuring needs. */
export type Measures = { readonly style: Style; readonly frame: PageFrame; readonly faces: Faces };

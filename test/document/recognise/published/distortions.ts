import { distortedShapes } from "./distorted-shapes.ts";
import { distortedTexts } from "./distorted-texts.ts";
import type { Distortion } from "./distortion.ts";

export const distortions: readonly Distortion[] = [...distortedShapes, ...distortedTexts];

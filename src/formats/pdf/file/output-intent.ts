import { ascii, type PdfFile } from "./pdf-file.ts";
import { array, dictionary, reference, textString } from "./syntax.ts";

const colours = "sRGB IEC61966-2.1";

/** Says what the pages' colours mean (ISO 19005-3, 6.2.3): sRGB, with the profile inside. Gives the catalog's entry. */
export function addOutputIntent(file: PdfFile): string {
  const profile = file.addStream({ N: "3" }, colourProfile());
  const intent = {
    Type: "/OutputIntent",
    S: "/GTS_PDFA1",
    OutputConditionIdentifier: textString(colours),
    Info: textString(colours),
    DestOutputProfile: reference(profile),
  };
  return array([reference(file.add(dictionary(intent)))]);
}

/** Red, green and blue of sRGB seen under D50, and the white of D50: X, Y, Z. */
const colorants = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.82491],
} as const;

/** A colour profile of sRGB (ICC.1:2001, version 2.1): made here, because a made one is smaller than a shipped one. */
function colourProfile(): Uint8Array {
  const tags: [string, Uint8Array][] = [
    ["desc", describing(colours)],
    ["cprt", ascii("text\0\0\0\0No copyright, use freely\0")],
    ...Object.entries(colorants).map(([tag, xyz]): [string, Uint8Array] => [tag, xyzTag(xyz)]),
  ];
  const curve = toneCurve();
  for (const tag of ["rTRC", "gTRC", "bTRC"]) tags.push([tag, curve]);
  return assembled(tags);
}

const headBytes = 128;

function assembled(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const places = new Map<Uint8Array, number>();
  let size = headBytes + 4 + tags.length * 12;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, size);
    size += Math.ceil(data.length / 4) * 4;
  }
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHead(profile, view);
  view.setUint32(headBytes, tags.length);
  tags.forEach(([tag, data], index) => {
    const at = headBytes + 4 + index * 12;
    profile.set(ascii(tag), at);
    view.setUint32(at + 4, places.get(data) ?? 0);
    view.setUint32(at + 8, data.length);
    profile.set(data, places.get(data) ?? 0);
  });
  return profile;
}

function writeHead(profile: Uint8Array, view: DataView): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x02100000);
  profile.set(ascii("mntrRGB XYZ "), 12);
  // A date must stand there; that of the standard of sRGB.
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => {
    view.setUint16(24 + index * 2, part);
  });
  profile.set(ascii("acsp"), 36);
  profile.set(xyzTag(colorants.wtpt).subarray(8), 68);
}

function xyzTag(xyz: readonly number[]): Uint8Array {
  const tag = new DataView(new ArrayBuffer(8 + xyz.length * 4));
  new Uint8Array(tag.buffer).set(ascii("XYZ "));
  xyz.forEach((value, index) => {
    tag.setInt32(8 + index * 4, Math.round(value * 0x10000));
  });
  return new Uint8Array(tag.buffer);
}

const curvePoints = 256;

function toneCurve(): Uint8Array {
  const tag = new DataView(new ArrayBuffer(12 + curvePoints * 2));
  new Uint8Array(tag.buffer).set(ascii("curv"));
  tag.setUint32(8, curvePoints);
  for (let point = 0; point < curvePoints; point++) {
    const value = point / (curvePoints - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    tag.setUint16(12 + point * 2, Math.round(light * 0xffff));
  }
  return new Uint8Array(tag.buffer);
}

/** A textDescriptionType: ASCII, then no Unicode, then no Macintosh script. */
function describing(text: string): Uint8Array {
  const tag = new Uint8Array(12 + text.length + 1 + 8 + 3 + 67);
  tag.set(ascii("desc"));
  new DataView(tag.buffer).setUint32(8, text.length + 1);
  tag.set(ascii(text), 12);
  return tag;
}

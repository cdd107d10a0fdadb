/** What Windows does not allow in file names, and what nobody sees: zero-width characters, marks of direction. */
const notInNames =
  /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Before a dot, whatever follows, these are devices of Windows and no files. */
const device = /^(con|prn|aux|nul|com\d|lpt\d) *\.+/i;

/** Of 200 bytes that every file system and archive takes, 40 are left for the rest of the name and its extension. */
const mostBytes = 160;

/**
 * A name as part of a file name: without characters that are not allowed or not seen, white space folded, not longer
 * than 160 bytes of UTF-8. A name does not begin with a dot (hidden files) nor end with one (Windows drops it).
 */
export function fileNamePart(name: string): string {
  const plain = name.replace(notInNames, "").replace(/\s+/gu, " ").trim();
  return cutToBytes(plain.replace(/^[. ]+/, "").replace(device, "$1")).replace(/[. ]+$/, "");
}

/** Whole characters only. */
function cutToBytes(text: string): string {
  const encoder = new TextEncoder();
  let [kept, bytes] = ["", 0];
  for (const character of text.slice(0, mostBytes)) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

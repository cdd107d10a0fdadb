import type { CarriedFile } from "../../../document/tree.ts";
import type { PdfFile } from "./pdf-file.ts";
import { array, dateString, dictionary, name, number, type Pdf, reference, textString } from "./syntax.ts";

/** What the catalog says of the carried file: in the tree of names and as an associated file. */
export type CarriedEntries = { readonly names: Pdf; readonly associated: Pdf };

/**
 * Attaches the file from which the document was made (7.11.4; ISO 19005-3, 6.8).
 *
 * @param date when the file was last changed
 */
export function addCarriedFile(file: PdfFile, carried: CarriedFile, date: Date): CarriedEntries {
  const bytes = new TextEncoder().encode(carried.text);
  const params = dictionary({ Size: number(bytes.length), ModDate: dateString(date) });
  const stream = file.addStream(
    { Type: "/EmbeddedFile", Subtype: name(carried.mediaType), Params: params },
    bytes,
  );
  const specification = file.add(
    dictionary({
      Type: "/Filespec",
      F: textString(carried.name),
      UF: textString(carried.name),
      Desc: carried.description === "" ? undefined : textString(carried.description),
      // The document is made from it: everything on the pages stands in it.
      AFRelationship: "/Source",
      EF: dictionary({ F: reference(stream), UF: reference(stream) }),
    }),
  );
  return {
    names: dictionary({ Names: array([textString(carried.name), reference(specification)]) }),
    associated: array([reference(specification)]),
  };
}

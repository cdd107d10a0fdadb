import type { Feature } from "write-excel-file/universal";
import type { Document } from "../../document/tree.ts";
import { corePropertiesPart, corePropertiesXml } from "../package/core-properties.ts";

/** The properties of the workbook, which the library has no place for. */
export function properties(document: Document): Feature<Blob> {
  const { path, contentType, relationship } = corePropertiesPart;
  return {
    files: {
      write: { files: () => ({ [path]: corePropertiesXml(document) }) },
      transform: {
        "[Content_Types].xml": {
          insert: () => `<Override ContentType="${contentType}" PartName="/${path}"/>`,
        },
        "_rels/.rels": {
          insert: () => `<Relationship Id="rIdCore" Type="${relationship}" Target="${path}"/>`,
        },
      },
    },
  };
}

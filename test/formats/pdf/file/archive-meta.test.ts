import { describe, expect, test } from "vitest";
import { isOf, listOf, type PdfObjects, wordsOf } from "../../../support/pdf-objects.ts";
import { carried, everyKindOfDocument, writtenOnce } from "../every-kind.ts";

describe.each(everyKindOfDocument)(
  "%s keeps ISO 19005-3 (PDF/A-3), level B: what is said about the document",
  (_, document) => {
    const pdfOf = async () => (await writtenOnce(document)).pdf;
    const xmpOf = (pdf: PdfObjects) => {
      const [, metadata] = isOf(pdf.catalog, "dictionary")
        ? ([...pdf.catalog.entries].find(([key]) => key === "Metadata") ?? [])
        : [];
      return Buffer.from(pdf.dataOf(metadata), "latin1").toString("utf8");
    };
    test("6.3: annotations are links that print", async () => {
      const pdf = await pdfOf();
      for (const annotation of pdf.pages.flatMap((page) => listOf(pdf.get(page, "Annots")))) {
        expect(wordsOf(pdf.get(annotation, "Subtype"))).toBe("Link");
        expect(pdf.get(annotation, "F")).toBe(4);
      }
    });

    test("6.4, 6.5, 6.9, 6.10, 6.11: no forms, no actions but to go to a place, no layers, no slide show", async () => {
      const { objects } = await pdfOf();
      for (const { value } of objects.values()) {
        if (!isOf(value, "dictionary")) continue;
        const forbidden = [
          "AA",
          "OpenAction",
          "JavaScript",
          "AcroForm",
          "OCProperties",
          "PresSteps",
          "NeedsRendering",
        ];
        expect(forbidden.filter((key) => value.entries.has(key))).toEqual([]);
        const action = value.entries.get("A");
        if (isOf(action, "dictionary") && !action.entries.has("O"))
          expect(action.entries.get("S")).toEqual({ type: "name", name: "GoTo" });
      }
    });

    test("6.6.2: the metadata are well-formed, unpacked, and say what the information dictionary says", async () => {
      const { bytes, pdf } = await writtenOnce(document);
      expect(pdf.get(pdf.catalog, "Metadata", "Filter")).toBeNull();
      const xmp = xmpOf(pdf);
      expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
      expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
      const said = (element: string) =>
        new RegExp(`<${element}>(?:<rdf:\\w+>)?(?:<rdf:li[^>]*>)?([^<]*)`).exec(xmp)?.[1] ?? "";
      const plain = (text: string) =>
        text
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&amp;", "&");
      const info = (key: string) => wordsOf(pdf.get(pdf.trailer, "Info", key));
      expect(plain(said("dc:title"))).toBe(document.title);
      expect(info("Title")).toBe(document.title);
      expect(plain(said("dc:creator"))).toBe(document.author);
      expect(info("Author")).toBe(document.author);
      expect(said("dc:language")).toBe(wordsOf(pdf.get(pdf.catalog, "Lang")));
      expect(said("xmp:CreatorTool")).toBe(info("Creator"));
      expect(said("pdf:Producer")).toBe(info("Producer"));
      const digits = (date: string) => date.replace(/\D/g, "");
      expect(digits(said("xmp:CreateDate"))).toBe(digits(info("CreationDate")));
      expect(digits(said("xmp:ModifyDate"))).toBe(digits(info("ModDate")));
      expect(bytes.length).toBeLessThan(300_000);
    });

    test("6.6.4: it says that it is of part 3, level B", async () => {
      const xmp = xmpOf(await pdfOf());
      expect(xmp).toContain('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"');
      expect(xmp).toContain("<pdfaid:part>3</pdfaid:part>");
      expect(xmp).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    });

    test("6.8: what is attached belongs to the document, with its kind, size and dates", async () => {
      const { get, catalog, objects, dataOf } = await pdfOf();
      const attached = listOf(get(catalog, "AF"));
      expect(listOf(get(catalog, "Names", "EmbeddedFiles", "Names")).slice(1)).toEqual(attached);
      expect(attached).toHaveLength(document.carried ? 1 : 0);
      expect(
        [...objects.values()].filter(({ value }) => wordsOf(get(value, "Type")) === "Filespec"),
      ).toHaveLength(attached.length);
      if (!document.carried) return;
      const [specification] = attached;
      for (const key of ["F", "UF"]) expect(wordsOf(get(specification, key))).toBe(carried.name);
      expect(wordsOf(get(specification, "AFRelationship"))).toBe("Source");
      const files = get(specification, "EF");
      const file = isOf(files, "dictionary") ? files.entries.get("F") : undefined;
      expect(wordsOf(get(file, "Subtype"))).toBe("application/json");
      const data = dataOf(file);
      expect(get(file, "Params", "Size")).toBe(data.length);
      for (const key of ["CreationDate", "ModDate"])
        expect(wordsOf(get(file, "Params", key))).toMatch(/^D:\d{14}Z$/);
    });
  },
);

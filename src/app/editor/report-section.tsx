import type { Edition } from "../../edition/read.ts";
import type { SectionTemplate } from "../../edition/schema.ts";
import { TableForm } from "./grid/table-form.tsx";
import { NarrativeField } from "./narrative/narrative-field.tsx";

/** One section of the report: its texts and tables in printed order. */
export function ReportSection({ section, edition }: { section: SectionTemplate; edition: Edition }) {
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" tabIndex={-1}>
        {section.heading ?? section.name}
      </h2>
      {section.contents.map((content) =>
        content.kind === "table" ? (
          <TableForm key={content.table} id={content.table} edition={edition} />
        ) : (
          <NarrativeField key={content.slot} content={content} name={section.heading ?? section.name ?? ""} />
        ),
      )}
    </section>
  );
}

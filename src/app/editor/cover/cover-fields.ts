import { contactsOf, withContact } from "../../../report/contacts.ts";
import type { Draft, Organisation } from "../../../report/file/draft.ts";
import type { CoverChange } from "../../report-state/report-state.ts";
import { typedYear } from "../../typed-year.ts";

/** What the form of the cover holds: texts, as they are typed. */
export type CoverFields = {
  name: string;
  kind: Organisation["kind"];
  level: Organisation["level"];
  year: string;
  signatureName: string;
  signatureDate: string;
  contacts: Record<string, string>;
};

export function coverFields({ organisation, year, signature }: Draft): CoverFields {
  const { name, kind, level } = organisation;
  return {
    name,
    kind,
    level,
    year: String(year),
    signatureName: signature?.name ?? "",
    signatureDate: signature?.date ?? "",
    contacts: contactsOf(organisation),
  };
}

/** What the fields mean for a draft. A year that is no year leaves the old one standing until it is. */
export function coverFrom(fields: CoverFields, draft: Draft): CoverChange {
  const { name, kind, level, year, signatureName, signatureDate, contacts } = fields;
  const signed = signatureName !== "" || signatureDate !== "" || draft.signature !== undefined;
  return {
    organisation: withContacts({ ...draft.organisation, name, kind, level }, contacts),
    year: typedYear(year) ?? draft.year,
    ...(signed ? { signature: { ...draft.signature, name: signatureName, date: signatureDate } } : {}),
  };
}

/** Whether the fields mean what the draft says, however they are typed. */
export function meansTheSame(fields: CoverFields, draft: Draft): boolean {
  const standing = coverFields(draft);
  const year = String(typedYear(fields.year) ?? standing.year);
  const contacts = Object.keys({ ...standing.contacts, ...fields.contacts });
  return (
    (Object.keys(standing) as (keyof CoverFields)[])
      .filter((name) => name !== "contacts" && name !== "year")
      .every((name) => fields[name] === standing[name]) &&
    year === standing.year &&
    contacts.every((id) => (fields.contacts[id] ?? "") === (standing.contacts[id] ?? ""))
  );
}

/** A contact that was never filled in leaves no trace in the draft. */
function withContacts(organisation: Organisation, contacts: CoverFields["contacts"]): Organisation {
  const known = contactsOf(organisation);
  const changed = Object.entries(contacts).filter(([id, value]) => value !== (known[id] ?? ""));
  return changed.reduce((result, [id, value]) => withContact(result, id, value), organisation);
}

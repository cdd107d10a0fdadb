import { useForm } from "react-hook-form";
import { titleOf } from "../../../document/compose.ts";
import { coversYear } from "../../../edition/builtin.ts";
import { contactsOf, withContact } from "../../../report/contacts.ts";
import type { Draft, Organisation } from "../../../report/file/draft.ts";
import { kindNames, levelNames } from "../../organisation-names.ts";
import { useReport, useTopic } from "../report/report-context.ts";
import "./cover.css";

type CoverFields = {
  name: string;
  kind: Organisation["kind"];
  level: Organisation["level"];
  year: string;
  edition: string;
  signatureName: string;
  signatureDate: string;
  contacts: Record<string, string>;
};

/** 封面信息: whose report it is, its year and edition, the signature. */
export function CoverSection() {
  const { state } = useReport();
  const draft = state.draft();
  const { register, getValues } = useForm<CoverFields>({ defaultValues: coverFields(draft) });
  const field = (name: Exclude<keyof CoverFields, "contacts"> | `contacts.${string}`) =>
    register(name, { onChange: () => state.change(changeFrom(getValues(), state.draft())) });
  const edition = useTopic("cover", state.edition);
  const title = useTopic("cover", () => titleOf(state.edition(), state.draft()));
  const year = useTopic("cover", () => state.draft().year);
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" tabIndex={-1}>
        封面信息
      </h2>
      <div className="card cover">
        <div className="field">
          <label htmlFor="cover-name">单位全称</label>
          <input id="cover-name" autoComplete="off" aria-describedby="cover-title-help" {...field("name")} />
          <p id="cover-title-help" className="field-help">
            标题：{title}
          </p>
        </div>
        <div className="field-row">
          <Choice id="cover-kind" label="类型" names={kindNames} field={field("kind")} />
          <Choice id="cover-level" label="级别" names={levelNames} field={field("level")} />
        </div>
        <div className="field-row">
          <div className="field field-short">
            <label htmlFor="cover-year">年度</label>
            <input
              id="cover-year"
              inputMode="numeric"
              aria-describedby="cover-year-help"
              {...field("year")}
            />
          </div>
          <Choice
            id="cover-edition"
            label="格式"
            names={Object.fromEntries([...state.editions.values()].map(({ id, name }) => [id, name]))}
            field={field("edition")}
          />
        </div>
        <p id="cover-year-help" className={coversYear(edition, year) ? "field-help" : "field-help warned"}>
          {coversYear(edition, year)
            ? `统计期限是${year}年1月1日至12月31日。依据：${edition.source}`
            : `${year}年的报告一般不用${edition.name}。换格式不会丢数字，新格式没有的格子仍保存在草稿里。`}
        </p>
        <div className="field-row">
          <div className="field">
            <label htmlFor="cover-signature">落款单位（可以不填）</label>
            <input id="cover-signature" autoComplete="off" {...field("signatureName")} />
          </div>
          <div className="field">
            <label htmlFor="cover-date">落款日期（可以不填）</label>
            <input id="cover-date" type="date" {...field("signatureDate")} />
          </div>
        </div>
        {edition.contacts && (
          <fieldset className="cover-contacts">
            <legend>联系方式（可以不填；写单位的，不写个人姓名和手机号码）</legend>
            {edition.contacts.map(({ id, label }) => (
              <div className="field" key={id}>
                <label htmlFor={`cover-${id}`}>{label}</label>
                <input id={`cover-${id}`} autoComplete="off" {...field(`contacts.${id}`)} />
              </div>
            ))}
          </fieldset>
        )}
      </div>
    </section>
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  names: Readonly<Record<string, string>>;
  field: ReturnType<ReturnType<typeof useForm<CoverFields>>["register"]>;
};

function Choice({ id, label, names, field }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...field}>
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function coverFields({ organisation, year, edition, signature }: Draft): CoverFields {
  const { name, kind, level } = organisation;
  return {
    name,
    kind,
    level,
    year: String(year),
    edition,
    signatureName: signature?.name ?? "",
    signatureDate: signature?.date ?? "",
    contacts: contactsOf(organisation),
  };
}

/** A contact that was never filled in leaves no trace in the draft. */
function withContacts(organisation: Organisation, contacts: CoverFields["contacts"]): Organisation {
  const known = contactsOf(organisation);
  const changed = Object.entries(contacts).filter(([id, value]) => value !== (known[id] ?? ""));
  return changed.reduce((result, [id, value]) => withContact(result, id, value), organisation);
}

/** A year that is not four digits yet leaves the old one standing until it is. */
function changeFrom(fields: CoverFields, draft: Draft): Partial<Draft> {
  const { name, kind, level, year, edition, signatureName, signatureDate, contacts } = fields;
  const signed = signatureName !== "" || signatureDate !== "" || draft.signature !== undefined;
  return {
    organisation: withContacts({ ...draft.organisation, name, kind, level }, contacts),
    year: /^(19[5-9]\d|2\d{3})$/.test(year.trim()) ? Number(year) : draft.year,
    edition,
    ...(signed ? { signature: { ...draft.signature, name: signatureName, date: signatureDate } } : {}),
  };
}

import { useEffect } from "react";
import { type UseFormRegisterReturn, useForm } from "react-hook-form";
import { titleOf } from "../../../document/compose.ts";
import { coversYear } from "../../../edition/builtin.ts";
import { coverIdOf, useReport, useValue } from "../../open-report/open-report.ts";
import { kindNames, levelNames } from "../../organisation-names.ts";
import { typedYear } from "../../typed-year.ts";
import { ContactFields } from "./contact-fields.tsx";
import { type CoverFields, coverFields, coverFrom, meansTheSame } from "./cover-fields.ts";
import { EditionChoice } from "./edition-choice.tsx";
import { KindSuggestion } from "./kind-suggestion.tsx";
import "./cover.css";

/** 封面信息: whose report it is, its year and edition, the signature. */
export function CoverSection() {
  const { state } = useReport();
  const { register, getValues, reset, watch } = useForm<CoverFields>({
    defaultValues: coverFields(state.draft()),
  });
  const field = (name: Exclude<keyof CoverFields, "contacts"> | `contacts.${string}`) =>
    register(name, { onChange: () => state.setCover(coverFrom(getValues(), state.draft()), name) });
  // What was taken back shows in the fields; what is just being typed stays as it is typed.
  useEffect(() => {
    return state.subscribe("cover", () => {
      if (!meansTheSame(getValues(), state.draft())) reset(coverFields(state.draft()));
    });
  }, [state, getValues, reset]);
  const edition = useValue(state.edition, "cover");
  const title = useValue(() => titleOf(state.edition(), state.draft()), "cover");
  const year = useValue(() => state.draft().year, "cover");
  const yearField = watch("year");
  const isYearTyped = typedYear(yearField) !== undefined;
  const fits = coversYear(edition, year);
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" tabIndex={-1}>
        封面信息
      </h2>
      <div className="card cover">
        <div className="field">
          <label htmlFor={coverIdOf("name")}>单位全称</label>
          <input
            id={coverIdOf("name")}
            autoComplete="off"
            aria-describedby="cover-title-help"
            {...field("name")}
          />
          <p id="cover-title-help" className="field-help">
            标题：{title}
          </p>
        </div>
        <div className="field-row">
          <Choice id="kind" label="类型" names={kindNames} field={field("kind")} />
          <Choice id="level" label="级别" names={levelNames} field={field("level")} />
        </div>
        <KindSuggestion />
        <div className="field-row">
          <div className="field field-short">
            <label htmlFor={coverIdOf("year")}>年度</label>
            <input
              id={coverIdOf("year")}
              inputMode="numeric"
              aria-describedby="cover-year-help"
              aria-invalid={!isYearTyped}
              {...field("year")}
            />
          </div>
          <EditionChoice />
        </div>
        <p
          id="cover-year-help"
          className={isYearTyped ? (fits ? "field-help" : "field-help warned") : "field-error"}
        >
          {!isYearTyped
            ? `年度写四位数字，例如 2025。现在写的是“${yearField.trim()}”，报告仍按 ${year} 年`
            : fits
              ? `统计期限是${year}年1月1日至12月31日。依据：${edition.source}`
              : `${year}年的报告一般不用${edition.name}。换格式不会丢数字，新格式没有的格子仍保存在草稿里。`}
        </p>
        <div className="field-row">
          <div className="field">
            <label htmlFor={coverIdOf("signature")}>落款单位（可以不填）</label>
            <input id={coverIdOf("signature")} autoComplete="off" {...field("signatureName")} />
          </div>
          <div className="field">
            <label htmlFor={coverIdOf("date")}>落款日期（可以不填）</label>
            {/* Without a last day the browser waits for six digits of the year. */}
            <input id={coverIdOf("date")} type="date" max="9999-12-31" {...field("signatureDate")} />
          </div>
        </div>
        {edition.contacts && (
          <ContactFields contacts={edition.contacts} field={(id) => field(`contacts.${id}`)} />
        )}
      </div>
    </section>
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  names: Readonly<Record<string, string>>;
  field: UseFormRegisterReturn;
};

function Choice({ id, label, names, field }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={coverIdOf(id)}>{label}</label>
      <select id={coverIdOf(id)} {...field}>
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

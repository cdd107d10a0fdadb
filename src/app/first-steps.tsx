const steps: readonly string[] = [
  "有上年报告的，按上年的报告新建，上年结转的数字自动带入；没有的，新建报告。先核对封面信息。",
  "填三张表。没有的填 0，可以用“一键补零”；总计自动算。",
  "写文字部分。每部分写什么，看右栏“填报说明”。",
  "点“发布前检查”，按提示逐处改好；确实没错的提醒，写明理由。",
  "导出，报送和公布。",
];

/** By when (《政府信息公开条例》第四十九条) and what first: told on the start screen and in the help. */
export function FirstSteps() {
  return (
    <>
      <p>
        县级以上政府部门 <strong>1 月 31 日</strong>前向本级政府信息公开主管部门提交并公布；县级以上地方政府{" "}
        <strong>3 月 31 日</strong>前公布。
      </p>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

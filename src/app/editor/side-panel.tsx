import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { FindingsPanel } from "./findings-panel.tsx";
import { GuidancePanel } from "./guidance-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { useReport, useTopic } from "./report-context.ts";
import "./panels.css";

export type SideTab = "findings" | "preview" | "guidance";

/** Findings, preview and guidance beside the form. */
export function SidePanel({
  section,
  tab,
  onTab,
}: {
  section: string;
  tab: SideTab;
  onTab: (tab: SideTab) => void;
}) {
  const { state } = useReport();
  const count = useTopic("findings", () => state.findings().length);
  return (
    <aside className="side" aria-label="检查、预览和填报说明">
      <Tabs selectedKey={tab} onSelectionChange={(key) => onTab(key as SideTab)} className="side-tabs">
        <TabList aria-label="检查、预览和填报说明" className="side-tab-list">
          <Tab id="findings" className="side-tab">
            检查{count > 0 && ` ${count}`}
          </Tab>
          <Tab id="preview" className="side-tab">
            预览
          </Tab>
          <Tab id="guidance" className="side-tab">
            填报说明
          </Tab>
        </TabList>
        <TabPanel id="findings" className="side-panel">
          <FindingsPanel />
        </TabPanel>
        <TabPanel id="preview" className="side-panel side-panel-preview">
          <PreviewPanel section={section} />
        </TabPanel>
        <TabPanel id="guidance" className="side-panel">
          <GuidancePanel section={section} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

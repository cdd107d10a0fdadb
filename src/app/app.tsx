import { lazy, Suspense } from "react";
import { usePlace } from "./open/place.ts";
import { StartScreen } from "./start/start-screen.tsx";

/** The editor comes with its libraries when a report is opened. */
const ReportScreen = lazy(async () => ({
  default: (await import("./keeping/report-screen.tsx")).ReportScreen,
}));

export function App() {
  const { place, visit } = usePlace();
  if (place.name === "start") return <StartScreen />;
  return (
    <Suspense fallback={<p className="loading">正在打开…</p>}>
      <ReportScreen key={visit} place={place} />
    </Suspense>
  );
}

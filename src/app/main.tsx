import "./old-browsers.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
// Sets the theme before anything is drawn.
import "./display.ts";
import { holdVersion } from "./offline/keep-offline.ts";
import { giveFocusBack } from "./parts/presses/focus-back.ts";
import { keepSecondPressOff } from "./parts/presses/second-press.ts";
import "./style/tokens.css";
import "./style/base.css";

holdVersion();

const root = document.getElementById("root");
if (root) {
  giveFocusBack(root);
  keepSecondPressOff();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

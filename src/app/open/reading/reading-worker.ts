import "../../old-browsers.ts";
import { openerBesidesPdf } from "../../../exchange/openers.ts";
import { answerReadings } from "./answer-readings.ts";

answerReadings(openerBesidesPdf);

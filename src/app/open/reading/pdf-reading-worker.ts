import "../../old-browsers.ts";
import { openerOf } from "../../../exchange/openers.ts";
import { answerReadings } from "./answer-readings.ts";

answerReadings(openerOf);

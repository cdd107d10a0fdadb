import adobeGB1UCS2 from "pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?url&inline";
import gBEUCH from "pdfjs-dist/cmaps/GB-EUC-H.bcmap?url&inline";
import gBEUCV from "pdfjs-dist/cmaps/GB-EUC-V.bcmap?url&inline";
import gBKEUCH from "pdfjs-dist/cmaps/GBK-EUC-H.bcmap?url&inline";
import gBKEUCV from "pdfjs-dist/cmaps/GBK-EUC-V.bcmap?url&inline";
import gBK2KH from "pdfjs-dist/cmaps/GBK2K-H.bcmap?url&inline";
import gBK2KV from "pdfjs-dist/cmaps/GBK2K-V.bcmap?url&inline";
import gBKpEUCH from "pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?url&inline";
import gBKpEUCV from "pdfjs-dist/cmaps/GBKp-EUC-V.bcmap?url&inline";
import gBpcEUCH from "pdfjs-dist/cmaps/GBpc-EUC-H.bcmap?url&inline";
import gBpcEUCV from "pdfjs-dist/cmaps/GBpc-EUC-V.bcmap?url&inline";
import uniGBUCS2H from "pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?url&inline";
import uniGBUCS2V from "pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap?url&inline";
import uniGBUTF16H from "pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?url&inline";
import uniGBUTF16V from "pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap?url&inline";

/**
 * The codes in which a PDF may write Chinese without its fonts inside, as older programs do (iText, Acrobat, printing
 * systems on Windows), and the table that tells their glyphs' characters. Names are those of Adobe's CMaps.
 */
export const chineseCodes: ReadonlyMap<string, string> = new Map([
  ["Adobe-GB1-UCS2", adobeGB1UCS2],
  ["GB-EUC-H", gBEUCH],
  ["GB-EUC-V", gBEUCV],
  ["GBK-EUC-H", gBKEUCH],
  ["GBK-EUC-V", gBKEUCV],
  ["GBK2K-H", gBK2KH],
  ["GBK2K-V", gBK2KV],
  ["GBKp-EUC-H", gBKpEUCH],
  ["GBKp-EUC-V", gBKpEUCV],
  ["GBpc-EUC-H", gBpcEUCH],
  ["GBpc-EUC-V", gBpcEUCV],
  ["UniGB-UCS2-H", uniGBUCS2H],
  ["UniGB-UCS2-V", uniGBUCS2V],
  ["UniGB-UTF16-H", uniGBUTF16H],
  ["UniGB-UTF16-V", uniGBUTF16V],
]);

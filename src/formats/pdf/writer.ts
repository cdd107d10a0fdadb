/** The writer as the table of formats takes it: in Node the writer itself, in a page what stands for it there. */
export { writePdf } from "#pdfmake/writer";

/** How pdf.js is to open a file that anybody may have made: nothing in it is run or looked up. */
export const opening = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  stopAtErrors: false,
};
